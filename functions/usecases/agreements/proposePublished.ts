/**
 * Proposes the split of a week that has just been published, where the region's terms leave it to the system. A run is proposed
 * once. What hinders it is told to the dispatchers with what to do; the published week stands either way.
 */
import { InputError } from "../../../domain/problem.ts";
import { periodOfWeek } from "../../../domain/week.ts";
import { ApiProblem } from "../apiProblem.ts";
import { contactsOf } from "../records/contacts.ts";
import { readIndex } from "../records/region.ts";
import type { RunKey } from "../run/run.ts";
import { weekRecord } from "../weeks/readWeek.ts";
import { markAndSend } from "../mail/dueMails.ts";
import { sendOnce } from "../mail/sendOnce.ts";
import type { Ports } from "../ports.ts";
import { notProposedMail } from "./mail/notProposedMail.ts";
import { MissingApprovers, type MissingApprover } from "./propose.ts";
import { agreementIdOf, proposeWeek, repeatedIdOf } from "./proposeWeek.ts";
import { currentOf, findRecord, listRecords, readProposal } from "./readAgreement.ts";
import { all } from "./tell.ts";
import { isLive } from "./transitions.ts";
import type { WaitPorts } from "./waits.ts";

export type ProposedPublished =
  | { readonly kind: "proposed"; readonly agreement: string; readonly version: number }
  /** The terms leave it to people, or there are none. */
  | { readonly kind: "byHand" }
  /** Nothing is missing: the run was proposed before, a later one stands for the week, or the week is agreed. */
  | { readonly kind: "known" | "overtaken" | "inForce" }
  /** Another agreement on this week is being voted on. */
  | { readonly kind: "covered"; readonly by: string }
  /** The dispatchers were told. */
  | { readonly kind: "failed" };

export type PublishedPorts = WaitPorts & Pick<Ports, "blobs" | "mailer">;

/** @throws Error when something is not to be reached for now: asked again it goes on */
export async function proposePublished(ports: PublishedPorts, run: RunKey): Promise<ProposedPublished> {
  const { store, log } = ports;
  const { region, week } = run;
  const { agreements, horizonWeeks } = await readIndex(store, region);
  // Regions that were taken in before this could be said have said nothing.
  if (agreements === undefined || (agreements.proposal ?? "automatic") === "byHand") return { kind: "byHand" };
  const record = await weekRecord(store, region, week);
  if (record.run !== run.run || record.status !== "planned") return { kind: "overtaken" };
  const id = agreementIdOf(week, "period");
  for (const one of [id, agreementIdOf(week, "week"), repeatedIdOf(week, run.run)])
    if (await isKnown(ports, region, one, run.run)) return { kind: "known" };
  const by = await votedOnElsewhere(ports, region, id, week);
  const fields = { region, week, run: run.run };
  if (by !== undefined) {
    log.info("published week is being voted on", { ...fields, agreement: by });
    return { kind: "covered", by };
  }
  try {
    const { key } = await proposeWeek(ports, { region, week, kind: "fitting" });
    log.info("published week proposed", { ...fields, agreement: key.agreement, version: key.version });
    return { kind: "proposed", agreement: key.agreement, version: key.version };
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 409) {
      log.info("published week is agreed", { ...fields, agreement: id });
      return { kind: "inForce" };
    }
    if (!(error instanceof InputError) && !(error instanceof ApiProblem)) throw error;
    log.error("published week not proposed", error, fields);
    const missing = error instanceof MissingApprovers ? error.missing : [];
    await tellNotProposed(ports, run, { missing, cause: missing.length > 0 ? null : error.message, horizonWeeks });
    return { kind: "failed" };
  }
}

/** The task itself went astray, again and again. */
export async function reportNotProposed(
  ports: PublishedPorts,
  run: RunKey,
  { error, cause }: { readonly error: string; readonly cause: string },
): Promise<ProposedPublished> {
  const { horizonWeeks } = await readIndex(ports.store, run.region);
  ports.log.error("published week not proposed", new Error(`${error}: ${cause}`), {
    ...{ region: run.region, week: run.week, run: run.run },
  });
  await tellNotProposed(ports, run, { missing: [], cause: error, horizonWeeks });
  return { kind: "failed" };
}

/** Whether a version of the agreement was made from this run, whatever became of it. */
async function isKnown({ store }: Pick<Ports, "store">, region: string, id: string, run: string): Promise<boolean> {
  const held = await findRecord(store, region, id);
  for (const { version } of held?.record.versions ?? []) {
    const { agreement } = await readProposal(store, { region, agreement: id, version });
    if (agreement.plan.run === run) return true;
  }
  return false;
}

/** Another agreement that covers the week and has not ended: mayors are not asked twice about the same weeks. */
async function votedOnElsewhere(
  { store }: Pick<Ports, "store">,
  region: string,
  id: string,
  week: string,
): Promise<string | undefined> {
  for (const record of await listRecords(store, region)) {
    const current = currentOf(record);
    if (record.id === id || record.kind === "week" || !isLive(current)) continue;
    const { agreement } = await readProposal(store, { region, agreement: record.id, version: current.version });
    if (agreement.period.firstWeek <= week && week <= agreement.period.lastWeek) return record.id;
  }
  return undefined;
}

export interface NotProposedWhy {
  readonly missing: readonly MissingApprover[];
  readonly cause: string | null;
  readonly horizonWeeks: number;
}

async function tellNotProposed(
  ports: PublishedPorts,
  { region, week, run }: RunKey,
  why: NotProposedWhy,
): Promise<void> {
  await markAndSend(ports, { kind: "notProposed", region, week, run, ...why, missing: [...why.missing] }, () =>
    sendNotProposed(ports, { region, week, run }, why),
  );
}

/** @throws Error when one of them cannot be sent for now; the others are */
export async function sendNotProposed(
  ports: Pick<Ports, "store" | "mailer" | "clock" | "log">,
  { region, week, run }: RunKey,
  why: NotProposedWhy,
): Promise<void> {
  const { name } = await readIndex(ports.store, region);
  const about = { region, regionName: name, id: agreementIdOf(week, "period"), version: 0 };
  const period = periodOfWeek(week, why.horizonWeeks);
  const dispatchers = await contactsOf(ports.store, region, "dispatcher");
  await all(
    dispatchers.map((contact) => () => {
      const mail = notProposedMail({ ...about, period, week, run, contact, missing: why.missing, cause: why.cause });
      return sendOnce(ports, mail, { region, week, occasion: "notProposed", contactId: contact.id });
    }),
  );
}
