/** The agreement whose rule and promises hold for a period. */
import type { Agreement } from "../../../domain/agreement/agreement.ts";
import type { SettleInput } from "../../../planning/settlement/settle.ts";
import { mondayOf } from "../../../domain/week.ts";
import type { Store } from "../../ports/store.ts";
import { currentOf, listRecords, readProposal } from "../agreements/readAgreement.ts";

/**
 * In force, and covering every week. One for exactly this period comes first, then a frame or period, then a week's; of several the
 * one that begins last. Only an agreement on exactly this period promises an amount for it.
 */
export async function agreementFor(
  store: Store,
  region: string,
  weeks: readonly string[],
): Promise<Pick<SettleInput, "agreement" | "agreedCents">> {
  const [first, last] = [mondayOf(weeks[0]!), mondayOf(weeks.at(-1)!)];
  const found: { readonly agreement: Agreement; readonly sha256: string }[] = [];
  for (const record of await listRecords(store, region)) {
    const { state, version } = currentOf(record);
    if (state !== "inForce" && state !== "settled") continue;
    const held = await readProposal(store, { region, agreement: record.id, version });
    const { firstWeek, lastWeek } = held.agreement.period;
    if (mondayOf(firstWeek) <= first && last <= mondayOf(lastWeek)) found.push(held);
  }
  const isExact = ({ period }: Agreement): boolean => period.firstWeek === weeks[0] && period.lastWeek === weeks.at(-1);
  const rank = ({ agreement }: (typeof found)[number]): string =>
    `${isExact(agreement) ? 2 : agreement.kind === "week" ? 0 : 1} ${mondayOf(agreement.period.firstWeek)} ${agreement.createdAt}`;
  const best = found.sort((a, b) => (rank(a) < rank(b) ? 1 : -1))[0];
  if (best === undefined) return { agreement: null, agreedCents: new Map() };
  const { id, version, kind, rule, members } = best.agreement;
  return {
    agreement: { id, version, kind, rule, sha256: best.sha256 },
    agreedCents: new Map(isExact(best.agreement) ? members.map((m) => [m.ags, m.guaranteeCents]) : []),
  };
}
