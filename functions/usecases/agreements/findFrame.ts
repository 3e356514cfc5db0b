/** The agreement in force inside which a week's split may be a mere notice. */
import { frameFaults } from "../../../domain/agreement/frame.ts";
import type { Plan } from "../../../domain/plan/plan.ts";
import type { Store } from "../../ports/store.ts";
import type { InForce } from "./propose.ts";
import { currentOf, listRecords, readProposal } from "./readAgreement.ts";

/** Of several the one that begins last. */
export async function findFrame(store: Store, plan: Plan): Promise<InForce | undefined> {
  const { region, week, allocation, municipalities: members } = plan;
  const question = { region, rule: allocation.rule, members, plan: { week } } as const;
  const found: InForce[] = [];
  for (const record of await listRecords(store, region)) {
    const { state, version } = currentOf(record);
    if (record.kind === "week" || state !== "inForce") continue;
    const held = await readProposal(store, { region, agreement: record.id, version });
    if (frameFaults(held.agreement, question).length === 0) found.push(held);
  }
  const begins = ({ agreement: { period: of, createdAt } }: InForce): string => `${of.firstWeek} ${createdAt}`;
  return found.sort((a, b) => (begins(a) < begins(b) ? 1 : -1))[0];
}
