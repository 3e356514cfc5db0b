/** What those save who really share: after a refusal they are fewer than the plan was made for. */
import type { Agreement } from "../../../domain/agreement/agreement.ts";
import type { AgreementState } from "../../../domain/agreement/stateMachine.ts";
import type { Store } from "../../ports/store.ts";
import { currentOf, listRecords, readProposal } from "../agreements/readAgreement.ts";
import { sum } from "../finance/apportion.ts";
import type { PlanSaving } from "./figures.ts";

/** All who were asked have said yes. */
const AGREED: ReadonlySet<AgreementState> = new Set(["approved", "inForce", "settled"]);

/** The splits of a region that everybody in them has agreed to, newest first. */
export async function agreedSplits(store: Store, region: string): Promise<Agreement[]> {
  const records = await listRecords(store, region);
  const agreed = records.filter((record) => record.kind !== "frame" && AGREED.has(currentOf(record).state));
  const held = await Promise.all(
    agreed.map((record) => readProposal(store, { region, agreement: record.id, version: currentOf(record).version })),
  );
  return held.map(({ agreement }) => agreement).sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

/**
 * The plan's figures for those who share it. Of fewer than it was made for the plan holds their costs, not their tours: distance and
 * greenhouse gases are then unknown.
 *
 * @param runs of the plan, and those that it was made of by hand: agreements on them go on
 */
export function savingAmong(saving: PlanSaving, splits: readonly Agreement[], runs: readonly string[]): PlanSaving {
  const split = splits.find(({ plan }) => plan.week === saving.week && runs.includes(plan.run));
  if (split === undefined || split.members.length >= saving.members.planned) return saving;
  return {
    ...saving,
    members: { ...saving.members, sharing: split.members.length },
    costCents: { alone: sum(split.members.map((one) => one.standAloneCostCents)), joint: split.jointCostCents },
    ...{ distanceMetres: null, kgCo2e: null, emissionLines: [] },
  };
}
