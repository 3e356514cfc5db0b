/** A KMS behind aws-sdk-client-mock with one asymmetric key: it signs hashes with ECDSA on P-256, as KMS does, and tells its public key. */
import { createECDH, generateKeyPairSync, randomBytes, type KeyObject } from "node:crypto";
import { GetPublicKeyCommand, KMSClient, SignCommand, type SignCommandInput } from "@aws-sdk/client-kms";
import { mockClient } from "aws-sdk-client-mock";

export const KEY_ARN = "arn:aws:kms:eu-central-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef";

/** Order of the curve's base point (FIPS 186-5, P-256). */
const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

export interface MemoryKms {
  readonly client: KMSClient;
  readonly publicKey: KeyObject;
  /** Commands so far, as the client sent them. */
  readonly sent: [command: string, input: unknown][];
  /** The next call fails with this. */
  failNext(error: Error): void;
}

export function memoryKms(namedCurve: "P-256" | "P-384" = "P-256"): MemoryKms {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve });
  const client = new KMSClient({ region: "eu-central-1" });
  const sent: [string, unknown][] = [];
  let fault: Error | undefined;
  const calls = mockClient(client);
  const taken = (command: string, input: unknown): void => {
    sent.push([command, input]);
    const now = fault;
    fault = undefined;
    if (now !== undefined) throw now;
  };
  calls.on(GetPublicKeyCommand).callsFake((input: unknown) => {
    taken("GetPublicKeyCommand", input);
    return { PublicKey: new Uint8Array(publicKey.export({ format: "der", type: "spki" })) };
  });
  calls.on(SignCommand).callsFake((input: SignCommandInput) => {
    taken("SignCommand", input);
    const { Message, MessageType, SigningAlgorithm } = input;
    if (MessageType !== "DIGEST" || SigningAlgorithm !== "ECDSA_SHA_256" || Message?.length !== 32)
      throw Object.assign(new Error("not a hash to be signed"), { name: "ValidationException" });
    return { Signature: signHash(privateKey, Message) };
  });
  return { client, publicKey, sent, failNext: (error) => void (fault = error) };
}

/** ECDSA of a hash (FIPS 186-5 section 6.4.1): node:crypto signs whole messages only, so that just its point arithmetic is used. */
function signHash(key: KeyObject, hash: Uint8Array): Uint8Array {
  const d = number(Buffer.from(key.export({ format: "jwk" }).d!, "base64url"));
  const nonce = createECDH("prime256v1");
  nonce.setPrivateKey(Buffer.from((1n + (number(randomBytes(40)) % (N - 1n))).toString(16).padStart(64, "0"), "hex"));
  const k = number(nonce.getPrivateKey());
  const r = number(nonce.getPublicKey().subarray(1, 33)) % N;
  const s = (inverse(k) * (number(hash) + r * d)) % N;
  const body = Buffer.concat([derInteger(r), derInteger(s)]);
  return new Uint8Array(Buffer.concat([Buffer.from([0x30, body.length]), body]));
}

const number = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString("hex")}`);

/** By Fermat: the order is a prime. */
function inverse(value: bigint): bigint {
  let [result, base, exponent] = [1n, value % N, N - 2n];
  for (; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % N;
    base = (base * base) % N;
  }
  return result;
}

function derInteger(value: bigint): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), "0"), "hex");
  const whole = bytes[0]! >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes;
  return Buffer.concat([Buffer.from([0x02, whole.length]), whole]);
}
