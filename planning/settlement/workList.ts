/** What keeps tickets and tours from being settled, each matter once, with its place, cause and remedy. Pure; German sentences. */
import { formatNumber } from "../../domain/money.ts";
import { localDate } from "../../domain/localTime.ts";
import type { DatedPrice } from "../../domain/settlement/terms.ts";
import type { WorkCode, WorkItem } from "../../domain/settlement/workItem.ts";
import { formatDate, weekOf } from "../../domain/week.ts";
import type { Region } from "../../domain/region/tables.ts";
import { candidateOf, type MatchedTicket, type OpenWhy } from "./matchTickets.ts";
import { priceOn } from "./prices.ts";
import { ownNames, type OwnNames } from "./ownNames.ts";
import { unloadingKey, type Unloading } from "./unloadings.ts";

/** Further off than this part of what was planned is asked back; a little load may differ by a little. */
export const OUTLIER_PART = 0.5;
const OUTLIER_LEAST_KG = 500;
/** A scale is not exact, nor is a registration. */
const OVERLOAD_PART = 1.1;

export interface WorkInput {
  readonly matched: readonly MatchedTicket[];
  readonly unloadings: readonly Unloading[];
  /** Master data by week; the newest stands for weeks that were not planned. */
  readonly regionOf: (week: string) => Region;
  readonly dated: readonly DatedPrice[];
  /** `YYYY-MM-DD`: a tour of an earlier day has been driven. */
  readonly today: string;
}

