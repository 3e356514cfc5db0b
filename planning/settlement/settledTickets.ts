/** The tickets of a period as a settlement states them, and its tours with what they carried. */
import { distributeCents } from "../../domain/money.ts";
import type { Region } from "../../domain/region/tables.ts";
import type { SettledTicket, SettledTour } from "../../domain/settlement/settlement.ts";
import type { TourRecord } from "../../domain/settlement/tourRecord.ts";
import { partsAt, sumParts } from "./attribute.ts";
import type { MatchedTicket } from "./matchTickets.ts";
import type { SettledWeek } from "./unloadings.ts";

/** Of those that count, in the order of ids. */
export function settledTickets(matched: readonly MatchedTicket[], regionOf: (week: string) => Region): SettledTicket[] {
  return matched.flatMap(({ state, match, weighing: { ticket } }) => {
    if (match === null || (state !== "matched" && state !== "refused")) return [];
    const region = regionOf(match.week);
    const lots = match.lots.map(({ storageId, pointId, streamId, fraction, form, plannedKg, weighedKg }) => ({
      ...{ storageId, pointId, fraction, form, plannedKg, weighedKg },
      owner: region.streams.find(({ id }) => id === streamId)!.owner,
      parts: partsAt(region, pointId, weighedKg),
    }));
    return [
      {
        ...{ id: ticket.id, number: ticket.number, weighbridge: ticket.weighbridge, weighedAt: ticket.weighedAt },
        ...{ week: match.week, facilityId: ticket.facilityId!, netKg: ticket.netKg },
        ...{ refused: state === "refused", tourId: match.tourId, lots },
      },
    ];
  });
}

/** Tours that were driven, with the tickets of their unloadings. */
export function settledTours(
  weeks: readonly SettledWeek[],
  records: readonly TourRecord[],
  tickets: readonly SettledTicket[],
): SettledTour[] {
  const fates = new Map(records.map((record) => [record.tourId, record.fate]));
  return weeks.flatMap(({ week, run, plan, region }) =>
    plan.routes.flatMap(({ id, date, vehicleId, vehicleName, distanceMetres, durationSeconds }): SettledTour[] => {
      const fate = fates.get(id);
      if (fate?.kind === "cancelled") return [];
      const driven = fate === undefined ? { distanceMetres, durationSeconds } : fate;
      return [
        {
          ...{ id, week, run, date, vehicleId, vehicleName },
          ownerId: region.vehicles.find((vehicle) => vehicle.id === vehicleId)!.ownerId,
          ...{ distanceMetres: driven.distanceMetres, durationSeconds: driven.durationSeconds },
          basis: fate === undefined ? "planned" : "driven",
          ticketIds: tickets.filter((ticket) => ticket.tourId === id).map((ticket) => ticket.id),
        },
      ];
    }),
  );
}

/** What each member had aboard a tour, in kg: as weighed, or as planned when nothing was. In the order of the region. */
export function aboard(tour: SettledTour, tickets: readonly SettledTicket[], { plan, region }: SettledWeek): number[] {
  const ags = region.municipalities.map((m) => m.ags as string);
  const own = tickets.filter((ticket) => ticket.tourId === tour.id);
  const weighed = sumParts(
    ags,
    own.flatMap((ticket) => ticket.lots.map((lot) => lot.parts)),
  );
  if (weighed.some((kg) => kg > 0)) return weighed;
  const pickups = plan.pickups.filter((pickup) => pickup.routeId === tour.id);
  return sumParts(
    ags,
    pickups.map((pickup) => partsAt(region, pickup.pointId, pickup.massKg)),
  );
}

/** A total by how much each had aboard; the first when nobody had anything. */
export const byMass = (value: number, kg: readonly number[]): number[] => distributeCents(value, kg);
