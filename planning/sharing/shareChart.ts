/**
 * Shares by rule as one SVG that needs nothing else: a panel per rule, a bar per member, the stand-alone cost as an
 * outline behind. Every bar has its figure beside it, so nothing is told by colour alone.
 */
import { formatNumber } from "../../domain/money.ts";
import type { RuleKey, TableGame } from "../../optimizer/sharing/index.ts";
import { escapeMarkup } from "../report/markup.ts";
import { RULE_WORDS } from "./ruleWords.ts";
import type { SharedRule, ShareResult } from "./shareResult.ts";

const PANEL_WIDTH = 320;
const NAME_WIDTH = 112;
const BAR_WIDTH = 128;
const ROW = 18;
const HEAD = 42;
const GAP = 28;
const COLUMNS = 3;
const TOP = 76;
const LONGEST_NAME = 17;

const STYLE = `text{font:12px system-ui,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;fill:#1a241e}
.title{font-size:18px;font-weight:650}.rule{font-weight:650}.note{fill:#536058;font-size:11px}.warn{fill:#8a4b00;font-size:11px}
.figure{text-anchor:end;font-variant-numeric:tabular-nums}.joint{fill:#1b6b45}.alone{fill:#e4e6df;stroke:#6e7870}.axis{stroke:#7f8a82}`;

/** @param title a line above the chart, such as the name of the file */
export function shareChart(game: TableGame, result: ShareResult, title: string): string {
  const panels = (Object.entries(result.rules) as [RuleKey, SharedRule][]).filter(([, r]) => r.allocation !== null);
  const columns = Math.min(COLUMNS, Math.max(1, panels.length));
  const panelHeight = HEAD + game.players * ROW + GAP;
  const width = columns * PANEL_WIDTH + GAP;
  const height = TOP + Math.ceil(panels.length / columns) * panelHeight;
  const scale = axis(game, panels);
  const drawn = panels.map(([key, rule], k) => {
    const at = `translate(${GAP / 2 + (k % columns) * PANEL_WIDTH} ${TOP + Math.floor(k / columns) * panelHeight})`;
    return `<g transform="${at}">${panel(game, key, rule, stability(result, key), scale)}</g>`;
  });
  const words = game.kind === "cost" ? "Kostenanteile" : "Gewinnanteile";
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="titel beschreibung" lang="de">
<title id="titel">${escapeMarkup(`${words} nach Regel: ${title}`)}</title>
<desc id="beschreibung">${escapeMarkup(description(result))}</desc>
<style>${STYLE}</style>
<rect width="100%" height="100%" fill="#ffffff"/>
<text class="title" x="${GAP / 2}" y="30">${escapeMarkup(`${words} nach Regel`)}</text>
<text class="note" x="${GAP / 2}" y="50">${escapeMarkup(title)}</text>
<text class="note" x="${GAP / 2}" y="66">Voller Balken: Anteil. Umriss: ${game.kind === "cost" ? "Kosten im Alleingang" : "Gewinn im Alleingang"}.</text>
${drawn.join("\n")}
</svg>
`;
}

interface Axis {
  readonly zero: number;
  /** Pixels per unit. */
  readonly unit: number;
  readonly decimals: number;
}

function standAlone(game: TableGame, i: number): number {
  return (game.kind === "cost" ? 1 : -1) * game.values[2 ** i]!;
}

function axis(game: TableGame, panels: readonly (readonly [RuleKey, SharedRule])[]): Axis {
  const amounts = [
    ...panels.flatMap(([, rule]) => rule.allocation!),
    ...Array.from({ length: game.players }, (_, i) => standAlone(game, i)),
  ];
  const low = Math.min(0, ...amounts);
  const high = Math.max(0, ...amounts);
  const unit = high === low ? 0 : BAR_WIDTH / (high - low);
  return { zero: -low * unit, unit, decimals: game.scale >= 1000 ? 0 : game.scale >= 10 ? 2 : 4 };
}

function panel(game: TableGame, key: RuleKey, rule: SharedRule, stable: string, scale: Axis): string {
  const calm = stable === "stabil";
  const rows = rule.allocation!.map((share, i) => {
    const y = HEAD + i * ROW;
    return `<text x="0" y="${y + 12}">${escapeMarkup(shorten(game.names[i]!))}</text>${bar(standAlone(game, i), y + 1, 14, "alone", scale)}${bar(share, y + 4, 8, "joint", scale)}<text class="figure" x="${PANEL_WIDTH - GAP / 2}" y="${y + 12}">${formatNumber(share, scale.decimals)}</text>`;
  });
  const zero = NAME_WIDTH + scale.zero;
  const line = `<path class="axis" d="M${zero.toFixed(1)} ${HEAD - 2}V${HEAD + game.players * ROW}"/>`;
  return `<text class="rule" y="14">${escapeMarkup(RULE_WORDS[key].name)}</text><text class="${calm ? "note" : "warn"}" y="30">${escapeMarkup(stable)}</text>${rows.join("")}${line}`;
}

function bar(amount: number, y: number, height: number, style: string, { zero, unit }: Axis): string {
  const length = Math.abs(amount) * unit;
  const x = NAME_WIDTH + zero - (amount < 0 ? length : 0);
  return `<rect class="${style}" x="${x.toFixed(1)}" y="${y}" width="${length.toFixed(1)}" height="${height}"/>`;
}

function stability({ blocking }: ShareResult, key: RuleKey): string {
  const found = blocking[key];
  if (found === undefined) return "deckt die gemeinsamen Kosten nicht genau";
  if (found.count === 0) return "stabil";
  return found.count === 1
    ? "nicht stabil: 1 Gruppe ginge"
    : `nicht stabil: ${formatNumber(found.count)} Gruppen gingen`;
}

function description(result: ShareResult): string {
  const keys = Object.keys(result.blocking) as RuleKey[];
  const calm = keys.filter((key) => result.blocking[key]!.count === 0).map((key) => RULE_WORDS[key].name);
  const members = `Anteile von ${result.players.length} Beteiligten.`;
  return calm.length === 0 ? `${members} Keine der Regeln ist stabil.` : `${members} Stabil sind: ${calm.join(", ")}.`;
}

function shorten(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`;
}
