/** Detached signatures (RFC 7515 appendix F) over bytes as they are (RFC 7797). */
import { createLocalJWKSet, decodeProtectedHeader, errors, flattenedVerify, type JSONWebKeySet } from "jose";
import * as z from "zod";
import type { Signer } from "../../ports/signer.ts";

export const DetachedJws = z.strictObject({ protected: z.string(), signature: z.string() });
export type DetachedJws = z.infer<typeof DetachedJws>;

const ALGORITHMS = ["EdDSA", "ES256"];

const base64url = (data: Uint8Array | string): string => Buffer.from(data).toString("base64url");

export async function signDetached(signer: Signer, payload: Uint8Array): Promise<DetachedJws> {
  const [key] = await signer.publicKeys();
  if (key === undefined) throw new Error("the signer has no key");
  const header = base64url(JSON.stringify({ alg: key.alg, b64: false, crit: ["b64"], kid: key.kid }));
  const signed = Buffer.concat([Buffer.from(`${header}.`), payload]);
  return { protected: header, signature: base64url(await signer.sign(signed)) };
}

export type SignatureCheck =
  | { readonly kind: "valid"; readonly kid: string }
  /** `key`: no such key; `header`: not signed in the way this system signs; `signature`: it does not belong to these bytes. */
  | { readonly kind: "key" | "header" | "signature"; readonly cause: string };

/** @param keys as published; none of theirs is trusted for an algorithm that it does not name */
export async function verifyDetached(
  jws: DetachedJws,
  payload: Uint8Array,
  keys: JSONWebKeySet,
): Promise<SignatureCheck> {
  let header: ReturnType<typeof decodeProtectedHeader>;
  try {
    header = decodeProtectedHeader(jws);
  } catch {
    return { kind: "header", cause: "Its header is unreadable." };
  }
  const { alg, kid, b64 } = header as typeof header & { b64?: unknown };
  if (alg === undefined || !ALGORITHMS.includes(alg))
    return { kind: "header", cause: `Its algorithm is ${JSON.stringify(alg)}, not one of ${ALGORITHMS.join(", ")}.` };
  if (b64 !== false) return { kind: "header", cause: "Its header does not say b64: false." };
  const named = keys.keys.filter((key) => key.kid === kid && kid !== undefined);
  if (kid === undefined || named.length === 0)
    return { kind: "key", cause: `The key ${JSON.stringify(kid)} that it names is not among those published.` };
  try {
    await flattenedVerify({ ...jws, payload }, createLocalJWKSet({ keys: named }), { algorithms: ALGORITHMS });
    return { kind: "valid", kid };
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
    if (error instanceof errors.JWSSignatureVerificationFailed)
      return { kind: "signature", cause: `It does not belong to this content under the key ${kid}.` };
    if (error instanceof errors.JWKSNoMatchingKey)
      return { kind: "key", cause: `The key ${kid} is not for the algorithm ${alg}.` };
    return { kind: "header", cause: `It cannot be judged: ${error.message}.` };
  }
}
