/** What is done to a board, with the names that a sentence on it needs: they stay as they were then, whatever becomes of the region. */
import type { NamedLoad, NamedTour } from "../../../domain/language/tours/shape.ts";
import type { BoardWeek } from "./boardWeek.ts";
import type { Step } from "./draft.ts";
import type { BoardDeed, TourRef } from "./view.ts";

export function deedOf(week: BoardWeek, step: Step["do"]): BoardDeed {
  switch (step.kind) {
    case "move":
      return {
        kind: "move",
        load: namedLoad(week, step.stop),
        tour: namedTour(week, step.to),
        place: step.to.position + 1,
      };
    case "remove":
    case "lock":
    case "unlock":
      return { kind: step.kind, load: namedLoad(week, step.stop) };
    case "lockTour":
    case "unlockTour":
      return { kind: step.kind, tour: namedTour(week, step) };
    case "set":
    case "discard":
      return { kind: step.kind };
  }
}

export function namedTour({ open }: BoardWeek, { vehicleId, date }: TourRef): NamedTour {
  const vehicle = open.region.vehicles.find(({ id }) => id === vehicleId);
  return { vehicle: vehicle?.name ?? vehicleId, date };
}

/** Of a load that the plan does not know: its id. */
export function namedLoad({ plan, open, client }: BoardWeek, id: string): NamedLoad {
  const pickup = plan.pickups[client.get(id) ?? -1];
  if (pickup === undefined) return { massKg: 0, point: id };
  const point = open.region.collectionPoints.find((one) => one.id === pickup.pointId);
  return { massKg: pickup.massKg, point: point?.name ?? pickup.pointId };
}
