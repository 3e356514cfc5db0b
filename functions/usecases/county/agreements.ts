/** Agreements of a region with the state of their current version, newest first. */
import type { AgreementState } from "../../../domain/agreement/stateMachine.ts";
import type { Agreement } from "../../../domain/agreement/agreement.ts";
import type { Store } from "../../ports/store.ts";
import { askedOf } from "../agreements/asked.ts";
import { currentOf, listRecords, readBallots, readProposal } from "../agreements/readAgreement.ts";

export interface AgreementLine extends Pick<Agreement, "id" | "kind" | "period" | "deadline" | "jointCostCents"> {
  readonly version: number;
  readonly state: AgreementState;
  readonly decided: number;
  readonly asked: number;
}

export async function agreementLines(store: Store, region: string): Promise<AgreementLine[]> {
  const lines = (await listRecords(store, region)).map(async (record) => {
    const { version, state } = currentOf(record);
    const key = { region, agreement: record.id, version };
    const { agreement } = await readProposal(store, key);
    const { id, kind, period, deadline, jointCostCents, createdAt } = agreement;
    const decided = (await readBallots(store, key)).length;
    return {
      id,
      kind,
      period,
      deadline,
      jointCostCents,
      createdAt,
      version,
      state,
      decided,
      asked: askedOf(agreement).length,
    };
  });
  return (await Promise.all(lines)).sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
}
