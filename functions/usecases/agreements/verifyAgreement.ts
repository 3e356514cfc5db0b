/**
 * Checks an agreement's file or a receipt with nothing but arithmetic: whose it is, whether the proposal is the one that was
 * decided on, whether its figures add up and keep their promises, whether the decisions are those of the audit log.
 */
import type { JSONWebKeySet } from "jose";
import type { Agreement, AgreementMember } from "../../../domain/agreement/agreement.ts";
import { tally } from "../../../domain/agreement/ballot.ts";
import { decidersOf, levelOf } from "../../../domain/agreement/level.ts";
import { frameFaults, isWithinFrame } from "../../../domain/agreement/frame.ts";
import { hashOf } from "../../../domain/audit/entry.ts";
import { canonicalJson } from "../../../domain/canonicalJson.ts";
import { InputError, type Problem } from "../../../domain/problem.ts";
import { readJson } from "../../../domain/readJson.ts";
import { sha256 } from "../sha256.ts";
import { verifyDetached } from "../trust/detachedJws.ts";
import { signedBytes } from "../trust/trustFile.ts";
import { AgreementFile, type AgreementContent } from "./agreementFile.ts";

export interface AgreementVerdict {
  readonly findings: readonly Problem[];
  /** Key that signed; undefined when no keys were given or the signature does not hold. */
  readonly kid?: string;
  readonly content: AgreementContent;
}

/** Whether a text is meant to be the file of an agreement or a receipt. */
export function isAgreementFile(text: string): boolean {
  const json = readJson("agreement.json", text);
  return json.ok && (json.value as { schema?: unknown } | null)?.schema === "gruenverbund/agreement-file/1";
}

/**
 * @param keys as published; without them the signature is not judged
 * @throws InputError when it is no such file at all
 */
export async function verifyAgreement(text: string, file: string, keys?: JSONWebKeySet): Promise<AgreementVerdict> {
  const { parsed, raw } = readAgreementFile(text, file);
  const { content, signature } = parsed;
  const findings: Problem[] = [];
  let kid: string | undefined;
  if (keys !== undefined) {
    const check =
      signature === null ? undefined : await verifyDetached(signature, signedBytes(raw.content.agreement), keys);
    if (check?.kind === "valid") kid = check.kid;
    else findings.push(finding("agreement.signature", "signature", check?.cause ?? "The file is not signed."));
  }
  const actual = sha256(canonicalJson(raw.content.agreement));
  if (actual !== content.proposalSha256)
    findings.push(
      finding("agreement.hash", "proposalSha256", `It is stated as ${content.proposalSha256}, but is ${actual}.`),
    );
  findings.push(...figureFindings(content.agreement), ...frameFindings(content, raw));
  findings.push(...levelFindings(content), ...decisionFindings(content), ...stateFindings(content));
  return { findings, ...(kid === undefined ? {} : { kid }), content };
}

interface RawFile {
  readonly content: { readonly agreement: unknown; readonly frame?: { readonly agreement: unknown } };
}

function readAgreementFile(text: string, file: string): { parsed: AgreementFile; raw: RawFile } {
  const json = readJson(file, text);
  if (!json.ok) throw new InputError([json.problem]);
  const parsed = AgreementFile.safeParse(json.value);
  if (parsed.success) return { parsed: parsed.data, raw: json.value as RawFile };
  const action = "Give the file of the agreement or the receipt as it was downloaded.";
  throw new InputError(
    parsed.error.issues.map(({ path, message }) => ({
      ...{ code: "agreement.unreadable", severity: "error", cause: `${message}.`, action },
      place: { file, field: path.join(".") },
    })),
  );
}

