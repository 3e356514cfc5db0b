/** Signing and cookie keys of the embedded provider, made at the first start and kept. */
import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exportJWK, generateKeyPair, type JWK } from "jose";

export interface Keys {
  readonly cookieKey: string;
  /** Private keys; the first one signs. */
  readonly signing: readonly JWK[];
}

/** @param folder made when missing; only its owner can read the file */
export async function identityKeys(folder: string): Promise<Keys> {
  const file = join(folder, "keys.json");
  try {
    return JSON.parse(await readFile(file, "utf8")) as Keys;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: randomBytes(8).toString("hex"), alg: "RS256", use: "sig" };
  const keys: Keys = { cookieKey: randomBytes(32).toString("base64url"), signing: [jwk] };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(`${file}.new`, JSON.stringify(keys), { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
  return keys;
}

/** What anyone may know of them. */
export function publicKeys({ signing }: Keys): JWK[] {
  return signing.map(({ kty, n, e, kid, alg, use }) => ({ kty: kty!, n: n!, e: e!, kid: kid!, alg: alg!, use: use! }));
}
