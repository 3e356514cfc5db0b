/** Agreements as the API shows them. */
import type { AgreementStatus, AgreementSummary } from "../../contract/agreements.ts";
import type { Store } from "../../ports/store.ts";
import { askedOf } from "./asked.ts";
import { currentOf, listRecords, readBallots, readProposal, readQuestions, readRecord } from "./readAgreement.ts";
import type { AgreementRecord } from "./records.ts";
import { readUndeliverable } from "./marks.ts";

export async function listAgreements(store: Store, region: string): Promise<AgreementSummary[]> {
  return (await listRecords(store, region)).map(summaryOf);
}

function summaryOf({ id, kind, versions }: AgreementRecord): AgreementSummary {
  return { id, kind, versions: versions.map(({ execution: _, ...shown }) => shown) };
}

export async function readStatus(store: Store, region: string, id: string): Promise<AgreementStatus> {
  const { record } = await readRecord(store, region, id);
  const key = { region, agreement: id, version: currentOf(record).version };
  const { agreement } = await readProposal(store, key);
  const ballots = (await readBallots(store, key)).map(({ ballot }) => ballot);
  const marks = await readUndeliverable(store, key);
  const { paper } = record;
  return {
    ...summaryOf(record),
    agreement,
    ballots: askedOf(agreement).map(({ ags, name, role }) => {
      const ballot = ballots.find((one) => one.ags === ags && one.role === role);
      const undeliverable = marks.some((one) => one.ags === ags && one.role === role);
      const { decision = null, at = null, deputy = null } = ballot ?? {};
      return { ags, name, role, decision, at, deputy, undeliverable };
    }),
    questions: (await readQuestions(store, key)).map(({ id: question, ags, role, at, text, answer }) => ({
      ...{ id: question, ags, role, at, text },
      answer: answer?.text ?? null,
    })),
    paper: paper === null ? null : shownPaper(paper),
  };
}

function shownPaper({
  scanSha256,
  resolutionDate,
  supervisoryDate,
  publicationDate,
}: NonNullable<AgreementRecord["paper"]>) {
  return { scanSha256, resolutionDate, supervisoryDate, publicationDate };
}
