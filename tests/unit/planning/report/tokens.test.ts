import { expect, test } from "vitest";
import { TOKENS } from "../../../../planning/report/style/tokens.ts";

type Colours = Readonly<Record<string, string>>;

/** `--name: #rrggbb` of one of the two blocks. */
function coloursOf(block: string): Colours {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})\b/g)].map(([, name, value]) => [name!, value!]),
  );
}

const [lightBlock, darkBlock] = TOKENS.split("@media") as [string, string];
const light = coloursOf(lightBlock);
const SCHEMES: readonly (readonly [string, Colours])[] = [
  ["light", light],
  ["dark", { ...light, ...coloursOf(darkBlock) }],
];

/** WCAG 2.2, definition of relative luminance. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

const HUES = Array.from({ length: 8 }, (_, index) => `hue-${index}`);

/** Text on what lies behind it (WCAG 1.4.3). */
const TEXT: readonly (readonly [string, string])[] = [
  ...["paper", "raised", "land", "land-other", "joint-wash"].map((ground) => ["ink", ground] as const),
  ...["paper", "raised"].flatMap((ground) => [["muted", ground] as const, ["joint-ink", ground] as const]),
  ["warn-ink", "warn-wash"],
  ["paper", "facility"],
  ...HUES.map((hue) => ["symbol-ink", hue] as const),
];

/** Lines and symbols that carry meaning (WCAG 1.4.11). */
const SYMBOLS: readonly (readonly [string, string])[] = [
  ["joint", "paper"],
  ["alone-edge", "paper"],
  ["edge", "paper"],
  ["focus", "paper"],
  ["facility", "land"],
  ...HUES.flatMap((hue) => [[hue, "land"] as const, [hue, "paper"] as const]),
];

for (const [scheme, colours] of SCHEMES) {
  const ratio = (front: string, ground: string): number => contrast(colours[front]!, colours[ground]!);
  const below = (pairs: typeof TEXT, least: number): string[] =>
    pairs
      .filter(([front, ground]) => !(ratio(front, ground) >= least))
      .map((pair) => `${pair.join(" on ")} ${ratio(...pair)}`);

  test(`in ${scheme} every text has a contrast of at least 4.5:1`, () => expect(below(TEXT, 4.5)).toEqual([]));
  test(`in ${scheme} every line and symbol has a contrast of at least 3:1`, () =>
    expect(below(SYMBOLS, 3)).toEqual([]));
}

test("black on white is 21:1", () => expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 6));
