/** Everything that a settlement is reckoned from, and its hash. Writes nothing and solves nothing. */
import { canonicalJson } from "../../../domain/canonicalJson.ts";
import { VERSION } from "../../../domain/version.ts";
import type { WorkItem } from "../../../domain/settlement/workItem.ts";
import type { SettleInput } from "../../../planning/settlement/settle.ts";
import type { Ports } from "../ports.ts";
import { sha256 } from "../sha256.ts";
import { situationOf, type Situation } from "../weighings/situation.ts";
import { agreementFor } from "./agreementFor.ts";

export interface PrepareOptions {
  readonly weeks: readonly string[];
  /** By AGS, whole cents. */
  readonly advances?: Readonly<Record<string, number>>;
}

export interface Prepared {
  readonly weeks: readonly string[];
  readonly advances: Readonly<Record<string, number>>;
  readonly situation: Situation;
  /** Work that belongs to the period, or to none that is known. */
  readonly items: readonly WorkItem[];
  /** Whether some of it forbids settling, or no week is published. */
  readonly blocked: boolean;
  readonly agreed: Pick<SettleInput, "agreement" | "agreedCents">;
  readonly inputsSha256: string;
}

export async function prepare(
  ports: Pick<Ports, "store" | "blobs" | "clock">,
  region: string,
  { weeks, advances = {} }: PrepareOptions,
): Promise<Prepared> {
  const [situation, agreed] = await Promise.all([
    situationOf(ports, region, weeks),
    agreementFor(ports, region, weeks),
  ]);
  const items = situation.items.filter(({ week }) => week === null || weeks.includes(week));
  const blocked = situation.weeks.length === 0 || items.some(({ severity }) => severity === "error");
  const inputsSha256 = sha256(canonicalJson(inputsOf(situation, agreed, advances)));
  return { weeks, advances, situation, items, blocked, agreed, inputsSha256 };
}

const inputsOf = (
  { weeks, weighings, tours, terms: { asking: _, ...terms } }: Situation,
  { agreement, agreedCents }: Prepared["agreed"],
  advances: Prepared["advances"],
): object => ({
  version: VERSION,
  weeks: weeks.map(({ week, run, plan }) => ({ week, run, plan: plan.provenance.inputsSha256 })),
  weighings: weighings.map(({ ticket, decisions }) => ({ ticket, decisions })),
  tours: tours.map(({ tourId, fate }) => ({ tourId, fate })),
  agreement: agreement?.sha256 ?? null,
  agreedCents: Object.fromEntries(agreedCents),
  ...{ advances, terms },
});
