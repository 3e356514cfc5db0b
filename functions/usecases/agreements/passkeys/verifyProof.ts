/**
 * Checks the passkey's signature on a decision with node:crypto alone, as anybody can who has the file (WebAuthn Level 3, section
 * 7.2, without what only the server knows: its challenges given out, and counters).
 */
import { createHash, verify } from "node:crypto";
import { challengeOf, type Signed } from "./challenge.ts";
import { readCoseKey } from "./cose.ts";
import type { PasskeyProof } from "./records.ts";

/** Hash of the host, flags, counter. */
const LEAST_DATA = 37;
const USER_PRESENT = 1;
const USER_VERIFIED = 4;

/** @returns what does not hold, as sentences; none when all does */
export function proofCauses(proof: PasskeyProof, signed: Omit<Signed, "nonce">): string[] {
  const causes: string[] = [];
  const data = bytesOf(proof.authenticatorData);
  const clientData = bytesOf(proof.clientDataJSON);
  if (!isSigned(proof, data, clientData, causes)) causes.push("The passkey's signature does not hold.");
  if (data.length < LEAST_DATA) causes.push("The authenticator's data is too short.");
  else {
    if (!data.subarray(0, 32).equals(sha256(proof.rpId)))
      causes.push(`The authenticator's data is not for ${proof.rpId}.`);
    const flags = data[32]!;
    if ((flags & USER_PRESENT) === 0) causes.push("Nobody was present when the passkey signed.");
    if ((flags & USER_VERIFIED) === 0) causes.push("The passkey did not verify who used it.");
  }
  causes.push(...clientCauses(clientData, proof, challengeOf({ ...signed, nonce: proof.nonce })));
  return causes;
}

function isSigned({ publicKey, signature }: PasskeyProof, data: Buffer, clientData: Buffer, causes: string[]): boolean {
  try {
    const { key, hash } = readCoseKey(bytesOf(publicKey));
    return verify(hash, Buffer.concat([data, sha256(clientData)]), key, bytesOf(signature));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    causes.push(`The passkey's public key is not readable: ${error.message}.`);
    return false;
  }
}

function clientCauses(clientData: Buffer, { rpId }: PasskeyProof, challenge: string): string[] {
  const said = jsonOf(clientData);
  if (said === undefined) return ["What the browser says of the signature is no JSON."];
  const causes: string[] = [];
  if (said["type"] !== "webauthn.get") causes.push("The signature was made for something else than signing in.");
  if (said["challenge"] !== challenge)
    causes.push(
      "The challenge that was signed does not hold this proposal, version, member, role, person, share and decision.",
    );
  const host = typeof said["origin"] === "string" ? URL.parse(said["origin"])?.hostname : undefined;
  if (host === undefined || (host !== rpId && !host.endsWith(`.${rpId}`)))
    causes.push(`It was signed on another site than ${rpId}.`);
  if (said["crossOrigin"] === true) causes.push("It was signed in a frame of another site.");
  return causes;
}

function jsonOf(bytes: Buffer): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = JSON.parse(bytes.toString("utf8")) as unknown;
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const bytesOf = (text: string): Buffer => Buffer.from(text, "base64url");
const sha256 = (data: string | Buffer): Buffer => createHash("sha256").update(data).digest();
