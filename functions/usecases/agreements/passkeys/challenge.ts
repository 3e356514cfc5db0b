/**
 * What a passkey signs when it decides: a challenge that holds the decision itself, so that the signature speaks for this proposal,
 * version, member, role, share and answer, and for nothing else.
 */
import { createHash } from "node:crypto";
import { isIP } from "node:net";
import type { ApproverRole } from "../../../../domain/agreement/agreement.ts";
import type { Decision } from "../../../../domain/agreement/ballot.ts";
import { canonicalJson } from "../../../../domain/canonicalJson.ts";

export interface Signed {
  readonly region: string;
  readonly agreement: string;
  readonly version: number;
  /** Over the canonical JSON of the proposal. */
  readonly proposalSha256: string;
  readonly ags: string;
  readonly role: ApproverRole;
  readonly contactId: string;
  readonly decision: Decision;
  readonly shareCents: number;
  /** 256 random bits of the server, base64url. */
  readonly nonce: string;
}

/** SHA-256 over the canonical JSON (RFC 8785) of what is signed, base64url: 43 characters. */
export function challengeOf(signed: Signed): string {
  const { region, agreement, version, proposalSha256, ags, role, contactId, decision, shareCents, nonce } = signed;
  const text = canonicalJson({
    ...{ schema: "gruenverbund/passkey-challenge/1", region, agreement, version, proposalSha256 },
    ...{ ags, role, contactId, decision, shareCents, nonce },
  });
  return createHash("sha256").update(text).digest("base64url");
}

/** The host under which passkeys hold; undefined where browsers know none: an IP address, or HTTP elsewhere than on localhost. */
export function rpIdOf(origin: string): string | undefined {
  const { protocol, hostname } = new URL(origin);
  if (isIP(hostname.replace(/^\[|\]$/g, "")) !== 0) return undefined;
  return protocol === "https:" || hostname === "localhost" ? hostname : undefined;
}