export function workList(input: WorkInput): WorkItem[] {
  const tickets = input.matched.flatMap((one) => {
    const names = ownNames(input.regionOf(weekIn(one)));
    return [
      ...openItem(one, names),
      ...outlierItem(one, names),
      ...refusedItem(one, names),
      ...priceItems(one, input, names),
    ];
  });
  return [...tickets, ...withoutWeighing(input)].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const weekIn = ({ match, weighing }: MatchedTicket): string =>
  match?.week ?? weekOf(localDate(weighing.ticket.weighedAt));

type Said = Pick<WorkItem, "cause" | "action" | "facts">;

function item(
  code: WorkCode,
  { weighing, candidates }: MatchedTicket,
  said: Said,
  more: Partial<WorkItem> = {},
): WorkItem {
  const { ticket, origin, askedAt, photo } = weighing;
  return {
    ...{ id: `${code}:${ticket.id}`, code, severity: "error", week: weekOf(localDate(ticket.weighedAt)) },
    place: { ticketId: ticket.id, tourId: null, file: origin.file, row: origin.row },
    candidates: candidates.map(candidateOf),
    ...{ askedAt, ...(photo === null ? {} : { photo: true }), ...said, ...more },
  };
}

const named = ({ weighing: { ticket } }: MatchedTicket, { facility }: OwnNames): string =>
  `Schein ${ticket.number} (${facility(ticket.weighbridge)}, ${formatDate(localDate(ticket.weighedAt))})`;

const CODE_OF: Readonly<Record<OpenWhy, WorkCode>> = {
  negativeNet: "ticket.negativeNet",
  unknownFacility: "ticket.unknownFacility",
  unmatched: "ticket.unmatched",
  ambiguous: "ticket.ambiguous",
};

function openItem(one: MatchedTicket, names: OwnNames): WorkItem[] {
  if (one.why === null) return [];
  const { ticket } = one.weighing;
  const facts = {
    number: ticket.number,
    weighbridge: names.facility(ticket.weighbridge),
    netKg: ticket.netKg,
    vehicle: ticket.vehicle,
    date: localDate(ticket.weighedAt),
  };
  return [item(CODE_OF[one.why], one, { ...saidOf(one, one.why, names), facts })];
}

function saidOf(one: MatchedTicket, why: OpenWhy, names: OwnNames): Omit<Said, "facts"> {
  const { ticket } = one.weighing;
  const net = `${formatNumber(ticket.netKg)} kg`;
  switch (why) {
    case "negativeNet":
      return ticket.netKg <= 0
        ? {
            cause: `${named(one, names)} hat ein Netto von ${net}.`,
            action: "Bei der Waage nachfragen; als ungültig kennzeichnen und den berichtigten Schein einlesen.",
          }
        : {
            cause: `${named(one, names)}: Brutto weniger Tara ist ${formatNumber(ticket.grossKg! - ticket.tareKg!)} kg, als Netto stehen ${net} da.`,
            action: "Das Netto bestätigen oder den Schein als ungültig kennzeichnen und berichtigt einlesen.",
          };
    case "unknownFacility":
      return {
        cause: `${named(one, names)} nennt eine Anlage, die es in den Stammdaten nicht gibt.`,
        action: "Die Anlage im Einleseprofil zuordnen und die Datei noch einmal einlesen, oder den Schein aussondern.",
      };
    case "unmatched":
      return {
        cause: `Zu ${named(one, names)}, ${net}, passt keine Tour: An diesem Tag hat kein passendes Fahrzeug dort gekippt, das noch ohne Schein ist.`,
        action:
          "Fahrzeug und Datum prüfen, einer Tour von Hand zuordnen oder als nicht zum Verbund gehörig aussondern.",
      };
    case "ambiguous":
      return {
        cause: `Zu ${named(one, names)}, ${net}, passen ${one.candidates.length} Entladungen.`,
        action: "Eine davon auswählen.",
      };
  }
}

function outlierItem(one: MatchedTicket, names: OwnNames): WorkItem[] {
  const { unloading, decided, weighing } = one;
  if (unloading === null || decided.confirmed) return [];
  const { netKg } = weighing.ticket;
  const off = Math.abs(netKg - unloading.plannedKg);
  const heavy = netKg > unloading.capacityKg * OVERLOAD_PART;
  if (!heavy && (off <= OUTLIER_PART * unloading.plannedKg || off <= OUTLIER_LEAST_KG)) return [];
  const than = heavy
    ? `das Fahrzeug trägt ${formatNumber(unloading.capacityKg)} kg`
    : `geplant waren ${formatNumber(unloading.plannedKg)} kg`;
  const facts = {
    ...{ number: weighing.ticket.number, netKg, plannedKg: unloading.plannedKg, tourId: unloading.tourId },
    date: localDate(weighing.ticket.weighedAt),
    ...(heavy ? { capacityKg: unloading.capacityKg } : {}),
  };
  const said = {
    cause: `${named(one, names)} wiegt ${formatNumber(netKg)} kg, ${than}.`,
    action: "Beim Bauhof oder der Waage nachfragen; stimmt das Gewicht, bestätigen, sonst den Schein aussondern.",
    facts,
  };
  return [item("ticket.outlier", one, said)];
}

function refusedItem(one: MatchedTicket, names: OwnNames): WorkItem[] {
  if (one.state !== "refused") return [];
  const storages = [...new Set(one.match?.lots.map((lot) => names.storage(lot.storageId)))].join("; ");
  const said = {
    cause: `${named(one, names)}: Die Ladung wurde abgelehnt. Sie kam von ${storages}; ihre Kosten trägt die Herkunft.`,
    action: "Die Herkunft verständigen. Sonst ist nichts zu tun.",
    facts: {
      ...{ number: one.weighing.ticket.number, storages, netKg: one.weighing.ticket.netKg },
      date: localDate(one.weighing.ticket.weighedAt),
    },
  };
  return [item("ticket.refused", one, said, { severity: "warning" })];
}

function priceItems(one: MatchedTicket, { regionOf, dated }: WorkInput, names: OwnNames): WorkItem[] {
  if (one.state !== "matched" || one.match === null) return [];
  const { ticket } = one.weighing;
  const region = regionOf(one.match.week);
  const missing = one.match.lots.filter((lot) => {
    const owner = region.streams.find(({ id }) => id === lot.streamId)?.owner ?? "municipality";
    const material = { fraction: lot.fraction, form: lot.form, owner };
    const date = localDate(ticket.weighedAt);
    return priceOn({ tariffs: region.tariffs, dated }, ticket.facilityId!, material, date) === undefined;
  });
  if (missing.length === 0) return [];
  const what = [...new Set(missing.map((lot) => names.material(lot)))].join("; ");
  const facility = names.facility(ticket.facilityId!);
  const said = {
    cause: `Für ${named(one, names)} gibt es bei ${facility} am ${formatDate(localDate(ticket.weighedAt))} keinen Preis (${what}).`,
    action: "Den Preis mit seinen Tagen in region.json ergänzen (settlement.prices), oder den Schein richtig zuordnen.",
    facts: { number: ticket.number, facility, date: localDate(ticket.weighedAt), material: what },
  };
  return [item("price.missing", one, said)];
}

function withoutWeighing({ matched, unloadings, regionOf, today }: WorkInput): WorkItem[] {
  const weighed = new Set(matched.flatMap(({ unloading }) => (unloading === null ? [] : [unloadingKey(unloading)])));
  return unloadings
    .filter((one) => one.date < today && !weighed.has(unloadingKey(one)))
    .map((one) => ({ one, facility: ownNames(regionOf(one.week)).facility(one.facilityId) }))
    .map(({ one, facility }): WorkItem => ({
      ...{ id: `tour.withoutWeighing:${one.tourId}:${one.stop}`, code: "tour.withoutWeighing", severity: "error" },
      week: one.week,
      place: { ticketId: null, tourId: one.tourId, file: null, row: null },
      cause: `${one.vehicleName} hat am ${formatDate(one.date)} bei ${facility} gekippt (geplant ${formatNumber(one.plannedKg)} kg); dazu gibt es keinen Schein.`,
      action:
        "Den Schein einlesen oder einen offenen Schein dieser Tour zuordnen; fiel die Fahrt aus, die Tour als ausgefallen kennzeichnen.",
      facts: {
        ...{ vehicle: one.vehicleName, date: one.date, facility, plannedKg: one.plannedKg },
        ...{ tourId: one.tourId, stop: one.stop },
      },
      ...{ candidates: [], askedAt: null },
    }));
}
