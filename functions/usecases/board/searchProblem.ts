/** The week's routing problem with what the dispatcher has decided: locks hold, and leaving the published plan has a price. */
import type { Client, RoutingProblem } from "../../../domain/routing/problem.ts";
import { slotOf, tourRefOf, type BoardWeek } from "./boardWeek.ts";
import { holds, keyOfTour, type BoardState } from "./state.ts";

/** A published load goes to another vehicle or day only if that saves more than this, where the region says nothing else. */
const USUAL_DEVIATION_CENTS = 2_000;

export function searchProblem(week: BoardWeek, state: BoardState): RoutingProblem {
  const { problem } = week;
  const { tours } = state.board;
  const frozen = [...state.lockedTours.values()].map((tour) => {
    const slot = slotOf(week, tour)!;
    const stops = tours.find(({ vehicle, day }) => vehicle === slot.vehicle && day === slot.day)?.stops ?? [];
    return { ...slot, clients: stops.filter(({ kind }) => kind === "client").map(({ index }) => index) };
  });
  // A route of nobody cannot be frozen: the vehicle stays at home.
  const atHome = new Set(
    frozen.filter(({ clients }) => clients.length === 0).map((slot) => keyOfTour(tourRefOf(week, slot))),
  );
  return {
    ...problem,
    clients: problem.clients.map((client, index) => lockedClient(week, state, client, index)),
    vehicles: problem.vehicles.map((vehicle, index) => ({
      ...vehicle,
      shifts: vehicle.shifts.map((shift, day) =>
        atHome.has(keyOfTour(tourRefOf(week, { vehicle: index, day }))) ? null : shift,
      ),
    })),
    frozenRoutes: frozen.filter(({ clients }) => clients.length > 0),
  };
}

function lockedClient(week: BoardWeek, { board, lockedLoads }: BoardState, client: Client, index: number): Client {
  const visits = week.tours.filter(({ stops }) => holds(stops, index)).map(({ vehicle, day }) => ({ vehicle, day }));
  const deviationCents = week.open.region.settings.prices.deviationCents?.value ?? USUAL_DEVIATION_CENTS;
  const calm = visits.length === 0 ? client : { ...client, published: { visits, deviationCents } };
  if (!lockedLoads.has(week.plan.pickups[index]!.id)) return calm;
  const at = board.tours.find(({ stops }) => holds(stops, index));
  // One that was taken off and locked stays where it is.
  if (at === undefined) return { ...calm, windows: client.windows.map(() => []) };
  return { ...calm, lock: { vehicle: at.vehicle, day: at.day } };
}
