/**
 * The functions that Step Functions adds to JSONata (Developer Guide, "JSONata functions provided by Step Functions"), and
 * JSONata's functions of time and chance on the clock and generator that are passed in.
 */
import { createHash } from "node:crypto";
import type jsonata from "jsonata";

export interface Surroundings {
  /** Milliseconds since 1970, for `$now` and `$millis`. */
  now(): number;
  /** In [0, 1), for `$random` and `$uuid`. */
  random(): number;
}

export interface JsonataFunction {
  readonly implementation: Parameters<jsonata.Expression["registerFunction"]>[1];
  /** JSONata's notation of parameters; without one, anything goes. */
  readonly signature?: string;
}

const HASHES: Readonly<Record<string, string>> = {
  MD5: "md5",
  "SHA-1": "sha1",
  "SHA-256": "sha256",
  "SHA-384": "sha384",
  "SHA-512": "sha512",
};
const MOST_RANGE = 1000;

export function stepFunctionsFunctions({ now, random }: Surroundings): Readonly<Record<string, JsonataFunction>> {
  return {
    millis: { implementation: now, signature: "<:n>" },
    random: { implementation: (seed?: number) => (seed === undefined ? random() : fractionOf(seed)) },
    uuid: { implementation: () => uuid(random), signature: "<:s>" },
    partition: { implementation: partition, signature: "<an:a>" },
    range: { implementation: range, signature: "<nnn:a>" },
    hash: { implementation: hash, signature: "<ss:s>" },
    parse: { implementation: parse, signature: "<s:x>" },
  };
}

function partition(items: readonly unknown[], size: number): unknown[][] {
  if (!Number.isInteger(size) || size < 1) throw new RangeError("$partition needs a whole number of at least 1.");
  const parts = Math.ceil(items.length / size);
  return Array.from({ length: parts }, (_, part) => items.slice(part * size, (part + 1) * size));
}

/** From `first` to `last`, both included. */
function range(first: number, last: number, step: number): number[] {
  if (![first, last, step].every(Number.isInteger) || step === 0)
    throw new RangeError("$range needs whole numbers, and a step other than 0.");
  const length = Math.max(0, Math.floor((last - first) / step) + 1);
  if (length > MOST_RANGE) throw new RangeError(`$range gives at most ${MOST_RANGE} numbers.`);
  return Array.from({ length }, (_, index) => first + index * step);
}

function hash(text: string, algorithm: string): string {
  const name = HASHES[algorithm];
  if (name === undefined) throw new RangeError(`$hash knows ${Object.keys(HASHES).join(", ")}.`);
  return createHash(name).update(text).digest("hex");
}

function parse(text: string): unknown {
  return JSON.parse(text) as unknown;
}

/** The same number in [0, 1) for the same seed. */
function fractionOf(seed: number): number {
  return createHash("sha256").update(String(seed)).digest().readUInt32BE(0) / 2 ** 32;
}

/** Version 4. */
function uuid(random: () => number): string {
  const bytes = Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
