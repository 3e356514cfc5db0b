/** The result of `gruenverbund share` for a terminal of any width: shares by rule in blocks, then who would leave. */
import type { RuleKey } from "../../optimizer/sharing/index.ts";
import type { SharedRule, ShareResult } from "./shareResult.ts";

const NARROWEST_COLUMN = 12;
const WIDEST_NAME = 22;

/** @param columns of the terminal; at least 30 are used */
export function shareText(result: ShareResult, scale: number, columns: number): string {
  const width = Math.max(30, columns - 1);
  const decimals = scale >= 10 ? 2 : 4;
  const entries = Object.entries(result.rules) as [RuleKey, SharedRule][];
  const allocated = entries.filter(([, rule]) => rule.allocation !== null);
  return [
    ...blocks(result.players, allocated, decimals, width),
    ...stabilityLines(result, decimals, width),
    ...scalarLines(result, decimals, width),
    ...silentLines(entries, width),
    "",
  ].join("\n");
}

/** As many rules side by side as fit, one line per player. */
function blocks(
  players: readonly string[],
  rules: readonly (readonly [RuleKey, SharedRule])[],
  decimals: number,
  width: number,
): string[] {
  const cells = rules.map(([, rule]) => rule.allocation!.map((share) => share.toFixed(decimals)));
  const sums = rules.map(([, rule]) => rule.allocation!.reduce((a, b) => a + b, 0).toFixed(decimals));
  const numberWidth = Math.max(NARROWEST_COLUMN, ...[...cells.flat(), ...sums].map((text) => text.length)) + 2;
  const nameWidth = Math.min(WIDEST_NAME, Math.max(3, ...players.map((p) => p.length)), width - numberWidth);
  const perBlock = Math.max(1, Math.floor((width - nameWidth) / numberWidth));
  const lines: string[] = [];
  for (let start = 0; start < rules.length; start += perBlock) {
    const columns = rules.slice(start, start + perBlock).map((_, k) => start + k);
    const heads = columns.map((c) => headLines(rules[c]![0], numberWidth - 2));
    const height = Math.max(...heads.map((head) => head.length));
    const row = (name: string, texts: readonly string[]) =>
      `${cut(name, nameWidth).padEnd(nameWidth)}${texts.map((text) => text.padStart(numberWidth)).join("")}`.trimEnd();
    for (let h = 0; h < height; h++)
      lines.push(
        row(
          "",
          heads.map((head) => head[h - height + head.length] ?? ""),
        ),
      );
    lines.push("-".repeat(nameWidth + numberWidth * columns.length));
    players.forEach((player, i) =>
      lines.push(
        row(
          player,
          columns.map((c) => cells[c]![i]!),
        ),
      ),
    );
    lines.push(
      row(
        "sum",
        columns.map((c) => sums[c]!),
      ),
      "",
    );
  }
  return lines;
}

/** `perCapitaNucleolus` over two or three lines; words longer than the column are cut. */
function headLines(key: string, width: number): string[] {
  const words = key.split(/(?=[A-Z])/);
  const lines = [""];
  for (const word of words) {
    const last = lines.length - 1;
    if (lines[last]!.length + word.length <= width || lines[last] === "") lines[last] += word;
    else lines.push(word);
  }
  return lines.map((line) => cut(line, width));
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(1, width - 1))}…`;
}

function stabilityLines({ blocking }: ShareResult, decimals: number, width: number): string[] {
  const entries = Object.entries(blocking);
  if (entries.length === 0) return [];
  const stable = entries.filter(([, { count }]) => count === 0).map(([key]) => key);
  const lines = entries.flatMap(([key, { count, worst }]) => {
    const [first] = worst;
    if (first === undefined) return [];
    const groups = count === 1 ? "1 group" : `${count} groups`;
    const words = `${key}: ${groups} would do better apart; most of all {${first.members.join(", ")}}, by ${first.excess.toFixed(decimals)}`;
    return fold(words, width);
  });
  const calm = stable.length === 0 ? [] : fold(`stable, no group would do better apart: ${stable.join(", ")}`, width);
  return ["Who would leave", ...lines, ...calm, ""];
}

function scalarLines({ core, scalars }: ShareResult, decimals: number, width: number): string[] {
  if (core.empty === null) return [];
  const shown = (value: number | null) => (value === null ? "undefined" : value.toFixed(decimals));
  const words = core.empty
    ? "The core is empty: under every division some group would do better apart."
    : "The core is not empty: there are divisions that no group would leave.";
  const figures = `least core ε ${shown(scalars.leastCoreEpsilon)}, per capita ${shown(scalars.leastCorePerCapitaEpsilon)}; equal profit f ${scalars.epmF === null ? "undefined" : scalars.epmF.toFixed(4)}`;
  return [...fold(words, width, ""), ...fold(figures, width, ""), ""];
}

function silentLines(entries: readonly (readonly [RuleKey, SharedRule])[], width: number): string[] {
  const silent = entries.filter(([, rule]) => rule.allocation === null);
  if (silent.length === 0) return [];
  const why = ({ reason, needs }: SharedRule) =>
    needs === undefined ? `undefined for this game (${reason})` : `the file has no ${needs.join(" and no ")}`;
  return ["Without an answer", ...silent.flatMap(([key, rule]) => fold(`${key}: ${why(rule)}`, width))];
}

/** Breaks between words, the first line indented by two, the others by four; a longer word is left whole. */
function fold(text: string, width: number, indent = "  "): string[] {
  const lines: string[] = [];
  let line = indent;
  let empty = true;
  for (const word of text.split(" ")) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = `${indent}${indent}${word}`;
    } else line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}
