/** The agreement whose rule and promises hold for a period. */
import type { Agreement } from "../../../domain/agreement/agreement.ts";
import type { SettleInput } from "../../../planning/settlement/settle.ts";
import { mondayOf } from "../../../domain/week.ts";
import type { Ports } from "../ports.ts";
import { currentOf, listRecords, readProposal } from "../agreements/readAgreement.ts";
import { asCorrected } from "./asCorrected.ts";
import { settlementId } from "./period.ts";
import { listSettlements } from "./records.ts";

/**
 * What members pay at most by the best agreement that covers every week. An agreement on a week or a period promises an amount for all
 * of it: of several settlements within it, each may ask for what those before have left. A frame promises none.
 *
 * In force, and covering every week. One for exactly this period comes first, then a frame or period, then a week's; of several the
 * one that begins last.
 */
export async function agreementFor(
  { store, blobs }: Pick<Ports, "store" | "blobs">,
  region: string,
  weeks: readonly string[],
): Promise<Pick<SettleInput, "agreement" | "agreedCents" | "uncapped">> {
  const [first, last] = [mondayOf(weeks[0]!), mondayOf(weeks.at(-1)!)];
  const found: { readonly agreement: Agreement; readonly sha256: string }[] = [];
  let beyond: SettleInput["uncapped"];
  for (const record of await listRecords(store, region)) {
    const { state, version } = currentOf(record);
    if (state !== "inForce" && state !== "settled") continue;
    const held = await readProposal(store, { region, agreement: record.id, version });
    const { firstWeek, lastWeek } = held.agreement.period;
    if (mondayOf(firstWeek) <= first && last <= mondayOf(lastWeek)) found.push(held);
    else if (held.agreement.kind !== "frame" && mondayOf(firstWeek) <= last && first <= mondayOf(lastWeek))
      beyond = { kind: "beyond", id: record.id, firstWeek, lastWeek };
  }
  const isExact = ({ period }: Agreement): boolean => period.firstWeek === weeks[0] && period.lastWeek === weeks.at(-1);
  const rank = ({ agreement }: (typeof found)[number]): string =>
    `${isExact(agreement) ? 2 : agreement.kind === "week" ? 0 : 1} ${mondayOf(agreement.period.firstWeek)} ${agreement.createdAt}`;
  const best = found.sort((a, b) => (rank(a) < rank(b) ? 1 : -1))[0];
  if (best === undefined) return { agreement: null, agreedCents: new Map(), ...uncappedBy(beyond) };
  const { id, version, kind, rule } = best.agreement;
  return {
    agreement: { id, version, kind, rule, sha256: best.sha256 },
    ...(kind === "frame"
      ? { agreedCents: new Map(), ...uncappedBy(beyond ?? { kind: "frame" }) }
      : { agreedCents: await leftOf({ store, blobs }, region, best.agreement, weeks) }),
  };
}

const uncappedBy = (uncapped: SettleInput["uncapped"]): Pick<SettleInput, "uncapped"> =>
  uncapped === undefined ? {} : { uncapped };

/** By AGS: what was promised for the agreement's period, less what its other settlements came to, corrections included. */
async function leftOf(
  ports: Pick<Ports, "store" | "blobs">,
  region: string,
  { period, members }: Agreement,
  weeks: readonly string[],
): Promise<Map<string, number>> {
  const left = new Map(members.map((m) => [m.ags as string, m.guaranteeCents]));
  const [first, last] = [mondayOf(period.firstWeek), mondayOf(period.lastWeek)];
  for (const { id, period: settled } of await listSettlements(ports.store, region)) {
    if (id === settlementId(weeks) || mondayOf(settled.firstWeek) < first || mondayOf(settled.lastWeek) > last)
      continue;
    for (const { ags, shareCents } of (await asCorrected(ports, region, id)).members) {
      const promised = left.get(ags);
      if (promised !== undefined) left.set(ags, Math.max(0, promised - shareCents));
    }
  }
  return left;
}
