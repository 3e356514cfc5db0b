/**
 * Public keys of passkeys (COSE_Key, RFC 9052 and RFC 9053) as keys of Node: ES256 on P-256, EdDSA on Ed25519, RS256. Written apart from
 * the library that checks passkeys online, so that a file can be checked without it.
 */
import { createPublicKey, type JsonWebKey, type KeyObject } from "node:crypto";

const ES256 = -7;
const EDDSA = -8;
const RS256 = -257;
/** COSE identifiers of the algorithms taken, the preferred one first. */
export const ALGORITHMS: readonly number[] = [ES256, EDDSA, RS256];

/** Labels of a COSE_Key's parameters. */
const KTY = 1;
const ALG = 3;
const FIRST = -1;
const SECOND = -2;
const THIRD = -3;

export interface CoseKey {
  readonly key: KeyObject;
  /** For `verify` of node:crypto; null where the algorithm brings its own. */
  readonly hash: "sha256" | null;
}

/** @throws RangeError naming what is not understood */
export function readCoseKey(bytes: Uint8Array): CoseKey {
  const fields = readMap(bytes);
  const number = (label: number): number => {
    const value = fields.get(label);
    if (typeof value !== "number") throw new RangeError(`field ${label} of the key is no number`);
    return value;
  };
  const binary = (label: number): string => {
    const value = fields.get(label);
    if (!(value instanceof Uint8Array)) throw new RangeError(`field ${label} of the key holds no bytes`);
    return Buffer.from(value).toString("base64url");
  };
  const alg = number(ALG);
  const is = (kty: number, curve?: number): void => {
    if (number(KTY) !== kty || (curve !== undefined && number(FIRST) !== curve))
      throw new RangeError(`type ${number(KTY)} of the key does not fit its algorithm ${alg}`);
  };
  switch (alg) {
    case ES256:
      is(2, 1);
      return made({ kty: "EC", crv: "P-256", x: binary(SECOND), y: binary(THIRD) }, "sha256");
    case EDDSA:
      is(1, 6);
      return made({ kty: "OKP", crv: "Ed25519", x: binary(SECOND) }, null);
    case RS256:
      is(3);
      return made({ kty: "RSA", n: binary(FIRST), e: binary(SECOND) }, "sha256");
    default:
      throw new RangeError(`the algorithm ${alg} is not among ${ALGORITHMS.join(", ")}`);
  }
}

function made(key: JsonWebKey, hash: CoseKey["hash"]): CoseKey {
  try {
    return { key: createPublicKey({ format: "jwk", key }), hash };
  } catch (cause) {
    throw new RangeError("the key is none of its curve or size", { cause });
  }
}

const UNSIGNED = 0;
const NEGATIVE = 1;
const BYTES = 2;
const MAP = 5;

/** The one shape that is needed here of CBOR (RFC 8949): a map from integers to integers or bytes, lengths definite. */
function readMap(bytes: Uint8Array): Map<number, number | Uint8Array> {
  let at = 0;
  const head = (): [major: number, value: number] => {
    const first = bytes[at++];
    if (first === undefined) throw new RangeError("the key ends too early");
    const info = first & 31;
    if (info < 24) return [first >> 5, info];
    const width = info === 24 ? 1 : info === 25 ? 2 : info === 26 ? 4 : 0;
    if (width === 0 || at + width > bytes.length) throw new RangeError(`byte ${at - 1} of the key is no length`);
    let value = 0;
    for (let i = 0; i < width; i++) value = value * 256 + bytes[at++]!;
    return [first >> 5, value];
  };
  const item = (): number | Uint8Array => {
    const [major, value] = head();
    if (major === UNSIGNED) return value;
    if (major === NEGATIVE) return -1 - value;
    if (major !== BYTES || at + value > bytes.length) throw new RangeError(`byte ${at} of the key holds no value`);
    at += value;
    return bytes.subarray(at - value, at);
  };
  const [major, entries] = head();
  if (major !== MAP) throw new RangeError("the key is no map");
  const fields = new Map<number, number | Uint8Array>();
  for (let i = 0; i < entries; i++) {
    const label = item();
    if (typeof label !== "number" || fields.has(label))
      throw new RangeError("a label of the key stands twice or is none");
    fields.set(label, item());
  }
  if (at !== bytes.length) throw new RangeError("something stands behind the key");
  return fields;
}
