/**
 * Puts a proposal into the world: as the first version of an agreement, or as a new one in the place of the current. Proposal,
 * state and audit entry are one write; the workflow is started afterwards, and by the reconciler if that was lost.
 */
import type { Agreement } from "../../../domain/agreement/agreement.ts";
import { STATE_WORDS } from "../../../domain/agreement/stateMachine.ts";
import { canonicalJson } from "../../../domain/canonicalJson.ts";
import { asJson } from "../../ports/store.ts";
import { ApiProblem } from "../apiProblem.ts";
import { append } from "../audit/append.ts";
import type { Ports } from "../ports.ts";
import { sha256 } from "../sha256.ts";
import { currentOf, findRecord } from "./readAgreement.ts";
import { agreementKey, type AgreementRecord, type VersionKey, type VersionState } from "./records.ts";
import { changeVersion, isLive, recordItem, subjectOf } from "./transitions.ts";
import { answerAll, type WaitPorts } from "./waits.ts";

export const AGREEMENT_APPROVAL = "agreement-approval";

export const proposalSha256 = (agreement: Agreement): string => sha256(canonicalJson(agreement));

export interface Submission {
  /** Its version is set here. */
  readonly agreement: Agreement;
  /** Subject of whoever proposes; absent when the system does. */
  readonly by?: string;
  /** AGS of who is left out since they refused or said nothing in the version before. */
  readonly without?: readonly string[];
}

export interface Submitted {
  readonly key: VersionKey;
  readonly sha256: string;
  readonly execution: string;
}

const MOST_ATTEMPTS = 20;

/** @throws ApiProblem 409 when the agreement is in force */
export async function submit(ports: WaitPorts, submission: Submission): Promise<Submitted> {
  const { region, id } = submission.agreement;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const held = await findRecord(ports.store, region, id);
    const before = held === undefined ? undefined : currentOf(held.record);
    if (before !== undefined && ["inForce", "settled"].includes(before.state))
      throw new ApiProblem(409, `Die Vereinbarung „${id}“ ist ${STATE_WORDS[before.state]}.`);
    const version = (before?.version ?? 0) + 1;
    const agreement: Agreement = { ...submission.agreement, version };
    const key: VersionKey = { region, agreement: id, version };
    const hash = proposalSha256(agreement);
    const state: VersionState = {
      ...{ version, state: "draft", sha256: hash, execution: null, openedAt: null, endedAt: null },
      ...{ against: [], reason: null, told: false },
    };
    const record = nextRecord(held?.record, agreement, state, ports.clock.now());
    const outcome = await append(ports, region, contentOf(submission, key, hash, before), {
      once: `agreement.proposed ${id} ${version}`,
      also: [
        { put: recordItem(record), expected: held?.itemVersion ?? "absent" },
        { put: { ...agreementKey.proposal(key), data: asJson({ agreement, sha256: hash }) }, expected: "absent" },
      ],
    });
    if (outcome.kind !== "appended") continue;
    const execution = await ensureStarted(ports, key);
    if (before !== undefined && isLive(before)) await answerAll(ports, { ...key, version: before.version });
    ports.log.info("agreement proposed", { region, agreement: id, version });
    return { key, sha256: hash, execution };
  }
  throw new Error(`agreement ${id} was changed by others ${MOST_ATTEMPTS} times in a row`);
}

function nextRecord(
  held: AgreementRecord | undefined,
  { region, id, kind }: Agreement,
  state: VersionState,
  now: string,
): AgreementRecord {
  const versions = (held?.versions ?? []).map((one): VersionState =>
    isLive(one) ? { ...one, state: "superseded", endedAt: now } : one,
  );
  return { region, id, kind, versions: [...versions, state], paper: null };
}

function contentOf({ by, without }: Submission, key: VersionKey, hash: string, before: VersionState | undefined) {
  const supersedes = before !== undefined && isLive(before) ? { supersedes: before.version } : {};
  return {
    kind: "agreement.proposed",
    subject: subjectOf(key),
    data: {
      sha256: hash,
      ...supersedes,
      ...(by === undefined ? {} : { by }),
      ...(without === undefined ? {} : { without: [...without] }),
    },
  };
}

/** Starts the workflow of a version, if nobody has; its name is that of the version. */
export async function ensureStarted(
  { store, workflows }: Pick<Ports, "store" | "workflows">,
  key: VersionKey,
): Promise<string> {
  const { id } = await workflows.start(AGREEMENT_APPROVAL, executionName(key), { ...key });
  return keepExecution({ store }, key, id);
}

async function keepExecution(ports: Pick<Ports, "store">, key: VersionKey, id: string): Promise<string> {
  await changeVersion(ports, key, (state) => (state.execution === id ? undefined : { ...state, execution: id }));
  return id;
}

/** Starts the workflow of a version under the next free name: the one before went astray. */
export async function restart(ports: WaitPorts, key: VersionKey): Promise<string> {
  for (let attempt = 2; attempt <= MOST_ATTEMPTS; attempt++) {
    const start = await ports.workflows.start(AGREEMENT_APPROVAL, executionName(key, attempt), { ...key });
    const running = start.kind === "started" || (await ports.workflows.describe(start.id))?.status === "RUNNING";
    if (!running) continue;
    ports.log.error("agreement started again", new Error("its workflow ended without a verdict"), {
      ...{ region: key.region, agreement: key.agreement, version: key.version, attempt },
    });
    return keepExecution(ports, key, start.id);
  }
  throw new Error(`the workflow of ${key.agreement} v${key.version} failed ${MOST_ATTEMPTS} times`);
}

const MOST_NAME = 80;

function executionName({ region, agreement, version }: VersionKey, attempt = 1): string {
  const hash = sha256(`${region} ${agreement}`).slice(0, 12);
  const end = `_v${version}_${hash}${attempt === 1 ? "" : `_${attempt}`}`;
  return agreement.replace(/[^A-Za-z0-9-_]/g, "_").slice(0, MOST_NAME - end.length) + end;
}
