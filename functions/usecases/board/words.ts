/** What is done to a board, in German: goes on after the name of whoever does it. */
import { formatNumber } from "../../../domain/money.ts";
import { formatDate } from "../../../domain/week.ts";
import type { BoardWeek } from "./boardWeek.ts";
import type { Step } from "./draft.ts";
import type { TourRef } from "./view.ts";

export function stepWords(week: BoardWeek, step: Step["do"]): string {
  switch (step.kind) {
    case "move":
      return `hat ${loadName(week, step.stop)} auf ${tourName(week, step.to)} gelegt, als ${step.to.position + 1}. Ladung`;
    case "remove":
      return `hat ${loadName(week, step.stop)} von der Tour genommen`;
    case "lock":
      return `hat ${loadName(week, step.stop)} festgelegt`;
    case "unlock":
      return `hat die Festlegung von ${loadName(week, step.stop)} gelöst`;
    case "lockTour":
      return `hat die Tour ${tourName(week, step)} festgelegt`;
    case "unlockTour":
      return `hat die Festlegung der Tour ${tourName(week, step)} gelöst`;
    case "set":
      return "hat neue Touren suchen lassen";
    case "discard":
      return "hat den Entwurf verworfen";
  }
}

/** `Abrollkipper 1 am 24.11.2026` */
export function tourName({ open }: BoardWeek, { vehicleId, date }: TourRef): string {
  const vehicle = open.region.vehicles.find(({ id }) => id === vehicleId);
  return `${vehicle?.name ?? vehicleId} am ${formatDate(date)}`;
}

/** `5,2 t in Wadgassen` */
export function loadName({ plan, open, client }: BoardWeek, id: string): string {
  const pickup = plan.pickups[client.get(id) ?? -1];
  if (pickup === undefined) return id;
  const point = open.region.collectionPoints.find((one) => one.id === pickup.pointId);
  return `${formatNumber(pickup.massKg / 1000, 1)} t in ${point?.name ?? pickup.pointId}`;
}
