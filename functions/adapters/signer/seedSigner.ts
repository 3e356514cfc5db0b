/** Signs with Ed25519 (RFC 8032) under a key that is made of 32 secret bytes. */
import { createPrivateKey, createPublicKey, sign, type KeyObject } from "node:crypto";
import { calculateJwkThumbprint } from "jose";
import type { PublicKey, Signer } from "../../ports/signer.ts";

/** What stands before the seed in PKCS #8 (RFC 8410 section 7). */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
const SEED_BYTES = 32;

/** @param seed read once, when it is first needed */
export function seedSigner(seed: () => Promise<Uint8Array>): Signer {
  let read: Promise<KeyObject> | undefined;
  const key = (): Promise<KeyObject> => (read ??= seed().then(privateKey));
  return {
    publicKeys: async () => [await publicKey(await key())],
    sign: async (bytes) => new Uint8Array(sign(null, bytes, await key())),
  };
}

function privateKey(seed: Uint8Array): KeyObject {
  if (seed.length !== SEED_BYTES) throw new Error(`the signing key has ${seed.length} bytes instead of ${SEED_BYTES}`);
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: "der", type: "pkcs8" });
}

async function publicKey(key: KeyObject): Promise<PublicKey> {
  const { x } = createPublicKey(key).export({ format: "jwk" });
  const jwk = { kty: "OKP", crv: "Ed25519", x: x! } as const;
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: "EdDSA", use: "sig" };
}
