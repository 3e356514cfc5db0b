/** Reckons the settlement of a period from what is known now. Writes nothing. */
import { canonicalJson } from "../../../domain/canonicalJson.ts";
import type { Settlement } from "../../../domain/settlement/settlement.ts";
import type { WorkItem } from "../../../domain/settlement/workItem.ts";
import { isWeek, weeksFrom, addWeeks } from "../../../domain/week.ts";
import { settle } from "../../../planning/settlement/settle.ts";
import { ApiProblem } from "../apiProblem.ts";
import type { Ports } from "../ports.ts";
import { sha256 } from "../sha256.ts";
import { travelOf } from "../travel.ts";
import { situationOf, type Situation } from "../weighings/situation.ts";
import { agreementFor } from "./agreementFor.ts";

export type ReckonPorts = Pick<Ports, "store" | "blobs" | "clock" | "travelMatrix" | "engine">;

/** What one settlement covers at most; the yearly ledger adds settlements up. */
export const MOST_WEEKS = 8;

export interface Reckoned {
  /** null while something in the work list forbids it. */
  readonly settlement: Settlement | null;
  readonly items: readonly WorkItem[];
  readonly situation: Situation;
}

export interface ReckonOptions {
  readonly weeks: readonly string[];
  /** By AGS. */
  readonly advances?: Readonly<Record<string, number>>;
}

/** @throws ApiProblem 422 for a period that is none */
export function weeksOfPeriod({
  firstWeek,
  lastWeek,
}: {
  readonly firstWeek: string;
  readonly lastWeek: string;
}): string[] {
  if (!isWeek(firstWeek) || !isWeek(lastWeek))
    throw new ApiProblem(
      422,
      "Der Zeitraum geht von einer ISO-Woche bis zu einer anderen, etwa 2026-W45 bis 2026-W48.",
    );
  const count = weeksFrom(firstWeek, lastWeek);
  if (count < 1) throw new ApiProblem(422, `${lastWeek} liegt vor ${firstWeek}.`);
  if (count > MOST_WEEKS)
    throw new ApiProblem(
      422,
      `Der Zeitraum hat ${count} Wochen; auf einmal gehen ${MOST_WEEKS}. Das Jahreskonto fasst mehrere Abrechnungen zusammen.`,
    );
  return Array.from({ length: count }, (_, i) => addWeeks(firstWeek, i));
}

export const settlementId = (weeks: readonly string[]): string => `${weeks[0]!}_${weeks.at(-1)!}`;

/** @throws ApiProblem 422 for what is no id */
export function weeksOfId(id: string): string[] {
  const [firstWeek = "", lastWeek = ""] = id.split("_");
  return weeksOfPeriod({ firstWeek, lastWeek });
}

/** Work that belongs to the period, or to none that is known. */
const blocking = (items: readonly WorkItem[]): WorkItem[] => items.filter(({ severity }) => severity === "error");

export async function reckon(
  ports: ReckonPorts,
  region: string,
  { weeks, advances = {} }: ReckonOptions,
): Promise<Reckoned> {
  const situation = await situationOf(ports, region, weeks);
  const items = situation.items.filter(({ week }) => week === null || weeks.includes(week));
  const [first] = situation.weeks;
  if (first === undefined || blocking(items).length > 0) return { settlement: null, items, situation };
  const frozen = first.region;
  const [agreed, travel, engine] = await Promise.all([
    agreementFor(ports.store, region, weeks),
    travelOf(ports.travelMatrix(frozen), frozen),
    ports.engine(),
  ]);
  const settlement = await settle({
    ...{ weeks: situation.weeks, matched: situation.matched, tours: situation.tours, dated: [], engine, ...travel },
    ...agreed,
    advanceCents: new Map(Object.entries(advances)),
    terms: frozen.settings.settlement,
    inputsSha256: sha256(canonicalJson(inputsOf(situation, advances))),
  });
  return { settlement, items, situation };
}

const inputsOf = ({ weeks, weighings, tours }: Situation, advances: Readonly<Record<string, number>>): object => ({
  weeks: weeks.map(({ week, run, plan }) => ({ week, run, plan: plan.provenance.inputsSha256 })),
  weighings: weighings.map(({ ticket, decisions }) => ({ ticket, decisions })),
  tours: tours.map(({ tourId, fate }) => ({ tourId, fate })),
  advances,
});