/** Shares sum to the joint cost, nobody pays more than promised, and the same holds of every fallback. */
function figureFindings({ members, jointCostCents, fallbacks }: Agreement): Problem[] {
  const findings: Problem[] = [];
  const found = (field: string, cause: string): void => void findings.push(finding("agreement.figures", field, cause));
  const sum = members.reduce((total, { shareCents }) => total + shareCents, 0);
  if (sum !== jointCostCents) found("members", `The shares sum to ${sum} cents, the joint cost is ${jointCostCents}.`);
  if (new Set(members.map(({ ags }) => ags)).size !== members.length) found("members", "A member stands in it twice.");
  for (const { name, shareCents, guaranteeCents, standAloneCostCents } of members) {
    if (shareCents > guaranteeCents)
      found(name, `It pays ${shareCents} cents, more than the ${guaranteeCents} that are guaranteed.`);
    if (guaranteeCents > standAloneCostCents)
      found(
        name,
        `Its guarantee of ${guaranteeCents} cents is above the ${standAloneCostCents} that it would pay alone.`,
      );
  }
  for (const { withoutAgs, shares, jointCostCents: joint } of fallbacks) {
    const others = members.filter(({ ags }) => ags !== withoutAgs);
    const place = `fallbacks.${withoutAgs}`;
    const total = Object.values(shares).reduce((all, share) => all + share, 0);
    if (total !== joint) found(place, `The shares sum to ${total} cents, the joint cost is ${joint}.`);
    if (others.length === members.length) found(place, "It leaves out somebody who is no member.");
    for (const { ags, name, guaranteeCents } of others)
      if (shares[ags] !== undefined && shares[ags] > guaranteeCents)
        found(place, `${name} would pay ${shares[ags]} cents, more than the ${guaranteeCents} that are guaranteed.`);
    if (
      Object.keys(shares).sort().join() !==
      others
        .map(({ ags }) => ags)
        .sort()
        .join()
    )
      found(place, "It does not name exactly the other members.");
  }
  return findings;
}

/** The agreement that a notice rests on is the one named, is in force by its own decisions, and is a frame for this week. */
function frameFindings({ agreement, frame }: AgreementContent, raw: RawFile): Problem[] {
  const found = (field: string, cause: string): Problem => finding("agreement.frame", field, cause);
  const named = agreement.frame;
  if (named === undefined) return frame === undefined ? [] : [found("frame", "The proposal names no frame.")];
  if (frame === undefined) return [found("frame", `The agreement ${named.id} v${named.version} is not in the file.`)];
  const { id, version } = frame.agreement;
  const actual = sha256(canonicalJson(raw.content.frame!.agreement));
  const content: AgreementContent = {
    ...{ agreement: frame.agreement, proposalSha256: actual, state: frame.state, kind: "agreement" },
    ...{ decisions: frame.decisions, exportedAt: "1970-01-01T00:00:00Z" },
  };
  const own = [...figureFindings(frame.agreement), ...levelFindings(content)];
  own.push(...decisionFindings(content), ...stateFindings(content));
  return [
    ...(id === named.id && version === named.version
      ? []
      : [found("frame", `It is ${id} v${version}, the proposal names ${named.id} v${named.version}.`)]),
    ...(actual === named.sha256
      ? []
      : [found("frame", `It has the hash ${actual}, the proposal names ${named.sha256}.`)]),
    ...(frame.state === "inForce" || frame.state === "settled"
      ? []
      : [found("frame.state", `It is ${frame.state}, and not in force.`)]),
    ...frameFaults(frame.agreement, agreement).map((cause) => found("frame", cause)),
    ...own.map((problem) => ({ ...problem, place: { field: `frame.${problem.place.field ?? ""}` } })),
  ];
}

/** A level is computed, never chosen: a part of a weekly plan is a notice inside a frame, everything else follows from figures. */
function levelFindings({ agreement, frame }: Pick<AgreementContent, "agreement" | "frame">): Problem[] {
  const { kind, members, period } = agreement;
  return members.flatMap(({ ags, name, level, shareCents, valueLimitCents, approvers }: AgreementMember) => {
    const withinFrame =
      agreement.frame !== undefined &&
      frame !== undefined &&
      isWithinFrame(frame.agreement, { period, ags, shareCents });
    const computed = levelOf({ kind, shareCents, valueLimitCents, withinFrame });
    const missing = decidersOf(computed).filter((role) => !approvers.some((one) => one.role === role));
    return [
      ...(level === computed
        ? []
        : [finding("agreement.level", name, `It is at ${level}, but its figures ask for ${computed}.`)]),
      ...missing.map((role) =>
        finding("agreement.level", name, `Nobody is named as ${role}, whose consent ${computed} asks.`),
      ),
    ];
  });
}

