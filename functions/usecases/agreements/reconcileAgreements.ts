/**
 * Looks after agreements: decisions whose callback or receipt was lost, mails that could not be sent, workflows that were not
 * started or went astray, and dates on paper that have come. Runs by the calendar; whatever was lost is found here.
 */
import { alertWaiting } from "../mail/alertWaiting.ts";
import { MailWaiting } from "../mail/sendOnce.ts";
import { allItems } from "../records/allItems.ts";
import { REGIONS_PK } from "../records/keys.ts";
import { evaluate } from "./evaluate.ts";
import { finishDecision, type FinishPorts } from "./finish.ts";
import { notifyResult } from "./notifyResult.ts";
import { sendInformation, sendInvitations } from "./open.ts";
import { enterIntoForce } from "./paper.ts";
import { proposeWithout, type WithoutPorts } from "./proposeWithout.ts";
import { sendQuestions } from "./questions.ts";
import { sendDueMails, type DueMailPorts } from "./sendDueMails.ts";
import { currentOf, readRecord } from "./readAgreement.ts";
import { AgreementRecord, BallotKey, DUE_INDEX, LIVE_INDEX, type VersionKey, type VersionState } from "./records.ts";
import { sendDueReminders } from "./steps.ts";
import { ensureStarted, restart } from "./submit.ts";
import { all } from "./tell.ts";
import { isUntold } from "./transitions.ts";
import { answerAll } from "./waits.ts";

export type ReconcilePorts = FinishPorts & WithoutPorts & DueMailPorts;

export interface ReconciledAgreements {
  readonly decisions: number;
  readonly agreements: number;
  /** What could not be put right now; each is in the log, but for mails that wait for their next attempt. */
  readonly failed: number;
  /** Marked mails that are still to be sent. */
  readonly mailsLeft: number;
}

export async function reconcileAgreements(ports: ReconcilePorts): Promise<ReconciledAgreements> {
  const due = await allItems(ports.store, { pk: DUE_INDEX, index: true });
  let failed = 0;
  const attempt = async (what: string, fields: Readonly<Record<string, string>>, work: () => Promise<unknown>) => {
    await work().catch((error: unknown) => {
      // It is known and waits for its time; when that takes long, the dispatchers hear of it.
      if (error instanceof MailWaiting) return;
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
  for (const { sk: region } of await allItems(ports.store, { pk: REGIONS_PK }))
    await attempt("alert of waiting mails not sent", { region }, () => alertWaiting(ports, region));
  return { decisions: due.length, agreements: live.length, failed, mailsLeft: left };
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
  const mails = {
    informed: [sendInformation, sendQuestions],
    open: [sendQuestions, sendInvitations, sendDueReminders],
  } as const;
  // One that waits holds up none of the others.
  if (state === "informed" || state === "open") await all(mails[state].map((send) => () => send(ports, key)));
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
