/** Where a load could go: for each vehicle and day the cheapest place, with what it costs and breaks. */
import type {
  BoardActions,
  BoardAt,
  BoardPrice,
  BoardView,
  StopRef,
  TourRef,
} from "../../functions/usecases/board/view.ts";
import { daysShown } from "./view.ts";

export interface Target {
  readonly to: TourRef & { readonly position: number };
  /** Loads on that tour once it is there. */
  readonly loads: number;
  /** It is on this tour now. */
  readonly here: boolean;
  readonly price: BoardPrice;
}

/** On long tours every place would be priced; the cheapest is nearly always found among so many. */
const MOST_PLACES = 12;

/** Nothing is written. A vehicle without a shift that day is left out. */
export async function targetsOf(actions: BoardActions, view: BoardView, stop: StopRef): Promise<Target[]> {
  const at: BoardAt = { region: view.region, week: view.week };
  const found: Target[] = [];
  for (const date of daysShown(view))
    for (const vehicle of view.vehicles) {
      if ((vehicle.shifts[view.days.indexOf(date)] ?? null) === null) continue;
      const target = await cheapest(actions, view, at, { vehicleId: vehicle.id, date }, stop);
      if (target !== undefined) found.push(target);
    }
  return found.sort(byPrice);
}

async function cheapest(
  actions: BoardActions,
  view: BoardView,
  at: BoardAt,
  tour: TourRef,
  stop: StopRef,
): Promise<Target | undefined> {
  const held = view.tours.find(({ vehicleId, date }) => vehicleId === tour.vehicleId && date === tour.date);
  const loads = held?.stops.filter(({ kind }) => kind === "load") ?? [];
  const here = loads.some(({ ref }) => ref === stop);
  const places = loads.length - (here ? 1 : 0) + 1;
  const priced: Target[] = [];
  for (const position of spread(places)) {
    const to = { ...tour, position };
    const price = await actions.price(at, view.version, { kind: "move", stop, to });
    if (price.kind === "price") priced.push({ to, loads: places, here, price });
  }
  return priced.sort(byPrice)[0];
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