function decisionFindings({ agreement, decisions, proposalSha256, kind }: AgreementContent): Problem[] {
  const findings: Problem[] = [];
  const seen = new Set<string>();
  if (kind === "receipt" && decisions.length !== 1)
    findings.push(finding("agreement.decision", "decisions", `A receipt holds one decision, not ${decisions.length}.`));
  decisions.forEach(({ ballot, entry }, index) => {
    const found = (cause: string): void =>
      void findings.push(finding("agreement.decision", `decisions[${index}]`, cause));
    const member = agreement.members.find(({ ags }) => ags === ballot.ags);
    const approver = member?.approvers.find(({ role }) => role === ballot.role);
    if (member === undefined || approver === undefined)
      return found(`${ballot.ags} has nobody who decides as ${ballot.role}.`);
    const key = `${ballot.ags} ${ballot.role}`;
    if (seen.has(key)) found(`${member.name} decided twice as ${ballot.role}.`);
    seen.add(key);
    if (!decidersOf(member.level).includes(ballot.role))
      found(`${member.level} does not ask ${ballot.role} of ${member.name}.`);
    if (ballot.amountCents !== member.shareCents)
      found(`The amount typed is ${ballot.amountCents} cents, the share of ${member.name} is ${member.shareCents}.`);
    const rightful = ballot.deputy ? approver.deputyContactId : approver.contactId;
    if (ballot.contactId !== rightful)
      found(`It was decided by ${ballot.contactId}, not by ${rightful ?? "anybody named"}.`);
    if (Date.parse(ballot.at) > Date.parse(agreement.deadline)) found("It was decided after the deadline.");
    findings.push(...entryFindings({ ballot, entry }, index, { agreement, proposalSha256 }));
  });
  return findings;
}

type Decision = AgreementContent["decisions"][number];

/** The entry has the hash that it states, and tells of this decision. */
function entryFindings(
  { ballot, entry }: Decision,
  index: number,
  { agreement, proposalSha256 }: Pick<AgreementContent, "agreement" | "proposalSha256">,
): Problem[] {
  const findings: Problem[] = [];
  const found = (cause: string): void =>
    void findings.push(finding("agreement.entry", `decisions[${index}].entry`, cause));
  const actual = hashOf(entry, sha256);
  if (actual !== entry.sha256) found(`It states the hash ${entry.sha256}, but its content has ${actual}.`);
  if (entry.kind !== "agreement.decided") found(`It tells of ${entry.kind}, not of a decision.`);
  if (entry.region !== agreement.region) found(`It is of the log of ${entry.region}.`);
  const told: Readonly<Record<string, unknown>> = {
    ...{ agreement: agreement.id, version: agreement.version, proposalSha256 },
    ...{ ags: ballot.ags, role: ballot.role, decision: ballot.decision, amountCents: ballot.amountCents },
  };
  for (const [name, value] of Object.entries(told)) {
    const stated = entry.data[name];
    if (stated === undefined && OPTIONAL.has(name)) continue;
    if (stated !== value) found(`It says ${name} ${JSON.stringify(stated)}, the file ${JSON.stringify(value)}.`);
  }
  return findings;
}

/** Told by the entry's subject, too. */
const OPTIONAL: ReadonlySet<string> = new Set(["agreement", "version", "amountCents"]);

/** Where the file holds every decision, the outcome must follow from them. */
function stateFindings({ agreement, decisions, state, kind }: AgreementContent): Problem[] {
  if (kind === "receipt") return [];
  const result = tally(
    agreement,
    decisions.map(({ ballot }) => ballot),
  ).kind;
  const needed = { approved: "approved", inForce: "approved", settled: "approved", refused: "refused" } as const;
  const expected = (needed as Readonly<Record<string, string>>)[state];
  if (expected === undefined || expected === result) return [];
  return [finding("agreement.state", "state", `It is said to be ${state}, but its decisions make it ${result}.`)];
}

const ACTION = "The file was changed after it was made, or the system made a mistake; download it again and compare.";

function finding(code: string, field: string, cause: string): Problem {
  return { code, severity: "error", place: { field }, cause, action: ACTION };
}
