/**
 * One picture of why the split is fair: for every member what it pays jointly, measured against what it would pay alone. Widths are
 * percentages, so that letters keep their size on a phone.
 */
import { html } from "hono/html";
import type { Agreement } from "../../domain/agreement/agreement.ts";
import type { Html } from "../page.ts";
import type { ApprovalSpeech } from "./words/index.ts";

const ROW = 46;
const BAR = { top: 24, height: 12 } as const;
const HEAD = 22;
/** What the longest bar leaves free at the right edge, in percent. */
const MOST = 100;

export function fairnessPicture({ members }: Agreement, ags: string, speech: ApprovalSpeech): Html {
  const { picture: words } = speech.words;
  const { money } = speech.figures;
  const ratio = (share: number, alone: number): number => (alone <= 0 ? 1 : share / alone);
  const rows = members
    .map((member) => ({ ...member, part: ratio(member.shareCents, member.standAloneCostCents) }))
    .sort((a, b) => a.part - b.part || a.name.localeCompare(b.name, "de"));
  // Somebody who pays more than alone must be seen to: then the bars are shorter, and the line stands inside.
  const longest = Math.max(1, ...rows.map(({ part }) => part));
  const x = (part: number): string => `${((MOST * Math.max(0, part)) / longest).toFixed(2)}%`;
  const height = HEAD + rows.length * ROW;
  return html`<svg class="fair" width="100%" height="${height}" role="img" aria-labelledby="fair-title fair-desc">
    <title id="fair-title">${words.title}</title>
    <desc id="fair-desc">
      ${rows.map(({ name, shareCents, standAloneCostCents }) =>
        words.row(name, money(shareCents), money(standAloneCostCents)),
      )}
    </desc>
    <text class="scale" x="0" y="14">${words.joint}</text>
    <text class="scale" x="${x(1)}" y="14" text-anchor="end">${words.alone}</text>
    ${rows.map(({ ags: own, name, part, shareCents, standAloneCostCents }, index) => {
      const top = HEAD + index * ROW;
      const saving = standAloneCostCents - shareCents;
      return html`<g class="${own === ags ? "own" : "other"}">
        <text x="0" y="${top + 17}">${own === ags ? words.own(name) : name}</text>
        <text class="end is-long" x="100%" y="${top + 17}" text-anchor="end"
          >${savingWords(saving, standAloneCostCents, speech)}</text
        >
        <text class="end is-short" x="100%" y="${top + 17}" text-anchor="end"
          >${savingSign(saving, standAloneCostCents, speech)}</text
        >
        <rect class="alone" x="0" y="${top + BAR.top}" width="${x(1)}" height="${BAR.height}"></rect>
        <rect class="joint" x="0" y="${top + BAR.top}" width="${x(part)}" height="${BAR.height}"></rect>
        ${part > 1 ? html`<line class="limit" x1="${x(1)}" x2="${x(1)}" y1="${top + BAR.top - 3}" y2="${top + BAR.top + BAR.height + 3}"></line>` : ""}
      </g>`;
    })}
  </svg>`;
}

function savingWords(saving: number, alone: number, { words: { picture }, figures }: ApprovalSpeech): string {
  if (saving === 0) return picture.same;
  const percent = figures.percent(Math.abs(saving), alone);
  return saving > 0 ? picture.saves(percent) : picture.more(percent);
}

/** For narrow screens, where long names leave no room for words. */
function savingSign(saving: number, alone: number, { figures }: ApprovalSpeech): string {
  const sign = saving > 0 ? "−" : saving < 0 ? "+" : "";
  return `${sign}${figures.percent(Math.abs(saving), alone)}`;
}
