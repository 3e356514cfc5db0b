/**
 * Bearer tokens, checked as the JWT authorizer of API Gateway does: signature, issuer, audience, expiry, not-before.
 * Verified tokens are remembered by their hash until they expire, so that a machine that sends a thousand reports a second
 * costs one signature.
 */
import { hash } from "node:crypto";
import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from "jose";
import type { Clock } from "../../functions/ports/clock.ts";
import { Refusal } from "./reply.ts";

export interface Issuer {
  /** Exactly as in the claim `iss`. */
  readonly issuer: string;
  /** The claim `aud`, or without one `client_id` as Cognito's access tokens have it, must be one of these. */
  readonly audiences: readonly string[];
  readonly keys: JWTVerifyGetKey;
}

export type Claims = Readonly<Record<string, unknown>>;
/** @throws Refusal 401 */
export type VerifyToken = (authorization: string | undefined) => Promise<Claims>;

/** The authorizer knows no others. */
const ALGORITHMS = ["RS256", "RS384", "RS512"];
const MOST_REMEMBERED = 10_000;

export function tokenVerifier({ issuer, audiences, keys }: Issuer, clock: Clock): VerifyToken {
  const remembered = new Map<string, JWTPayload>();

  return async (authorization) => {
    const token = /^bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
    if (token === undefined) throw unauthorized("Diese Auskunft braucht eine Anmeldung.");
    const now = new Date(clock.now());
    const name = hash("sha256", token, "base64");
    const known = remembered.get(name);
    if (known !== undefined && known.exp! * 1000 > now.getTime()) return known;
    remembered.delete(name);
    const payload = await verify(token, now);
    if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!);
    remembered.set(name, payload);
    return payload;
  };

  async function verify(token: string, currentDate: Date): Promise<JWTPayload> {
    try {
      const options = { issuer, algorithms: ALGORITHMS, currentDate, requiredClaims: ["exp", "sub"] };
      const { payload } = await jwtVerify(token, keys, options);
      const { aud = payload["client_id"] } = payload;
      const given: readonly unknown[] = Array.isArray(aud) ? aud : [aud];
      if (given.some((one) => audiences.includes(one as string))) return payload;
      throw unauthorized("Die Anmeldung gilt nicht für dieses System.", "invalid_token");
    } catch (error) {
      if (error instanceof errors.JWTExpired)
        throw unauthorized("Die Anmeldung ist abgelaufen. Bitte neu anmelden.", "invalid_token");
      if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw error;
      throw unauthorized("Die Anmeldung ist ungültig. Bitte neu anmelden.", "invalid_token");
    }
  }
}

function unauthorized(detail: string, error?: string): Refusal {
  return new Refusal(401, detail, { "www-authenticate": error === undefined ? "Bearer" : `Bearer error="${error}"` });
}
