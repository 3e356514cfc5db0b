// Bars in pairs: parts of the width by hand, revenue to the left of nothing, and an SVG that stands alone.
import { expect, test } from "vitest";
import { pairChart, ROW } from "../../../../../functions/usecases/finance/chart.ts";
import { chartSvg } from "../../../../../functions/usecases/finance/chartSvg.ts";

const row = (name: string, aloneCents: number, jointCents: number) => ({ name, aloneCents, jointCents, said: "" });

test("the dearest bar fills the width, the others are parts of it", () => {
  const { zero, height, rows } = pairChart([row("a", 400, 300), row("b", 100, 0)]);
  expect([zero, height]).toEqual([0, 2 * ROW]);
  expect(rows.map(({ bars }) => bars.map(({ from, to }) => [from, to]))).toEqual([
    [
      [0, 1],
      [0, 0.75],
    ],
    [
      [0, 0.25],
      [0, 0],
    ],
  ]);
});

test("revenue lies to the left of nothing", () => {
  // From −100 to 300 the width is 400: nothing lies at a quarter.
  const { zero, rows } = pairChart([row("gate", 300, -100)]);
  expect(zero).toBe(0.25);
  expect(rows[0]!.bars.map(({ from, to }) => [from, to])).toEqual([
    [0.25, 1],
    [0, 0.25],
  ]);
});

test("what costs nothing at all has bars without length, and no rows no chart", () => {
  expect(pairChart([row("a", 0, 0)]).rows[0]!.bars.map(({ from, to }) => to - from)).toEqual([0, 0]);
  expect(pairChart([])).toEqual({ height: 0, zero: 0, rows: [] });
});

test("names cannot break out of the SVG, and it has its own colours for mails", () => {
  const svg = chartSvg(pairChart([row('<script>"', 2, 1)]), { id: "x", title: "A & B", description: "" });
  expect(svg).not.toContain("<script>");
  expect(svg).toContain('<title id="x-title">A &amp; B</title>');
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]*role="img"/);
  expect(svg).toContain('fill="#1b6b45"');
});
