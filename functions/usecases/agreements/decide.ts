/**
 * A decision: stored first, together with its entry in the audit log; the workflow is told second, and the receipt sent; what is
 * lost of the second is made good by the reconciler. A role decides once.
 */
import type { Principal } from "../../../domain/access.ts";
import type { Ballot } from "../../../domain/agreement/ballot.ts";
import { asJson, type Write } from "../../ports/store.ts";
import { append } from "../audit/append.ts";
import { sha256 } from "../sha256.ts";
import { askedOf } from "./asked.ts";
import { openForAction, missOf, type Opened } from "./amounts.ts";
import type { ActionProblem, DecideOutcome, DecideQuestion } from "./ballotActions.ts";
import { viewOf } from "./ballotView.ts";
import { finishDecision, type DecidePorts } from "./finish.ts";
import { proofHash } from "./passkeys/records.ts";
import { problemOf } from "./problems.ts";
import { provenBy, type Proven } from "./proof.ts";
import { readReceipt, receiptOf } from "./receipts.ts";
import { readBallots, readProposal, readRecord, versionOf } from "./readAgreement.ts";
import { agreementKey, decidedOnce, DUE_INDEX, type BallotKey, type BallotRecord, type DecideLink } from "./records.ts";
import { textOf, textProblems } from "./texts.ts";
import { recordItem, subjectOf } from "./transitions.ts";

export async function decide(ports: DecidePorts, secret: string, question: DecideQuestion): Promise<DecideOutcome> {
  const opened = await openForAction(ports, secret, question.version);
  if ("kind" in opened) {
    if (opened.kind === "unknown" || opened.view.kind === "unknown" || opened.view.standing.kind !== "decided")
      return opened;
    return { kind: "already", receipt: opened.view.standing.receipt };
  }
  return decideOpened(ports, opened, question);
}

async function decideOpened(ports: DecidePorts, opened: Opened, question: DecideQuestion): Promise<DecideOutcome> {
  const { view, link } = opened;
  const miss = await missOf(ports, opened, question.client, question.amount);
  if (miss?.kind === "throttled") return { ...miss, view };
  const problems: ActionProblem[] = [];
  if (miss !== undefined) problems.push(miss.problem);
  const reason = textOf(question.reason);
  if (question.decision === "rejected") problems.push(...textProblems("reason", reason));
  // A code has few tries: none is spent on what fails anyway.
  const proven = problems.length > 0 ? undefined : await provenBy(ports, opened, question);
  if (proven?.kind === "missing") problems.push(proven.problem);
  if (problems.length > 0 || proven?.kind !== "proven") return { kind: "problems", problems, view };
  const { ags, role, contactId, deputy } = link;
  const at = ports.clock.now();
  // The deadline may have passed since the link was looked at.
  if (Date.parse(at) >= Date.parse(link.expiresAt)) return { kind: "closed", view: await viewOf(ports, link) };
  const ballot: Ballot = {
    ...{ ags, role, contactId, deputy, decision: question.decision, amountCents: view.member.shareCents },
    reason: question.decision === "rejected" ? reason : null,
    at,
  };
  return store(ports, opened, ballot, proven);
}

/** Somebody who signed in decides without a link, in the approver's place in the table of contacts. */
export async function decideSignedIn(
  ports: DecidePorts,
  key: BallotKey,
  principal: Principal,
  question: Omit<DecideQuestion, "client" | "identity" | "version">,
): Promise<DecideOutcome> {
  const { agreement } = await readProposal(ports.store, key);
  const member = agreement.members.find(({ ags }) => ags === key.ags);
  const asked = askedOf(agreement).some(({ ags, role }) => ags === key.ags && role === key.role);
  const approver = member?.approvers.find(({ role }) => role === key.role);
  if (member === undefined || approver === undefined || !asked) return { kind: "unknown" };
  const { region, agreement: id, version, ags, role } = key;
  const link: DecideLink = {
    ...{ region, agreement: id, version, ags, role, level: member.level },
    ...{ contactId: approver.contactId, deputy: false, expiresAt: agreement.deadline },
  };
  const view = await viewOf(ports, link);
  if (view.standing.kind === "decided") return { kind: "already", receipt: view.standing.receipt };
  if (view.standing.kind !== "open") return { kind: "closed", view };
  const client = principal.subject;
  const opened = { link, view, hash: sha256(`signed in ${JSON.stringify([key, client])}`) };
  return decideOpened(ports, opened, { ...question, client, version, identity: { kind: "signIn", principal } });
}

