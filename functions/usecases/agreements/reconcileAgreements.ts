/**
 * Looks after agreements: decisions whose callback or receipt was lost, mails that could not be sent, workflows that were not
 * started or went astray, and dates on paper that have come. Runs by the calendar; whatever was lost is found here.
 */
import { allItems } from "../records/allItems.ts";
import { evaluate } from "./evaluate.ts";
import { finishDecision, type FinishPorts } from "./finish.ts";
import { notifyResult } from "./notifyResult.ts";
import { sendInformation, sendInvitations } from "./open.ts";
import { enterIntoForce } from "./paper.ts";
import { proposeWithout, type WithoutPorts } from "./proposeWithout.ts";
import { sendQuestions } from "./questions.ts";
import { sendDueMails } from "./sendDueMails.ts";
import { currentOf, readRecord } from "./readAgreement.ts";
import { AgreementRecord, BallotKey, DUE_INDEX, LIVE_INDEX, type VersionKey, type VersionState } from "./records.ts";
import { sendDueReminders } from "./steps.ts";
import { ensureStarted, restart } from "./submit.ts";
import { isUntold } from "./transitions.ts";
import { answerAll } from "./waits.ts";

export type ReconcilePorts = FinishPorts & WithoutPorts;

export interface ReconciledAgreements {
  readonly decisions: number;
  readonly agreements: number;
  /** What could not be put right now; each is in the log. */
  readonly failed: number;
}

export async function reconcileAgreements(ports: ReconcilePorts): Promise<ReconciledAgreements> {
  const due = await allItems(ports.store, { pk: DUE_INDEX, index: true });
  let failed = 0;
  const attempt = async (what: string, fields: Readonly<Record<string, string>>, work: () => Promise<unknown>) => {
    await work().catch((error: unknown) => {
      failed++;
      ports.log.error(what, error, fields);
    });
  };
  for (const { data } of due) {
    const key = BallotKey.parse(data);
    const { region, agreement, ags, role } = key;
    await attempt("decision not passed on", { region, agreement, ags, role }, () => finishDecision(ports, key));
  }
  const live = await allItems(ports.store, { pk: LIVE_INDEX, index: true });
  for (const { data } of live) {
    const { region, id } = AgreementRecord.parse(data);
    await attempt("agreement not looked after", { region, agreement: id }, () => lookAfter(ports, region, id));
  }
  const { left } = await sendDueMails(ports);
  return { decisions: due.length, agreements: live.length, failed: failed + left };
}

async function lookAfter(ports: ReconcilePorts, region: string, agreement: string): Promise<void> {
  // The index may lag by a moment.
  const { record } = await readRecord(ports.store, region, agreement);
  const { version, state, execution } = currentOf(record);
  for (const before of record.versions)
    if (before.version < version) await answerAll(ports, { region, agreement, version: before.version });
  for (const ended of record.versions.filter(isUntold))
    await follow(ports, { region, agreement, version: ended.version }, ended);
  const key: VersionKey = { region, agreement, version };
  if (state === "draft" || state === "informed" || state === "open") await keepRunning(ports, key, execution);
  if (state === "informed") await sendInformation(ports, key);
  if (state === "informed" || state === "open") await sendQuestions(ports, key);
  if (state === "open") {
    await sendInvitations(ports, key);
    await sendDueReminders(ports, key);
  }
  if (state === "approved" && (await enterIntoForce(ports, key)).state === "inForce") await notifyResult(ports, key);
}

/** What comes after a vote, where the workflow that should do it is gone. */
async function follow(ports: ReconcilePorts, key: VersionKey, { execution }: VersionState): Promise<void> {
  const now = execution === null ? undefined : await ports.workflows.describe(execution);
  if (now?.status === "RUNNING") return;
  await proposeWithout(ports, key);
  await notifyResult(ports, key);
}

/** A workflow that was not started is; one that ended without a verdict is started again: every task of it may be done twice. */
async function keepRunning(ports: ReconcilePorts, key: VersionKey, execution: string | null): Promise<void> {
  if (execution === null) return void (await ensureStarted(ports, key));
  const now = await ports.workflows.describe(execution);
  if (now?.status === "RUNNING") return;
  if (now?.status === "SUCCEEDED") {
    // It ended while the vote did not: a verdict that was reached and not written.
    await evaluate(ports, key);
    await proposeWithout(ports, key);
    await notifyResult(ports, key);
    return;
  }
  await restart(ports, key);
}
