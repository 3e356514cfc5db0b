/** Just enough of a PNG reader for what Chromium and pdftoppm write: 8 bits, RGB or RGBA, not interlaced. PNG, W3C 2025. */
import { inflateSync } from "node:zlib";

export interface Pixels {
  /** Red, green, blue, alpha; row by row. */
  readonly pixels: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

export function pixelsOf(png: Uint8Array): Pixels {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  const data: Buffer[] = [];
  let header: Buffer = Buffer.alloc(0);
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString("latin1", at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (kind === "IHDR") header = body;
    if (kind === "IDAT") data.push(body);
    at += length + 12;
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, colour, , , interlaced] = header.subarray(8);
  if (depth !== 8 || interlaced !== 0 || (colour !== 2 && colour !== 6))
    throw new Error(`a PNG of depth ${depth}, colour type ${colour}, interlacing ${interlaced} is not read here`);
  const channels = colour === 6 ? 4 : 3;
  const raw = unfiltered(inflateSync(Buffer.concat(data)), width * channels, height, channels);
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++)
    for (let channel = 0; channel < channels; channel++) pixels[pixel * 4 + channel] = raw[pixel * channels + channel]!;
  return { pixels, width, height };
}

/** Section 9: each byte is the difference from a guess made of its neighbours left, above and above left. */
function unfiltered(filtered: Uint8Array, stride: number, height: number, channels: number): Uint8Array {
  const raw = new Uint8Array(stride * height);
  for (let row = 0; row < height; row++) {
    const filter = filtered[row * (stride + 1)]!;
    const start = row * stride;
    for (let at = 0; at < stride; at++) {
      const left = at < channels ? 0 : raw[start + at - channels]!;
      const above = row === 0 ? 0 : raw[start + at - stride]!;
      const corner = at < channels || row === 0 ? 0 : raw[start + at - stride - channels]!;
      raw[start + at] = filtered[row * (stride + 1) + 1 + at]! + guess(filter, left, above, corner);
    }
  }
  return raw;
}

function guess(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    default:
      return paeth(left, above, corner);
  }
}

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - above), Math.abs(estimate - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}
