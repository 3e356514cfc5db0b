/**
 * Access tokens, checked as the JWT authorizer of API Gateway does: signature, issuer, audience, expiry, not-before.
 * Verified tokens are remembered by their hash until they expire, so that a machine that sends a thousand reports a second
 * costs one signature.
 */
import { hash } from "node:crypto";
import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from "jose";
import type { Clock } from "../../ports/clock.ts";
import type { Claims } from "../../ports/site.ts";

export interface Issuer {
  /** Exactly as in the claim `iss`. */
  readonly issuer: string;
  /** The claim `aud`, or without one `client_id` as Cognito's access tokens have it, must be one of these. */
  readonly audiences: readonly string[];
  readonly keys: JWTVerifyGetKey;
}

export type TokenCheck =
  | { readonly kind: "valid"; readonly claims: Claims }
  /** `audience`: it is for another system; `invalid`: it is none of the issuer's, or was changed. */
  | { readonly kind: "expired" | "audience" | "invalid" };

/** Rejects when the issuer's keys cannot be had. */
export type CheckToken = (token: string) => Promise<TokenCheck>;

/** The authorizer knows no others. */
const ALGORITHMS = ["RS256", "RS384", "RS512"];
const MOST_REMEMBERED = 10_000;

export function accessTokens({ issuer, audiences, keys }: Issuer, clock: Pick<Clock, "now">): CheckToken {
  const remembered = new Map<string, JWTPayload>();

  return async (token) => {
    const now = new Date(clock.now());
    const name = hash("sha256", token, "base64");
    const known = remembered.get(name);
    if (known !== undefined && known.exp! * 1000 > now.getTime()) return { kind: "valid", claims: known };
    remembered.delete(name);
    const check = await verify(token, now);
    if (check.kind === "valid") {
      if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!);
      remembered.set(name, check.claims);
    }
    return check;
  };

  async function verify(token: string, currentDate: Date): Promise<TokenCheck> {
    try {
      const options = { issuer, algorithms: ALGORITHMS, currentDate, requiredClaims: ["exp", "sub"] };
      const { payload } = await jwtVerify(token, keys, options);
      const { aud = payload["client_id"] } = payload;
      const given: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
      if (given.some((one) => audiences.includes(one as string))) return { kind: "valid", claims: payload };
      return { kind: "audience" };
    } catch (error) {
      if (error instanceof errors.JWTExpired) return { kind: "expired" };
      if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw error;
      return { kind: "invalid" };
    }
  }
}
