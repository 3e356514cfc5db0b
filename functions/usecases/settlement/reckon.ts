/** Reckons the settlement of a period from what is known now. Writes nothing. */
import { canonicalJson } from "../../../domain/canonicalJson.ts";
import type { Settlement } from "../../../domain/settlement/settlement.ts";
import type { WorkItem } from "../../../domain/settlement/workItem.ts";
import { settle } from "../../../planning/settlement/settle.ts";
import type { Ports } from "../ports.ts";
import { sha256 } from "../sha256.ts";
import { travelOf } from "../travel.ts";
import { situationOf, type Situation } from "../weighings/situation.ts";
import { agreementFor } from "./agreementFor.ts";

export type ReckonPorts = Pick<Ports, "store" | "blobs" | "clock" | "travelMatrix" | "engine">;

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
    ...{
      weeks: situation.weeks,
      matched: situation.matched,
      tours: situation.tours,
      dated: situation.terms.prices,
      engine,
      ...travel,
    },
    ...agreed,
    advanceCents: new Map(Object.entries(advances)),
    terms: situation.terms,
    inputsSha256: sha256(canonicalJson(inputsOf(situation, advances))),
  });
  return { settlement, items, situation };
}

const inputsOf = (
  { weeks, weighings, tours, terms }: Situation,
  advances: Readonly<Record<string, number>>,
): object => ({
  weeks: weeks.map(({ week, run, plan }) => ({ week, run, plan: plan.provenance.inputsSha256 })),
  weighings: weighings.map(({ ticket, decisions }) => ({ ticket, decisions })),
  tours: tours.map(({ tourId, fate }) => ({ tourId, fate })),
  ...{ advances, terms },
});
