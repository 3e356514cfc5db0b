/** Bars by month as SVG: weighed and expected. Across everything is a part of the width, so that letters keep their size on a phone. */
import { escapeMarkup } from "../../../planning/report/markup.ts";
import type { ChartWords } from "../finance/chartSvg.ts";
import type { MonthTonnes } from "./figures.ts";

export interface MonthRow extends Pick<MonthTonnes, "weighedKg" | "expectedKg"> {
  readonly name: string;
  /** Stands at the right end of the row. */
  readonly said: string;
}

const ROW = 42;
const BARS = [
  { kind: "weighed", top: 19, height: 8, fill: "#1b6b45", stroke: "#1b6b45" },
  { kind: "expected", top: 28, height: 8, fill: "#e4e6df", stroke: "#6e7870" },
] as const;

export function monthChart(rows: readonly MonthRow[], { id, title, description }: ChartWords): string {
  const most = Math.max(1, ...rows.flatMap(({ weighedKg, expectedKg }) => [weighedKg ?? 0, expectedKg ?? 0]));
  const drawn = rows.map(({ name, said, weighedKg, expectedKg }, index) => {
    const top = index * ROW;
    const bars = BARS.map(({ kind, top: down, height, fill, stroke }) => {
      const kg = kind === "weighed" ? weighedKg : expectedKg;
      if (kg === null) return "";
      const width = ((100 * kg) / most).toFixed(2);
      return `<rect class="${kind}" x="0" y="${top + down}" width="${width}%" height="${height}" fill="${fill}" stroke="${stroke}"/>`;
    });
    return `<g><text x="0" y="${top + 13}" fill="#1a241e">${escapeMarkup(name)}</text>
<text class="said" x="100%" y="${top + 13}" text-anchor="end" fill="#536058">${escapeMarkup(said)}</text>${bars.join("")}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" class="months" width="100%" height="${rows.length * ROW}" role="img" aria-labelledby="${id}-title ${id}-desc" font-family="sans-serif" font-size="14">
<title id="${id}-title">${escapeMarkup(title)}</title><desc id="${id}-desc">${escapeMarkup(description)}</desc>
${drawn.join("\n")}</svg>`;
}
