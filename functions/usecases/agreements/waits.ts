/** The tokens of the workflow's waits: kept while a role has time to decide, answered when there is nothing to wait for. */
import { asJson } from "../../ports/store.ts";
import type { Ports } from "../ports.ts";
import { allItems } from "../records/allItems.ts";
import { readBallots, readRecord, versionOf } from "./readAgreement.ts";
import { agreementKey, agreementPk, versionPrefix, WaitRecord, type BallotKey, type VersionKey } from "./records.ts";

export type WaitPorts = Pick<Ports, "store" | "clock" | "workflows" | "log">;

/** Whether nobody needs to wait for a role any more: it has decided, somebody has refused, or the vote is over. */
export async function isOver({ store }: Pick<Ports, "store">, key: BallotKey): Promise<boolean> {
  const { record } = await readRecord(store, key.region, key.agreement);
  if (versionOf(record, key.version).state !== "open") return true;
  const ballots = await readBallots(store, key);
  return ballots.some(
    ({ ballot }) => ballot.decision === "rejected" || (ballot.ags === key.ags && ballot.role === key.role),
  );
}

/**
 * Keeps the token. Whoever decides writes the decision first and looks for tokens then; here it is the other way round, so that
 * one of the two always sees the other.
 *
 * @param until RFC 3339, when the workflow stops waiting
 */
export async function awaitDecision(
  ports: WaitPorts,
  { token, until, ...key }: BallotKey & { readonly token: string; readonly until: string },
): Promise<{ answered: boolean }> {
  await ports.store.put({ ...agreementKey.wait(key), data: asJson({ token, until }) }, "any");
  if (!(await isOver(ports, key))) return { answered: false };
  await answer(ports, key, token);
  return { answered: true };
}

/** Ends the wait for one role, if there is one. */
export async function answerOne(ports: WaitPorts, key: BallotKey): Promise<void> {
  const item = await ports.store.get(agreementKey.wait(key));
  if (item !== undefined) await answer(ports, key, WaitRecord.parse(item.data).token);
}

/** Ends every wait of a version. */
export async function answerAll(ports: WaitPorts, key: VersionKey): Promise<void> {
  const pk = agreementPk(key.region, key.agreement);
  const items = await allItems(ports.store, { pk, prefix: `${versionPrefix("wait", key.version)}#` });
  for (const { sk, data } of items) {
    const [, , ags, role] = sk.split("#") as [string, string, string, BallotKey["role"]];
    await answer(ports, { ...key, ags, role }, WaitRecord.parse(data).token);
  }
}

/** A token that was answered before, or whose time is up, is as good as answered. */
async function answer({ workflows, store }: WaitPorts, key: BallotKey, token: string): Promise<void> {
  await workflows.sendTaskSuccess(token, {});
  const item = await store.get(agreementKey.wait(key));
  if (item !== undefined && WaitRecord.parse(item.data).token === token)
    await store.remove(agreementKey.wait(key), item.version);
}
