/** Challenges: made by the server, kept as a hash, good for one use, one browser, one purpose and five minutes. */
import { randomBytes } from "node:crypto";
import { asJson, type Write } from "../../../ports/store.ts";
import type { Ports } from "../../ports.ts";
import { sha256 } from "../../sha256.ts";
import { ChallengeRecord, passkeyKey } from "./records.ts";

export const MINUTES_VALID = 5;
const NONCE = /^[A-Za-z0-9_-]{43}$/;

type IssuePorts = Pick<Ports, "store" | "clock">;

export interface ChallengeUse {
  /** HMAC of the link's secret. */
  readonly linkHash: string;
  readonly client: string;
  readonly purpose: ChallengeRecord["purpose"];
}

/** @returns 256 random bits, base64url */
export async function issueNonce({ store, clock }: IssuePorts, use: ChallengeUse): Promise<string> {
  const nonce = randomBytes(32).toString("base64url");
  const ends = Date.parse(clock.now()) + MINUTES_VALID * 60_000;
  const { linkHash, purpose } = use;
  const data: ChallengeRecord = { purpose, client: sha256(use.client), expiresAt: new Date(ends).toISOString() };
  const item = { ...passkeyKey.challenge(linkHash, nonce), data: asJson(data), expiresAt: Math.ceil(ends / 1000) };
  await store.put(item, "absent");
  return nonce;
}

/** The write that uses it up; undefined when it was never given out for this use, was used, or has expired. */
export async function openNonce(
  { store, clock }: IssuePorts,
  { linkHash, client, purpose }: ChallengeUse,
  nonce: string,
): Promise<Write | undefined> {
  if (!NONCE.test(nonce)) return undefined;
  const at = passkeyKey.challenge(linkHash, nonce);
  const item = await store.get(at);
  if (item === undefined) return undefined;
  const record = ChallengeRecord.parse(item.data);
  const holds =
    record.purpose === purpose &&
    record.client === sha256(client) &&
    Date.parse(clock.now()) < Date.parse(record.expiresAt);
  return holds ? { remove: at, expected: item.version } : undefined;
}
