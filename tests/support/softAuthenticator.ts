/** An authenticator in software: real keys, real CBOR, real signatures; every part of what it says can be made to lie. */
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";

export interface Lies {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly type?: string;
  readonly userVerified?: boolean;
  readonly crossOrigin?: boolean;
  /** Counter that is stated; else one more than the last. */
  readonly counter?: number;
}

export type KeyKind = "ES256" | "EdDSA" | "RS256";

const PRESENT = 1;
const VERIFIED = 4;
const ATTESTED = 64;

const sha256 = (data: string | Buffer): Buffer => createHash("sha256").update(data).digest();
const base64url = (data: Buffer): string => data.toString("base64url");

type Cbor = number | string | Buffer | ReadonlyMap<number | string, Cbor>;

/** CBOR (RFC 8949) of what an authenticator says. */
function cbor(value: Cbor): Buffer {
  const head = (major: number, length: number): Buffer => {
    if (length < 24) return Buffer.of((major << 5) | length);
    if (length < 256) return Buffer.of((major << 5) | 24, length);
    return Buffer.of((major << 5) | 25, length >> 8, length & 255);
  };
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, value.length), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...(value as ReadonlyMap<number | string, Cbor>)];
  return Buffer.concat([head(5, entries.length), ...entries.flatMap(([name, one]) => [cbor(name), cbor(one)])]);
}

function keyPair(kind: KeyKind): { readonly privateKey: KeyObject; readonly cose: Buffer } {
  const bytes = (text: string | undefined): Buffer => Buffer.from(text!, "base64url");
  if (kind === "ES256") {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const { x, y } = publicKey.export({ format: "jwk" });
    const fields = [[1, 2], [3, -7], [-1, 1], [-2, bytes(x)], [-3, bytes(y)]] as const; // prettier-ignore
    return { privateKey, cose: cbor(new Map<number, Cbor>(fields)) };
  }
  if (kind === "EdDSA") {
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    const { x } = publicKey.export({ format: "jwk" });
    return { privateKey, cose: cbor(new Map<number, Cbor>([[1, 1], [3, -8], [-1, 6], [-2, bytes(x)]])) }; // prettier-ignore
  }
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const { n, e } = publicKey.export({ format: "jwk" });
  return { privateKey, cose: cbor(new Map<number, Cbor>([[1, 3], [3, -257], [-1, bytes(n)], [-2, bytes(e)]])) }; // prettier-ignore
}

export interface Asked {
  readonly challenge: string;
  readonly rpId: string;
}

export interface SoftAuthenticator {
  readonly credentialId: string;
  /** COSE_Key. */
  readonly publicKey: Buffer;
  /** JSON as the page's script sends it. */
  register(asked: Asked, lies?: Lies): string;
  sign(asked: Asked, lies?: Lies): string;
}

/** @param origin under which its browser shows the page */
export function softAuthenticator(origin: string, kind: KeyKind = "ES256"): SoftAuthenticator {
  const { privateKey, cose } = keyPair(kind);
  const id = randomBytes(32);
  let count = 0;

  const clientData = (type: string, challenge: string, lies: Lies): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: lies.type ?? type,
        challenge: lies.challenge ?? challenge,
        origin: lies.origin ?? origin,
        crossOrigin: lies.crossOrigin ?? false,
      }),
    );
  const authenticatorData = (rpId: string, more: number, rest: Buffer, lies: Lies): Buffer => {
    count = lies.counter ?? count + 1;
    const fixed = Buffer.alloc(5);
    fixed[0] = PRESENT | (lies.userVerified === false ? 0 : VERIFIED) | more;
    fixed.writeUInt32BE(count, 1);
    return Buffer.concat([sha256(lies.rpId ?? rpId), fixed, rest]);
  };
  const answer = (response: object): string =>
    JSON.stringify({ id: base64url(id), rawId: base64url(id), type: "public-key", response });

  return {
    credentialId: base64url(id),
    publicKey: cose,
    register({ challenge, rpId }, lies = {}) {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const credential = Buffer.concat([Buffer.alloc(16), length, id, cose]);
      const authData = authenticatorData(rpId, ATTESTED, credential, lies);
      const attestation = new Map<string, Cbor>([["fmt", "none"], ["attStmt", new Map()], ["authData", authData]]); // prettier-ignore
      return answer({
        clientDataJSON: base64url(clientData("webauthn.create", challenge, lies)),
        attestationObject: base64url(cbor(attestation)),
        transports: ["internal"],
      });
    },
    sign({ challenge, rpId }, lies = {}) {
      const client = clientData("webauthn.get", challenge, lies);
      const data = authenticatorData(rpId, 0, Buffer.alloc(0), lies);
      const signature = sign(kind === "EdDSA" ? null : "sha256", Buffer.concat([data, sha256(client)]), privateKey);
      return answer({
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(signature),
      });
    },
  };
}
