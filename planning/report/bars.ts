/**
 * Bar charts as lists: the name, the bar and the figure of a row stand beside each other, so the chart is its own text.
 * The bars themselves are stretched SVG and hidden from readers of the text.
 */
import { markup, type Content, type Html } from "./html.ts";

interface PairRow {
  readonly name: Content;
  readonly joint: number;
  readonly alone: number;
  readonly value: Content;
}

function width(value: number, most: number): string {
  return (most <= 0 ? 0 : Math.max(0, (100 * value) / most)).toFixed(2);
}

/** Two bars a row: alone is hollow and above, joint is solid and below. */
export function pairBars(rows: readonly PairRow[], caption: Content): Html {
  const most = Math.max(...rows.flatMap((row) => [row.joint, row.alone]), 0);
  const bars = ({
    joint,
    alone,
  }: PairRow) => markup`<svg viewBox="0 0 100 22" preserveAspectRatio="none" aria-hidden="true">
<rect class="bar-alone" x="0" y="1" width="${width(alone, most)}" height="9"/><rect class="bar-joint" x="0" y="12" width="${width(joint, most)}" height="9"/></svg>`;
  return markup`<figure><figcaption>${caption}</figcaption>
<ul class="key"><li><svg viewBox="0 0 28 14" aria-hidden="true"><rect class="bar-alone" x="1" y="2" width="26" height="10"/></svg>allein</li>
<li><svg viewBox="0 0 28 14" aria-hidden="true"><rect class="bar-joint" x="1" y="2" width="26" height="10"/></svg>gemeinsam</li></ul>
<ul class="bars">${rows.map(
    (row) => markup`<li><span>${row.name}</span>${bars(row)}<span class="bar-value">${row.value}</span></li>
`,
  )}</ul></figure>`;
}

/** One bar a row, as long as the stand-alone cost: the solid part is paid, the dashed rest is saved. */
export function savingBars(rows: readonly PairRow[], caption: Content): Html {
  const most = Math.max(...rows.flatMap((row) => [row.joint, row.alone]), 0);
  const bars = ({
    joint,
    alone,
  }: PairRow) => markup`<svg viewBox="0 0 100 22" preserveAspectRatio="none" aria-hidden="true">
<rect class="bar-saving" x="0.1" y="3" width="${width(alone, most)}" height="16"/><rect class="bar-joint" x="0.1" y="3" width="${width(joint, most)}" height="16"/></svg>`;
  return markup`<figure><figcaption>${caption}</figcaption>
<ul class="key"><li><svg viewBox="0 0 28 14" aria-hidden="true"><rect class="bar-joint" x="1" y="2" width="26" height="10"/></svg>Anteil</li>
<li><svg viewBox="0 0 28 14" aria-hidden="true"><rect class="bar-saving" x="1" y="2" width="26" height="10"/></svg>Einsparung; beide zusammen sind die Alleinkosten</li></ul>
<ul class="bars">${rows.map(
    (row) => markup`<li><span>${row.name}</span>${bars(row)}<span class="bar-value">${row.value}</span></li>
`,
  )}</ul></figure>`;
}

interface SingleRow {
  readonly name: Content;
  readonly amount: number;
  readonly value: Content;
}

export function singleBars(rows: readonly SingleRow[], caption: Content): Html {
  const most = Math.max(...rows.map((row) => row.amount), 0);
  return markup`<figure><figcaption>${caption}</figcaption><ul class="bars is-single">${rows.map(
    ({
      name,
      amount,
      value,
    }) => markup`<li><span>${name}</span><svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
<rect class="bar-joint" x="0" y="1" width="${width(amount, most)}" height="12"/></svg><span class="bar-value">${value}</span></li>
`,
  )}</ul></figure>`;
}

/** One bar as long as the stand-alone cost: the solid part is paid jointly, the dashed rest is saved. */
export function balanceBar(jointCents: number, standAloneCents: number): Html {
  const joint = Math.min(100, standAloneCents <= 0 ? 100 : (100 * jointCents) / standAloneCents);
  return markup`<svg class="balance" viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true">
<rect class="bar-saving" x="0.1" y="1" width="99.8" height="22"/><rect class="bar-joint" x="0.1" y="1" width="${Math.max(0, joint - 0.1).toFixed(2)}" height="22"/></svg>`;
}
