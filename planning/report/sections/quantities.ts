/** Mengen: what the joint plan hauls over the period, by facility and fraction. */
import type { Plan } from "../../../domain/plan/plan.ts";
import type { Fraction } from "../../../domain/region/common.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { singleBars } from "../bars.ts";
import { markup, type Content, type Html } from "../html.ts";
import { dataTable } from "../table.ts";
import { FRACTION_NAMES, percent, periodName, tonnes } from "../words.ts";

interface Amount {
  readonly facility: string;
  readonly fraction: string;
  readonly massKg: number;
  readonly shredded: boolean;
}

function amountsOf(plan: Plan, region: Region): Amount[] {
  const streams = new Map(region.streams.map((stream) => [stream.id, stream.fraction]));
  const fractions = new Map<string, Fraction | undefined>(
    region.storages.map((storage) => [storage.id, streams.get(storage.streamId)]),
  );
  const facilities = new Map(region.facilities.map((facility) => [facility.id, facility.name]));
  return plan.flow.joint.hauls.map(({ storageId, facilityId, form, massKg }) => {
    const fraction = fractions.get(storageId);
    return {
      facility: facilities.get(facilityId) ?? facilityId,
      fraction: fraction === undefined ? "unbekannt" : FRACTION_NAMES[fraction],
      massKg,
      shredded: form === "shredded",
    };
  });
}

const total = (amounts: readonly Amount[]): number => amounts.reduce((sum, one) => sum + one.massKg, 0);

/** Names with their tonnes, the largest first. */
function grouped(amounts: readonly Amount[], key: "facility" | "fraction"): { name: string; amount: number }[] {
  const names = [...new Set(amounts.map((one) => one[key]))];
  const groups = names.map((name) => ({ name, amount: total(amounts.filter((one) => one[key] === name)) }));
  return groups.sort((a, b) => b.amount - a.amount);
}

function bars(amounts: readonly Amount[], key: "facility" | "fraction", caption: string): Html {
  const all = total(amounts);
  const rows = grouped(amounts, key).map(({ name, amount }) => ({
    name,
    amount,
    value: markup`${tonnes(amount)}<small>${percent(amount, all)}</small>`,
  }));
  return singleBars(rows, caption);
}

function matrix(amounts: readonly Amount[]): Html {
  const fractions = grouped(amounts, "fraction").map((one) => one.name);
  const cells = (list: readonly Amount[]): Content[] => {
    const masses = fractions.map((fraction) => total(list.filter((one) => one.fraction === fraction)));
    return [...masses, total(list)].map((mass) => (mass === 0 ? "–" : tonnes(mass)));
  };
  return dataTable({
    id: "quantities-table",
    caption: "Tonnen nach Verwertungsanlage und Fraktion",
    columns: [{ head: "Verwertungsanlage" }, ...[...fractions, "Summe"].map((head) => ({ head, numeric: true }))],
    rows: grouped(amounts, "facility").map(({ name }) => [
      name,
      ...cells(amounts.filter((one) => one.facility === name)),
    ]),
    total: ["Summe", ...cells(amounts)],
  });
}

export function quantitiesSection(plan: Plan, region: Region): Html {
  const amounts = amountsOf(plan, region);
  if (amounts.length === 0) return markup`<p>Im Zeitraum wird nichts gefahren.</p>`;
  const shredded = total(amounts.filter((one) => one.shredded));
  const period = periodName(plan.period.firstWeek, plan.period.lastWeek);
  return markup`<p>Im Zeitraum ${period} gehen ${tonnes(total(amounts))} in die Verwertung; ${percent(shredded, total(amounts))} davon werden
vorher gehäckselt und brauchen deshalb weniger Fahrten.</p>
${bars(amounts, "facility", "Tonnen nach Verwertungsanlage")}
${bars(amounts, "fraction", "Tonnen nach Fraktion")}
${matrix(amounts)}`;
}
