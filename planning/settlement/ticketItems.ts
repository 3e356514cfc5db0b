/** What plants ask for by weight, ticket for ticket, at the price of the day. Refused loads pay nothing here. */
import { localDate } from "../../domain/localTime.ts";
import type { CostItem, SettledTicket } from "../../domain/settlement/settlement.ts";
import { storedStreams } from "../../domain/region/densities.ts";
import type { Region } from "../../domain/region/tables.ts";
import type { DatedPrice } from "../../domain/settlement/terms.ts";
import { priceOn } from "./prices.ts";
import { partsAt } from "./attribute.ts";

const FRACTIONS = { woody: "holzig", herbaceous: "krautig", grassLeaves: "Gras und Laub", mixed: "gemischt" } as const;

/** @throws Error when a price is missing: the work list names it before anything is settled */
/** A price by volume is reckoned with the density that the plan of the week had. */
export function ticketItems(ticket: SettledTicket, region: Region, dated: readonly DatedPrice[]): CostItem[] {
  if (ticket.refused) return [];
  const date = localDate(ticket.weighedAt);
  const streams = storedStreams(region, ticket.week);
  return ticket.lots.flatMap((lot, i): CostItem[] => {
    const tariff = priceOn({ tariffs: region.tariffs, dated }, ticket.facilityId, lot, date);
    if (tariff === undefined) throw new Error(`no price for ticket ${ticket.id} at ${ticket.facilityId} on ${date}`);
    const { stream } = streams.get(lot.storageId)!;
    const density = lot.form === "loose" ? stream.looseKgPerM3 : stream.shreddedKgPerM3;
    const quantity = lot.weighedKg / (tariff.per === "tonne" ? 1000 : density);
    const cents = Math.round(quantity * tariff.gateFeeCents);
    return cents === 0
      ? []
      : [
          {
            id: `${ticket.id}/${i + 1}`,
            line: "gate",
            week: ticket.week,
            label: `Annahme ${FRACTIONS[lot.fraction]}${lot.form === "shredded" ? ", gehäckselt" : ""}`,
            ...{ quantity, unit: tariff.per === "tonne" ? "t" : "m³", centsPerUnit: tariff.gateFeeCents, cents },
            payeeId: ticket.facilityId,
            evidence: { kind: "ticket", id: ticket.id },
            parts: partsAt(region, lot.pointId, cents),
          },
        ];
  });
}
