/** What tours cost: kilometres, toll, hours, the shift. Work for refused loads stands in a line of its own. */
import type { CostItem, SettledTicket, SettledTour } from "../../domain/settlement/settlement.ts";
import { distributeCents } from "../../domain/money.ts";
import { partsOf, sumParts } from "./attribute.ts";
import { aboard } from "./settledTickets.ts";
import type { SettledWeek } from "./unloadings.ts";

interface Rate {
  readonly name: string;
  readonly line: "haulage" | "toll";
  readonly label: string;
  readonly quantity: number;
  readonly unit: string;
  readonly centsPerUnit: number;
}

export function tourItems(tour: SettledTour, tickets: readonly SettledTicket[], week: SettledWeek): CostItem[] {
  const ags = week.region.municipalities.map((m) => m.ags as string);
  const own = tickets.filter((ticket) => ticket.tourId === tour.id);
  const kgOf = (some: readonly SettledTicket[]): number[] =>
    sumParts(
      ags,
      some.flatMap((ticket) => ticket.lots.map((lot) => lot.parts)),
    );
  const taken = own.filter((ticket) => !ticket.refused);
  const refused = own.filter((ticket) => ticket.refused);
  const mass = [taken, refused].map((some) => some.reduce((kg, ticket) => kg + ticket.netKg, 0));
  return ratesOf(tour, week).flatMap((rate): CostItem[] => {
    const cents = Math.round(rate.quantity * rate.centsPerUnit);
    if (cents === 0) return [];
    const [forTaken, forRefused] = refused.length === 0 ? [cents, 0] : distributeCents(cents, mass);
    const item = (suffix: string, part: number, kg: readonly number[]): CostItem => ({
      id: `${tour.id}/${rate.name}${suffix}`,
      line: suffix === "" ? rate.line : "refusedLoads",
      week: tour.week,
      label: suffix === "" ? rate.label : `${rate.label}, Anteil abgelehnter Ladungen`,
      ...{ quantity: rate.quantity * (part / cents), unit: rate.unit, centsPerUnit: rate.centsPerUnit, cents: part },
      payeeId: tour.ownerId,
      evidence: { kind: "tour", id: tour.id },
      parts: partsOf(part, ags, kg),
    });
    return [
      ...(forTaken === 0
        ? []
        : [item("", forTaken!, refused.length === 0 ? aboard(tour, tickets, week) : kgOf(taken))]),
      ...(forRefused === 0 ? [] : [item("-refused", forRefused!, kgOf(refused))]),
    ];
  });
}

function ratesOf({ vehicleId, distanceMetres, durationSeconds }: SettledTour, { region }: SettledWeek): Rate[] {
  const vehicle = region.vehicles.find(({ id }) => id === vehicleId)!;
  const km = distanceMetres / 1000;
  const { centsPerKm, centsPerHour, fixedCentsPerShift, tollCentsPerKm, tollShare } = vehicle;
  return [
    { name: "km", line: "haulage", label: "Kilometer", quantity: km, unit: "km", centsPerUnit: centsPerKm },
    { name: "toll", line: "toll", label: "Maut", quantity: km * tollShare, unit: "km", centsPerUnit: tollCentsPerKm },
    {
      ...{ name: "hours", line: "haulage", label: "Stunden", quantity: durationSeconds / 3600, unit: "h" },
      centsPerUnit: centsPerHour,
    },
    {
      name: "shift",
      line: "haulage",
      label: "Schicht",
      quantity: 1,
      unit: "Schicht",
      centsPerUnit: fixedCentsPerShift,
    },
  ];
}
