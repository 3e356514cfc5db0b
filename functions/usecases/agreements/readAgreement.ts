/** Reads agreements and what belongs to them. */
import type { Agreement } from "../../../domain/agreement/agreement.ts";
import type { Item, Store } from "../../ports/store.ts";
import { ApiProblem } from "../apiProblem.ts";
import { allItems } from "../records/allItems.ts";
import { regionPk } from "../records/keys.ts";
import {
  agreementKey,
  agreementPk,
  AgreementRecord,
  BallotRecord,
  ProposalRecord,
  QuestionRecord,
  RECORD_PREFIX,
  versionPrefix,
  type BallotKey,
  type VersionKey,
  type VersionState,
} from "./records.ts";

export interface HeldRecord {
  readonly record: AgreementRecord;
  /** Of the item in the store: what a write that depends on the state expects. */
  readonly itemVersion: number;
}

export async function findRecord(store: Store, region: string, agreement: string): Promise<HeldRecord | undefined> {
  const item = await store.get(agreementKey.record(region, agreement));
  return item === undefined ? undefined : heldRecord(item);
}

/** @throws ApiProblem 404 */
export async function readRecord(store: Store, region: string, agreement: string): Promise<HeldRecord> {
  const found = await findRecord(store, region, agreement);
  if (found === undefined) throw noAgreement(region, agreement);
  return found;
}

/** @throws ApiProblem 404 */
export function recordOf(item: Item | undefined, region: string, agreement: string): AgreementRecord {
  if (item === undefined) throw noAgreement(region, agreement);
  return heldRecord(item).record;
}

const heldRecord = ({ data, version }: Item): HeldRecord => ({
  record: AgreementRecord.parse(data),
  itemVersion: version,
});

const noAgreement = (region: string, agreement: string): ApiProblem =>
  new ApiProblem(404, `Eine Vereinbarung „${agreement}“ gibt es in „${region}“ nicht.`);

export async function listRecords(store: Store, region: string): Promise<AgreementRecord[]> {
  const items = await allItems(store, { pk: regionPk(region), prefix: RECORD_PREFIX });
  return items.map(({ data }) => AgreementRecord.parse(data));
}

export const currentOf = ({ versions }: AgreementRecord): VersionState => versions.at(-1)!;

/** @throws ApiProblem 404 */
export function versionOf({ id, versions }: AgreementRecord, version: number): VersionState {
  const found = versions.find((one) => one.version === version);
  if (found === undefined) throw new ApiProblem(404, `„${id}“ hat keine Fassung ${version}.`);
  return found;
}

/** @throws ApiProblem 404 */
export async function readProposal(store: Store, key: VersionKey): Promise<{ agreement: Agreement; sha256: string }> {
  const item = await store.get(agreementKey.proposal(key));
  if (item === undefined) throw new ApiProblem(404, `„${key.agreement}“ hat keine Fassung ${key.version}.`);
  return ProposalRecord.parse(item.data);
}

export async function readBallotRecord(store: Store, key: BallotKey): Promise<BallotRecord | undefined> {
  const item = await store.get(agreementKey.ballot(key));
  return item === undefined ? undefined : BallotRecord.parse(item.data);
}

/** Every decision on a version. */
export async function readBallots(store: Store, key: VersionKey): Promise<BallotRecord[]> {
  const pk = agreementPk(key.region, key.agreement);
  const items = await allItems(store, { pk, prefix: `${versionPrefix("ballot", key.version)}#` });
  return items.map(({ data }) => BallotRecord.parse(data));
}

/** Of a version, oldest first. */
export async function readQuestions(store: Store, key: VersionKey): Promise<QuestionRecord[]> {
  const pk = agreementPk(key.region, key.agreement);
  const items = await allItems(store, { pk, prefix: `${versionPrefix("question", key.version)}#` });
  const questions = items.map(({ data }) => QuestionRecord.parse(data));
  return questions.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
}
