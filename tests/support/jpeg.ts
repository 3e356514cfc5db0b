/** JPEGs by segments, for tests of what is done to them. */
const segment = (marker: number, ...content: number[]): number[] => {
  const length = content.length + 2;
  return [0xff, marker, length >> 8, length & 255, ...content];
};
const text = (said: string): number[] => [...Buffer.from(said, "latin1")];
const two = (value: number): number[] => [value >> 8, value & 255];

/** As a telephone writes it: the place in it is one that no test confuses with coded data. */
export const GPS = "49.3144N 6.7498E";
export const exif = (): number[] => segment(0xe1, ...text(`Exif\0\0MM\0*GPSLatitude ${GPS} Pixel 9`));
export const comment = (said: string): number[] => segment(0xfe, ...text(said));
export const app = (n: number, said: string): number[] => segment(0xe0 + n, ...text(said));
export const frame = (width: number, height: number, marker = 0xc0, components = 1): number[] =>
  segment(
    ...[marker, 8, ...two(height), ...two(width), components],
    ...Array.from({ length: components }, (_, k) => [k + 1, 0x11, 0]).flat(),
  );
export const scan = (data: readonly number[] = [0x2a, 0xff, 0, 0x7f, 0xff, 0xd0, 0x11]): number[] => [
  ...segment(0xda, 1, 1, 0, 0, 63, 0),
  ...data,
];
export const tables = (): number[] => [
  ...segment(0xdb, 0, ...new Array<number>(64).fill(1)),
  ...segment(0xc4, 0, 1, ...new Array<number>(15).fill(0), 0),
];

/** @param inner segments between start and end; @param tail what hangs behind the end */
export const jpeg = (inner: readonly number[], tail: readonly number[] = []): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([0xff, 0xd8, ...inner, 0xff, 0xd9, ...tail]);

export const photo = (width = 640, height = 480): Uint8Array<ArrayBuffer> =>
  jpeg([...app(0, "JFIF\0"), ...exif(), ...tables(), ...frame(width, height), ...scan()]);

export const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
