/** Draws time per iteration over the number of clients, both axes logarithmic, as docs/routing-scale.svg. */
import { writeFileSync } from "node:fs";
import type { Row } from "./family.ts";

const WIDTH = 560;
const HEIGHT = 340;
const MARGIN = { left: 70, right: 20, top: 30, bottom: 50 };

interface Point {
  readonly clients: number;
  readonly microseconds: number;
}

export function writeScalePlot(rows: readonly Row[], file: URL): void {
  const measured = rows.map((row) => ({ clients: row.size, microseconds: 1e6 / row.iterationsPerSecond }));
  writeFileSync(file, scaleSvg(measured));
}

/** The second line is what n log n would make of the smallest instance. */
export function scaleSvg(measured: readonly Point[]): string {
  const first = measured[0]!;
  const nLogN = measured.map(({ clients }) => ({
    clients,
    microseconds: (first.microseconds * clients * Math.log(clients)) / (first.clients * Math.log(first.clients)),
  }));
  const all = [...measured, ...nLogN];
  const x = axis(
    all.map((p) => p.clients),
    MARGIN.left,
    WIDTH - MARGIN.right,
  );
  const y = axis(
    all.map((p) => p.microseconds),
    HEIGHT - MARGIN.bottom,
    MARGIN.top,
  );
  const path = (points: readonly Point[]): string =>
    points.map((p, i) => `${i === 0 ? "M" : "L"}${x(p.clients)} ${y(p.microseconds)}`).join(" ");
  const marks = measured.flatMap((p) => [
    `<circle cx="${x(p.clients)}" cy="${y(p.microseconds)}" r="4" fill="#1b6e3a"/>`,
    `<text x="${x(p.clients)}" y="${Number(y(p.microseconds)) - 10}" text-anchor="middle">${p.microseconds.toFixed(1)}</text>`,
    `<text x="${x(p.clients)}" y="${HEIGHT - MARGIN.bottom + 18}" text-anchor="middle">${p.clients}</text>`,
  ]);
  const last = nLogN.at(-1)!;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<title>Time per iteration of the plain routing search, in microseconds, over the number of clients</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${MARGIN.left}" y="18">microseconds per iteration (logarithmic)</text>`,
    `<text x="${WIDTH - MARGIN.right}" y="${HEIGHT - 12}" text-anchor="end">clients (logarithmic)</text>`,
    `<path d="${path(nLogN)}" fill="none" stroke="#777" stroke-dasharray="5 4"/>`,
    `<text x="${Number(x(last.clients)) - 8}" y="${Number(y(last.microseconds)) + 4}" text-anchor="end" fill="#555">n log n</text>`,
    `<path d="${path(measured)}" fill="none" stroke="#1b6e3a" stroke-width="2"/>`,
    ...marks,
    "</svg>",
    "",
  ].join("\n");
}

/** Logarithmic position of a value between two pixels, as text. */
function axis(values: readonly number[], from: number, to: number): (value: number) => string {
  const low = Math.log(Math.min(...values));
  const high = Math.log(Math.max(...values));
  return (value) => (from + ((Math.log(value) - low) / (high - low || 1)) * (to - from)).toFixed(1);
}
