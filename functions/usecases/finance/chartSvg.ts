/**
 * A chart as SVG. It has its own colours, so that a mail can show it as it is; a page overrules them by its style, and then dark
 * and print follow the page.
 */
import { escapeMarkup } from "../../../planning/report/markup.ts";
import type { Bar, Chart } from "./chart.ts";

const FILL: Readonly<Record<Bar["kind"], string>> = { alone: "#e4e6df", joint: "#1b6b45" };
const STROKE: Readonly<Record<Bar["kind"], string>> = { alone: "#6e7870", joint: "#1b6b45" };

const percent = (part: number): string => `${(100 * part).toFixed(2)}%`;

export interface ChartWords {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** The whole content, for whoever does not see it. */
  readonly description: string;
}

export function chartSvg({ height, zero, rows }: Chart, { id, title, description }: ChartWords): string {
  const drawn = rows.map(
    ({ name, said, own, baseline, bars }) => `<g${own ? ' class="own"' : ""}>
<text x="0" y="${baseline}" fill="#1a241e">${escapeMarkup(name)}</text>
<text class="said" x="100%" y="${baseline}" text-anchor="end" fill="#536058">${escapeMarkup(said)}</text>
${bars.map(barSvg).join("")}${zero > 0 ? axisSvg(zero, bars) : ""}</g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" class="pairs" width="100%" height="${height}" role="img" aria-labelledby="${id}-title ${id}-desc" font-family="sans-serif" font-size="14">
<title id="${id}-title">${escapeMarkup(title)}</title><desc id="${id}-desc">${escapeMarkup(description)}</desc>
${drawn.join("\n")}</svg>`;
}

const BEYOND = 3;

/** Beside the bars of a row alone: names lie over the rest of the line. */
function axisSvg(zero: number, bars: readonly Bar[]): string {
  const top = Math.min(...bars.map((bar) => bar.top)) - BEYOND;
  const bottom = Math.max(...bars.map((bar) => bar.top + bar.height)) + BEYOND;
  return `<line class="zero" x1="${percent(zero)}" x2="${percent(zero)}" y1="${top}" y2="${bottom}" stroke="#6e7870"/>`;
}

function barSvg({ kind, from, to, top, height }: Bar): string {
  const place = `x="${percent(from)}" y="${top}" width="${percent(to - from)}" height="${height}"`;
  return `<rect class="${kind}" ${place} fill="${FILL[kind]}" stroke="${STROKE[kind]}"/>`;
}
