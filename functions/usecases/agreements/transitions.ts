/**
 * How an agreement's state changes: by an event that the state machine allows, together with its entry in the audit log. Done
 * twice it is done once.
 */
import { localTimestamp } from "../../../domain/localTime.ts";
import { transition, type AgreementEvent, type AgreementFacts } from "../../../domain/agreement/stateMachine.ts";
import type { AuditContent } from "../../../domain/audit/entry.ts";
import { asJson, type NewItem } from "../../ports/store.ts";
import { append } from "../audit/append.ts";
import type { Ports } from "../ports.ts";
import { update } from "../records/update.ts";
import { currentOf, readBallots, readProposal, readRecord, recordOf, versionOf } from "./readAgreement.ts";
import { agreementKey, LIVE_INDEX, type AgreementRecord, type VersionKey, type VersionState } from "./records.ts";

export type MoveOutcome =
  /** `again`: it had happened before. */
  | { readonly kind: "moved"; readonly state: VersionState; readonly again: boolean }
  /** A sentence in German. */
  | { readonly kind: "refused"; readonly reason: string; readonly state: VersionState };

export interface Move {
  readonly event: AgreementEvent;
  /** Of the audit log. */
  readonly kind: AuditContent["kind"];
  readonly data?: AuditContent["data"];
  /** What else of the version changes. */
  readonly change?: Partial<VersionState>;
  readonly paper?: AgreementRecord["paper"];
}

const MOST_ATTEMPTS = 50;

export const subjectOf = ({ agreement, version }: Pick<VersionKey, "agreement" | "version">): string =>
  `agreements/${agreement}/v${version}`;

export async function move(ports: Pick<Ports, "store" | "clock">, key: VersionKey, how: Move): Promise<MoveOutcome> {
  const once = `${how.kind} ${key.agreement} ${key.version}`;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const { record, itemVersion } = await readRecord(ports.store, key.region, key.agreement);
    const before = versionOf(record, key.version);
    const facts = await factsOf(ports, key, before, how.paper ?? record.paper);
    const result = transition(facts, how.event, localTimestamp(ports.clock.now()));
    if (result.kind === "refused") {
      // The first time may have been stopped after the write.
      const known = before.state === TARGETS[how.event];
      return known ? { kind: "moved", state: before, again: true } : { ...result, state: before };
    }
    const state: VersionState = { ...before, ...how.change, state: result.state };
    const next = { ...withVersion(record, state), ...(how.paper === undefined ? {} : { paper: how.paper }) };
    const content = { kind: how.kind, subject: subjectOf(key), data: { sha256: before.sha256, ...how.data } };
    const write = { put: recordItem(next), expected: itemVersion };
    const outcome = await append(ports, key.region, content, { once, also: [write] });
    if (outcome.kind === "appended") return { kind: "moved", state, again: false };
  }
  throw new Error(`agreement ${key.agreement} was changed by others ${MOST_ATTEMPTS} times in a row`);
}

const TARGETS: Readonly<Partial<Record<AgreementEvent, VersionState["state"]>>> = {
  inform: "informed",
  open: "open",
  approve: "approved",
  refuse: "refused",
  lapse: "lapsed",
  withdraw: "withdrawn",
  enterIntoForce: "inForce",
};

export async function factsOf(
  { store }: Pick<Ports, "store">,
  key: VersionKey,
  { state }: VersionState,
  paper: AgreementRecord["paper"],
): Promise<AgreementFacts> {
  const { agreement } = await readProposal(store, key);
  const ballots = (await readBallots(store, key)).map(({ ballot }) => ballot);
  return { agreement, state, ballots, ...(paper === null ? {} : { paper }) };
}

export function withVersion(record: AgreementRecord, state: VersionState): AgreementRecord {
  const versions = record.versions.map((one) => (one.version === state.version ? state : one));
  return { ...record, versions };
}

/** Changes what else is kept of a version; undefined leaves it as it is. Its state changes by `move` alone. */
export async function changeVersion(
  { store }: Pick<Ports, "store">,
  key: VersionKey,
  change: (state: VersionState) => VersionState | undefined,
): Promise<void> {
  await update(store, agreementKey.record(key.region, key.agreement), (item) => {
    const record = recordOf(item, key.region, key.agreement);
    const state = change(versionOf(record, key.version));
    return state === undefined ? undefined : recordItem(withVersion(record, state));
  });
}

const LIVE: ReadonlySet<VersionState["state"]> = new Set(["draft", "informed", "open", "approved"]);

export const isLive = ({ state }: VersionState): boolean => LIVE.has(state);

const ENDED: ReadonlySet<VersionState["state"]> = new Set(["refused", "lapsed", "inForce"]);

/** Ended, but what follows is not done: the split without who refused, and telling everybody. */
export const isUntold = ({ state, told }: VersionState): boolean => ENDED.has(state) && !told;

/** Agreements that have not ended, or not told it, can be found by whoever looks after them. */
export function recordItem(record: AgreementRecord): NewItem {
  const { region, id } = record;
  const index = { pk: LIVE_INDEX, sk: `${region}#${id}` };
  return {
    ...agreementKey.record(region, id),
    data: asJson(record),
    ...(isLive(currentOf(record)) || record.versions.some(isUntold) ? { index } : {}),
  };
}
