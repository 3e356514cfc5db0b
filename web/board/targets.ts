/** Where a load could go: for each vehicle and day the cheapest place, with what it costs and breaks. */
import type { BoardActions, BoardPrice, BoardView, StopRef, TourRef } from "../../functions/usecases/board/view.ts";
import { atOf, daysShown } from "./view.ts";

export interface Target {
  readonly to: TourRef & { readonly position: number };
  /** Loads on that tour once it is there. */
  readonly loads: number;
  /** It is on this tour now. */
  readonly here: boolean;
  readonly price: BoardPrice;
}

type Place = Omit<Target, "price">;

/** On long tours every place would be priced; the cheapest is nearly always found among so many. */
const MOST_PLACES = 12;

/** Nothing is written. A vehicle without a shift that day is left out. All places are priced in one call. */
export async function targetsOf(actions: BoardActions, view: BoardView, stop: StopRef): Promise<Target[]> {
  const places = daysShown(view).flatMap((date) =>
    view.vehicles
      .filter(({ shifts }) => (shifts[view.days.indexOf(date)] ?? null) !== null)
      .flatMap(({ id }) => placesOn(view, { vehicleId: id, date }, stop)),
  );
  const priced = await actions.prices(
    atOf(view),
    view.version,
    places.map(({ to }) => ({ kind: "move", stop, to })),
  );
  if (priced.kind !== "prices") return [];
  const cheapest = new Map<string, Target>();
  for (const [index, place] of places.entries()) {
    const price = priced.prices[index]!;
    if (price.kind !== "price") continue;
    const key = `${place.to.vehicleId} ${place.to.date}`;
    const target = { ...place, price };
    const best = cheapest.get(key);
    if (best === undefined || byPrice(target, best) < 0) cheapest.set(key, target);
  }
  return [...cheapest.values()].sort(byPrice);
}

function placesOn(view: BoardView, tour: TourRef, stop: StopRef): Place[] {
  const held = view.tours.find(({ vehicleId, date }) => vehicleId === tour.vehicleId && date === tour.date);
  const stops = held?.stops.filter(({ kind }) => kind === "load") ?? [];
  const here = stops.some(({ ref }) => ref === stop);
  const loads = stops.length - (here ? 1 : 0) + 1;
  return spread(loads).map((position) => ({ to: { ...tour, position }, loads, here }));
}

function spread(places: number): number[] {
  if (places <= MOST_PLACES) return Array.from({ length: places }, (_, index) => index);
  const positions = Array.from({ length: MOST_PLACES }, (_, index) =>
    Math.round((index * (places - 1)) / (MOST_PLACES - 1)),
  );
  return [...new Set(positions)];
}

/** What holds comes first, then what costs least. */
function byPrice(a: Target, b: Target): number {
  return a.price.violations.length - b.price.violations.length || a.price.deltaCents - b.price.deltaCents;
}
