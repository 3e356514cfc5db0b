/**
 * The travel matrix by a routing service: asks only for what is not remembered, in tiles as large as the service allows,
 * and waits where it asks to be waited for.
 */
import { setTimeout as pause } from "node:timers/promises";
import { InputError, type Problem } from "../../../domain/problem.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Store } from "../../ports/store.ts";
import type { Coordinate, Matrix, TravelMatrix } from "../../ports/travelMatrix.ts";
import { askWithPatience, type Patience } from "./askWithPatience.ts";
import { placeKey, rememberedRows, type RememberedRows, type Row } from "./rememberedRows.ts";
import type { RoadService } from "./roadService.ts";

const PATIENCE: Patience = { pausesSeconds: [1, 4, 15, 60], longestSeconds: 120, pause };

/** @param store remembers answers, where the service's terms allow it */
export function roadMatrix(
  service: RoadService,
  store: Store,
  clock: Clock,
  patience: Partial<Patience> = {},
): TravelMatrix {
  const memory = service.keepDays > 0 ? rememberedRows(store, clock, service) : undefined;
  return {
    async matrix(places) {
      const distinct = [...new Map(places.map((place) => [placeKey(place), place])).values()];
      const rows = await completeRows(service, memory, distinct, { ...PATIENCE, ...patience });
      refuseUnreachable(service, distinct, rows);
      return layOut(service, places, rows);
    },
  };
}

/** Rows by source in which every place has its way. */
async function completeRows(
  service: RoadService,
  memory: RememberedRows | undefined,
  places: readonly Coordinate[],
  patience: Patience,
): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>();
  for (const place of places) rows.set(placeKey(place), (await memory?.read(place)) ?? new Map());
  const unknown = (source: Coordinate) =>
    places.filter((to) => to !== source && !rows.get(placeKey(source))!.has(placeKey(to)));
  const sources = places.filter((source) => unknown(source).length > 0);
  const wanted = new Set(sources.flatMap(unknown));
  const destinations = places.filter((place) => wanted.has(place));
  for (const tile of tiles(sources, destinations, service.limits)) {
    const block = await askWithPatience(() => service.block(tile.sources, tile.destinations), patience);
    for (const [s, source] of tile.sources.entries()) {
      const ways: Row = new Map(
        tile.destinations.map((to, d) => {
          const [metres, seconds] = [block.metres[s]![d]!, block.seconds[s]![d]!];
          return [placeKey(to), metres === null || seconds === null ? null : [metres, seconds]];
        }),
      );
      for (const [to, way] of ways) rows.get(placeKey(source))!.set(to, way);
      await memory?.add(source, ways);
    }
  }
  return rows;
}

interface Tile {
  readonly sources: readonly Coordinate[];
  readonly destinations: readonly Coordinate[];
}

/** Cuts a block into the fewest requests that keep to the limits; of equally few, the widest. */
export function tiles(
  sources: readonly Coordinate[],
  destinations: readonly Coordinate[],
  { places, pairs }: RoadService["limits"],
): Tile[] {
  if (sources.length === 0 || destinations.length === 0) return [];
  let best = { requests: Infinity, width: 1, height: 1 };
  for (let across = 1; across <= destinations.length; across++) {
    const width = Math.ceil(destinations.length / across);
    const height = Math.min(places, Math.floor(pairs / width));
    if (width > places || height < 1) continue;
    const requests = across * Math.ceil(sources.length / height);
    if (requests < best.requests) best = { requests, width, height };
    if (width < height) break;
  }
  return chunks(sources, best.height).flatMap((some) =>
    chunks(destinations, best.width).map((others) => ({ sources: some, destinations: others })),
  );
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}

/** A place that the road network does not reach stops the plan; all such places and pairs are named at once. */
function refuseUnreachable(service: RoadService, places: readonly Coordinate[], rows: ReadonlyMap<string, Row>): void {
  const pairs = places.flatMap((from) =>
    places
      .filter((to) => to !== from && rows.get(placeKey(from))!.get(placeKey(to)) === null)
      .map((to): [string, string] => [placeKey(from), placeKey(to)]),
  );
  if (pairs.length === 0) return;
  const times = new Map<string, number>();
  for (const key of pairs.flat()) times.set(key, (times.get(key) ?? 0) + 1);
  // A place with no road to half of the others is the culprit; its pairs need no naming of their own.
  const cutOff = new Set([...times].filter(([, count]) => count >= places.length - 1).map(([key]) => key));
  const others = pairs.filter((pair) => !pair.some((key) => cutOff.has(key)));
  throw new InputError([
    ...[...cutOff].map((key) =>
      unreachable(key, `${service.origin} finds no road between ${key} and the other places.`),
    ),
    ...others.map(([from, to]) => unreachable(from, `${service.origin} finds no road from ${from} to ${to}.`)),
  ]);
}

function unreachable(key: string, cause: string): Problem {
  const action = "Move the coordinates to the road that trucks use, or correct them (latitude, longitude).";
  return { code: "travel.unreachable", severity: "error", place: { id: key, field: "latitude" }, cause, action };
}

function layOut(service: RoadService, places: readonly Coordinate[], rows: ReadonlyMap<string, Row>): Matrix {
  const n = places.length;
  const distanceMetres = new Float64Array(n * n);
  const durationSeconds = new Float64Array(n * n);
  places.forEach((from, i) => {
    const row = rows.get(placeKey(from))!;
    places.forEach((to, j) => {
      const way = placeKey(from) === placeKey(to) ? ([0, 0] as const) : row.get(placeKey(to))!;
      distanceMetres[i * n + j] = Math.round(way![0]);
      durationSeconds[i * n + j] = Math.round(way![1]);
    });
  });
  return { distanceMetres, durationSeconds, origin: service.origin, estimated: false };
}