const MOST_ATTEMPTS = 50;

async function store(ports: DecidePorts, opened: Opened, ballot: Ballot, proven: Proven): Promise<DecideOutcome> {
  const { link, view } = opened;
  const key: BallotKey = link;
  const { identity, identityId, passkey, passkeyOf, uses = [] } = proven;
  const kept: BallotRecord = {
    ...{ version: key.version, ballot, level: view.member.level, proposalSha256: view.proposalSha256 },
    ...{ identity, identityId },
    ...(passkey === undefined ? {} : { passkey }),
    ...(passkeyOf === undefined ? {} : { passkeyOf }),
  };
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const outcome = await writeBallot(ports, key, kept, uses);
    if (outcome.kind === "over") {
      const receipt = await readReceipt(ports, key);
      return receipt === undefined ? { kind: "closed", view: await viewOf(ports, link) } : { kind: "already", receipt };
    }
    if (outcome.kind === "used") {
      const problem = identity === "passkey" ? problemOf("identity", "passkeyExpired") : problemOf("code", "codeUsed");
      const problems: ActionProblem[] = [problem];
      return { kind: "problems", problems, view };
    }
    if (outcome.kind === "again") continue;
    ports.log.info("ballot decided", { region: key.region, agreement: key.agreement, ags: key.ags, role: key.role });
    await finishDecision(ports, key).catch((error: unknown) => {
      // It is decided; what follows is made good by the reconciler.
      ports.log.error("decision not passed on", error, { region: key.region, agreement: key.agreement });
    });
    return { kind: "decided", receipt: receiptOf(ports, kept, outcome.entry) };
  }
  throw new Error(`agreement ${key.agreement} was changed by others ${MOST_ATTEMPTS} times in a row`);
}

/**
 * The ballot if there is none, while the version is open and nobody has refused, all in one transaction with the audit entry. The
 * agreement's record is written too, unchanged: so no decision goes past a change of state, nor a second one past a refusal.
 */
async function writeBallot(ports: DecidePorts, key: BallotKey, kept: BallotRecord, uses: readonly Write[]) {
  const { record, itemVersion } = await readRecord(ports.store, key.region, key.agreement);
  const cast = await readBallots(ports.store, key);
  const mine = cast.some(({ ballot }) => ballot.ags === key.ags && ballot.role === key.role);
  const refused = cast.some(({ ballot }) => ballot.decision === "rejected");
  if (versionOf(record, key.version).state !== "open" || mine || refused) return { kind: "over" } as const;
  const { region, agreement, version, ags, role } = key;
  const due = { put: { ...agreementKey.due(key), data: asJson({ region, agreement, version, ags, role }) } };
  const index = { pk: DUE_INDEX, sk: `${region}#${agreement}#${version}#${ags}#${role}` };
  const also: Write[] = [
    { put: { ...agreementKey.ballot(key), data: asJson(kept) }, expected: "absent" },
    { put: recordItem(record), expected: itemVersion },
    { put: { ...due.put, index }, expected: "any" },
    ...uses,
  ];
  const content = { kind: "agreement.decided", subject: subjectOf(key), data: entryData(key, kept) };
  const outcome = await append(ports, region, content, { once: decidedOnce(key), also });
  if (outcome.kind === "appended") return outcome;
  if (outcome.kind === "known") return { kind: "over" } as const;
  return outcome.at >= 3 ? ({ kind: "used" } as const) : ({ kind: "again" } as const);
}

/** Of a reason only its hash: what people write may name others. */
function entryData(
  { ags, role }: BallotKey,
  { ballot, level, proposalSha256, identity, version, passkey }: BallotRecord,
) {
  const { decision, amountCents, contactId, deputy, reason } = ballot;
  return {
    ...{ version, ags, role, level, decision, amountCents, contactId, deputy, identity, proposalSha256 },
    ...(passkey === undefined ? {} : { passkeySha256: proofHash(passkey) }),
    ...(reason === null ? {} : { reasonSha256: sha256(reason) }),
  };
}
