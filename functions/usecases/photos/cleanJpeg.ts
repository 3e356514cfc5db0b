/**
 * A JPEG (ITU-T T.81) rebuilt from nothing but what draws its picture: EXIF with place and device, thumbnails, colour profiles,
 * comments, and whatever hangs behind its end are gone. What is not a plain photo is refused.
 */

export const MOST_PHOTO_BYTES = 400_000;
/** Longest side in pixels. Telephones that shrink it send 1,280. */
export const MOST_PHOTO_SIDE = 4096;

export type CleanJpeg =
  | { readonly kind: "photo"; readonly bytes: Uint8Array<ArrayBuffer>; readonly width: number; readonly height: number }
  /** size: too many bytes. side: too many pixels, or none. type: no JPEG, or a damaged or unusual one. */
  | { readonly kind: "size" | "side" | "type" };

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
/** Baseline, extended and progressive, by Huffman code. */
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
/** Huffman tables, quantization tables, restart interval. */
const TABLES: ReadonlySet<number> = new Set([0xc4, 0xdb, 0xdd]);
/** APP0 to APP15, and comments. */
const isMetadata = (marker: number): boolean => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
/** Grey, or luminance and two chrominances. */
const COMPONENTS: ReadonlySet<number> = new Set([1, 3]);
/** JFIF 1.1, no density, no thumbnail: says that colours are YCbCr. */
const JFIF = [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];

export function cleanJpeg(given: Uint8Array, mostBytes = MOST_PHOTO_BYTES): CleanJpeg {
  if (given.length > mostBytes) return { kind: "size" };
  if (given[0] !== 0xff || given[1] !== SOI) return { kind: "type" };
  const kept: Uint8Array[] = [Uint8Array.of(0xff, SOI), Uint8Array.from(JFIF)];
  let size: { readonly width: number; readonly height: number } | undefined;
  let scans = 0;
  let at = 2;
  for (;;) {
    if (given[at] !== 0xff) return { kind: "type" };
    while (given[at + 1] === 0xff) at++;
    const marker = given[at + 1];
    if (marker === undefined) return { kind: "type" };
    if (marker === EOI) break;
    const length = ((given[at + 2] ?? 0) << 8) | (given[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > given.length) return { kind: "type" };
    const segment = given.subarray(at, end);
    at = end;
    if (isMetadata(marker)) continue;
    if (FRAMES.has(marker)) {
      if (size !== undefined || length < 8) return { kind: "type" };
      const [precision, high, low, wide, narrow, components] = segment.subarray(4, 10) as unknown as number[];
      if (precision !== 8 || !COMPONENTS.has(components!)) return { kind: "type" };
      size = { height: (high! << 8) | low!, width: (wide! << 8) | narrow! };
      if (Math.min(size.width, size.height) < 1 || Math.max(size.width, size.height) > MOST_PHOTO_SIDE)
        return { kind: "side" };
    } else if (marker === SOS) {
      if (size === undefined) return { kind: "type" };
      scans++;
      at = endOfScan(given, end);
      kept.push(segment, given.subarray(end, at));
      continue;
    } else if (!TABLES.has(marker)) return { kind: "type" };
    kept.push(segment);
  }
  if (size === undefined || scans === 0) return { kind: "type" };
  kept.push(Uint8Array.of(0xff, EOI));
  return { kind: "photo", bytes: joined(kept), ...size };
}

/** Coded data go on to the first marker that is no restart; within them 0xFF is followed by 0. */
function endOfScan(given: Uint8Array, start: number): number {
  for (let at = start; at < given.length - 1; at++) {
    const next = given[at + 1]!;
    if (given[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return given.length;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
