// What becomes of a photo: only what draws it stays, and what is no plain photo is refused.
import { expect, test } from "vitest";
import { cleanJpeg, MOST_PHOTO_BYTES } from "../../../../../functions/usecases/photos/cleanJpeg.ts";
import { app, comment, exif, frame, GPS, jpeg, latin, photo, scan, tables } from "../../../../support/jpeg.ts";

const cleaned = (bytes: Uint8Array): string => {
  const done = cleanJpeg(bytes);
  if (done.kind !== "photo") throw new Error(done.kind);
  return latin(done.bytes);
};
const kindOf = (bytes: Uint8Array): string => cleanJpeg(bytes).kind;

test("place, device, thumbnails, profiles and comments are gone; tables, frame and coded data are as they were", () => {
  const drawn = [...tables(), ...frame(640, 480), ...scan()];
  const all = Array.from({ length: 16 }, (_, n) => app(n, `secret ${n}`)).flat();
  const given = jpeg([...exif(), ...all, ...comment("secret"), ...drawn]);
  expect(latin(given)).toContain(GPS);
  const bytes = cleaned(given);
  expect(bytes).not.toMatch(/Exif|GPS|49\.3|Pixel|secret/);
  expect(bytes).toBe(`\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0${latin(Uint8Array.from(drawn))}\xff\xd9`);
});

test("metadata between scans go too, and a progressive photo keeps all its scans", () => {
  const scans = [...scan([1, 2]), ...exif(), ...scan([3, 4])];
  const bytes = cleaned(jpeg([...tables(), ...frame(64, 64, 0xc2, 3), ...scans]));
  expect(bytes).not.toContain("Exif");
  expect(bytes).toContain(latin(Uint8Array.from([...scan([1, 2]), ...scan([3, 4])])));
});

test("what hangs behind the end is gone: an archive, a page, a second picture", () => {
  for (const tail of ["PK\x03\x04 archive", "<script>alert(1)</script>", latin(photo())]) {
    const given = jpeg([...tables(), ...frame(8, 8), ...scan()], [...Buffer.from(tail, "latin1")]);
    expect(cleaned(given)).not.toContain(tail.slice(0, 8));
    expect(cleaned(given).endsWith("\xff\xd9")).toBe(true);
  }
});

test("cleaning twice changes nothing more", () => {
  const once = cleanJpeg(photo());
  if (once.kind !== "photo") throw new Error(once.kind);
  expect(cleaned(once.bytes)).toBe(latin(once.bytes));
  expect([once.width, once.height]).toEqual([640, 480]);
});

test.each([
  ["nothing", new Uint8Array(0)],
  ["a page", Buffer.from("<!doctype html><script>alert(1)</script>")],
  ["SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ["PNG", Buffer.from("\x89PNG\r\n\x1a\n", "latin1")],
  ["GIF", Buffer.from("GIF89a")],
  ["a start and nothing", Uint8Array.of(0xff, 0xd8)],
  ["a start, then a page", Buffer.from("\xff\xd8<script>", "latin1")],
  ["no end", jpeg([...tables(), ...frame(8, 8), ...scan()]).subarray(0, -2)],
  ["no scan", jpeg([...tables(), ...frame(8, 8)])],
  ["a scan before the frame", jpeg([...tables(), ...scan(), ...frame(8, 8)])],
  ["two frames", jpeg([...tables(), ...frame(8, 8), ...frame(9, 9), ...scan()])],
  ["a segment longer than the file", jpeg([0xff, 0xdb, 0xff, 0xff, 1])],
  ["a segment of length 0", jpeg([0xff, 0xdb, 0, 0])],
  ["arithmetic coding", jpeg([...tables(), ...frame(8, 8, 0xc9), ...scan()])],
  ["lossless coding", jpeg([...tables(), ...frame(8, 8, 0xc3), ...scan()])],
  ["four colours", jpeg([...tables(), ...frame(8, 8, 0xc0, 4), ...scan()])],
])("%s is refused as no photo", (_, bytes) => {
  expect(kindOf(bytes)).toBe("type");
});

test("a few bytes that would unfold to 65,535 pixels each way are refused, and so is a picture without any", () => {
  for (const [width, height] of [
    [65_535, 65_535],
    [4097, 1],
    [1, 4097],
    [0, 5],
    [5, 0],
  ] as const)
    expect([width, height, kindOf(photo(width, height))]).toEqual([width, height, "side"]);
  expect(kindOf(photo(4096, 4096))).toBe("photo");
});

test("more than 400 KB are refused before anything is read", () => {
  const heavy = new Uint8Array(MOST_PHOTO_BYTES + 1);
  heavy.set(photo());
  expect(kindOf(heavy)).toBe("size");
});
