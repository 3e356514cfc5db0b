/**
 * Signs with a key that never leaves AWS KMS: ECDSA on P-256 (ES256). KMS signs with Ed25519 as well, but takes no more than 4 KB for
 * it, and a published week has megabytes; of ECDSA it takes the hash.
 */
import { createHash, createPublicKey } from "node:crypto";
import { GetPublicKeyCommand, type KMSClient, SignCommand } from "@aws-sdk/client-kms";
import { calculateJwkThumbprint } from "jose";
import type { PublicKey, Signer } from "../../ports/signer.ts";
import { remembered } from "../remembered.ts";

/** @param keyId ARN of an asymmetric key of the kind ECC_NIST_P256, made for SIGN_VERIFY */
export function kmsSigner(client: KMSClient, keyId: string): Signer {
  const known = remembered(() => publicKey(client, keyId));
  return {
    publicKeys: async () => [await known()],
    async sign(bytes) {
      const { Signature } = await client.send(
        new SignCommand({
          KeyId: keyId,
          Message: createHash("sha256").update(bytes).digest(),
          MessageType: "DIGEST",
          SigningAlgorithm: "ECDSA_SHA_256",
        }),
      );
      return rawSignature(Buffer.from(Signature!));
    },
  };
}

async function publicKey(client: KMSClient, keyId: string): Promise<PublicKey> {
  const { PublicKey: spki } = await client.send(new GetPublicKeyCommand({ KeyId: keyId }));
  const { kty, crv, x, y } = createPublicKey({ key: Buffer.from(spki!), format: "der", type: "spki" }).export({
    format: "jwk",
  });
  if (kty !== "EC" || crv !== "P-256") throw new Error(`the signing key is ${kty} ${crv} instead of EC P-256`);
  const jwk = { kty, crv, x: x!, y: y! } as const;
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: "ES256", use: "sig" };
}

const SEQUENCE = 0x30;
const INTEGER = 0x02;
const COORDINATE_BYTES = 32;

/** From DER (RFC 3279 section 2.2.3), as KMS answers, to the two numbers side by side, as JWS writes them (RFC 7518 section 3.4). */
function rawSignature(der: Buffer): Uint8Array {
  const numbers: Buffer[] = [];
  // Of this curve the whole has at most 72 bytes, so that every length is one byte.
  let at = der[0] === SEQUENCE && der[1] === der.length - 2 ? 2 : der.length;
  while (der[at] === INTEGER) {
    const end = at + 2 + der[at + 1]!;
    numbers.push(der.subarray(at + 2, end));
    at = end;
  }
  if (numbers.length !== 2 || at !== der.length) throw new Error("KMS answered with no ECDSA signature");
  const raw = new Uint8Array(2 * COORDINATE_BYTES);
  for (const [index, number] of numbers.entries()) {
    // A zero stands before a number whose first bit is set; zeros that lead it are left out.
    const significant = number.subarray(Math.max(0, number.length - COORDINATE_BYTES));
    raw.set(significant, (index + 1) * COORDINATE_BYTES - significant.length);
  }
  return raw;
}
