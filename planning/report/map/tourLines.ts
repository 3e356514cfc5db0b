/** Tours as lines between their stops. Tours that share a leg run side by side, so that none hides another. */
import type { Tour } from "../tours.ts";
import type { Projection, Spot } from "./projection.ts";

/** Distance between parallel lines in drawing units. */
const GAP = 5;

export interface TourLine {
  readonly tour: Tour;
  readonly path: string;
  /** Where the number of the tour stands. */
  readonly tag: Spot;
}

interface Leg {
  readonly key: string;
  readonly from: Spot;
  readonly to: Spot;
}

const nameOf = ({ x, y }: Spot): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** Each pair of places once a tour, always in the same direction, however often and whichever way it is driven. */
function legsOf(tour: Tour, projection: Projection): Leg[] {
  const legs = new Map<string, Leg>();
  const spots = tour.route.stops.map(projection.spot);
  for (const [index, to] of spots.slice(1).entries()) {
    const [a, b] = [spots[index]!, to].sort((p, q) => p.x - q.x || p.y - q.y) as [Spot, Spot];
    if (Math.hypot(b.x - a.x, b.y - a.y) < 1) continue;
    const key = `${nameOf(a)} ${nameOf(b)}`;
    if (!legs.has(key)) legs.set(key, { key, from: a, to: b });
  }
  return [...legs.values()];
}

function shifted({ from, to }: Leg, by: number): readonly [Spot, Spot] {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const [nx, ny] = [(-(to.y - from.y) / length) * by, ((to.x - from.x) / length) * by];
  return [
    { x: from.x + nx, y: from.y + ny },
    { x: to.x + nx, y: to.y + ny },
  ];
}

export function tourLines(tours: readonly Tour[], projection: Projection): TourLine[] {
  const legs = tours.map((tour) => legsOf(tour, projection));
  const users = new Map<string, number[]>();
  legs.forEach((list, tour) => list.forEach(({ key }) => users.set(key, [...(users.get(key) ?? []), tour])));
  const tags: Spot[] = [];
  return tours.map((tour, index) => {
    const lanes = (legs[index] ?? []).map((leg) => {
      const sharing = users.get(leg.key) ?? [];
      return shifted(leg, (sharing.indexOf(index) - (sharing.length - 1) / 2) * GAP);
    });
    const path = lanes.map(([a, b]) => `M${nameOf(a)}L${nameOf(b)}`).join("");
    const tag = tagSpot(lanes, tags);
    tags.push(tag);
    return { tour, path, tag };
  });
}

/** On one of the tour's own lines, as far from the other numbers as possible; longer lines are preferred. */
function tagSpot(lanes: readonly (readonly [Spot, Spot])[], tags: readonly Spot[]): Spot {
  let best: { readonly at: Spot; readonly score: number } = { at: { x: 0, y: 0 }, score: -Infinity };
  for (const [a, b] of lanes) {
    for (const part of [0.5, 0.35, 0.65, 0.25, 0.75]) {
      const at = { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
      const nearest = Math.min(60, ...tags.map((tag) => Math.hypot(tag.x - at.x, tag.y - at.y)));
      const score = nearest * 4 + Math.min(200, Math.hypot(b.x - a.x, b.y - a.y)) * 0.5;
      if (score > best.score) best = { at, score };
    }
  }
  return best.at;
}
