/** What the approval page adds to the look of the house. Phone first; from 62rem on the decision stands beside the story. */
export const APPROVAL_STYLE = `
.eyebrow { margin: 0 0 var(--space-2); color: var(--muted); font-size: var(--text-small); max-width: none; }
h1 + .lead { margin-top: var(--space-4); }
main > section { margin: var(--space-6) 0; }
main > section h2 { font-size: clamp(1.35rem, 1.1rem + 0.8vw, 1.65rem); margin-bottom: var(--space-4); }
.asked { margin: var(--space-3) 0 0; color: var(--muted); }
.asked strong { color: var(--ink); font-weight: 600; }
.figures { margin-bottom: var(--space-6); }
.columns { display: grid; gap: var(--space-6); grid-template-columns: minmax(0, 1fr); }
.columns section + section { margin-top: var(--space-6); }
.columns h2 { font-size: clamp(1.35rem, 1.1rem + 0.8vw, 1.65rem); margin-bottom: var(--space-3); }
.card { background: var(--raised); border: 1px solid var(--hairline); border-top: 3px solid var(--joint); border-radius: 0 0 var(--radius) var(--radius); padding: var(--space-5) clamp(1rem, 3vw, 1.75rem); scroll-margin-top: var(--space-4); }
.card.is-closed { border-top-color: var(--edge); }
.card h2 { margin-bottom: var(--space-4); }
.card p:last-child { margin-bottom: 0; }
.fair { display: block; overflow: visible; max-width: 46rem; margin: var(--space-4) 0; font: 0.9375rem var(--sans); }
.fair text { fill: var(--ink); }
.fair .scale { fill: var(--muted); font-size: 0.8125rem; }
.fair .end { font-variant-numeric: tabular-nums; fill: var(--muted); }
.fair .is-short { display: none; }
@media (max-width: 30rem) { .fair .is-long { display: none; } .fair .is-short { display: inline; } }
.fair .alone { fill: var(--alone); stroke: var(--alone-edge); stroke-width: 1; }
.fair .joint { fill: var(--alone-edge); }
.fair .own text { font-weight: 650; fill: var(--ink); }
.fair .own .joint { fill: var(--joint); }
.fair .limit { stroke: var(--alone-edge); stroke-width: 1; stroke-dasharray: 3 3; }
.is-own th, .is-own td { font-weight: 650; background: var(--joint-wash); }
.scroll .is-own th { background: var(--joint-wash); }
.hash { display: block; padding: var(--space-3); background: var(--raised); border-radius: var(--radius); font-size: 0.8125rem; max-width: var(--measure); }
.links { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-5); }
.links a { display: inline-flex; align-items: center; min-height: 2.75rem; }
.terms { display: grid; gap: var(--space-3); margin: 0 0 var(--space-5); font-size: 0.9375rem; line-height: 1.45; }
.terms dt { color: var(--muted); font-size: var(--text-small); }
.terms dd { font-variant-numeric: tabular-nums; }
.field { margin: 0 0 var(--space-5); }
.field label { display: block; font-weight: 650; margin-bottom: var(--space-2); }
.field input, .field textarea { width: 100%; min-height: 3rem; padding: var(--space-2) var(--space-3); font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--edge); border-radius: var(--radius); }
.field textarea { display: block; resize: vertical; }
.field [aria-invalid] { border-color: var(--warn-edge); border-width: 2px; }
.amount { display: flex; align-items: center; gap: var(--space-3); font: 600 1.375rem/1.3 var(--serif); }
.amount input { font: 600 1.375rem/1.3 var(--serif); font-variant-numeric: lining-nums tabular-nums; text-align: right; }
.field .code { font: 600 1.5rem/1.3 var(--mono); letter-spacing: 0.3em; }
.hint { margin: var(--space-2) 0 0; color: var(--muted); font-size: var(--text-small); line-height: 1.45; }
.miss { margin: 0 0 var(--space-2); padding: var(--space-2) var(--space-3); border-left: 4px solid var(--warn-edge); background: var(--warn-wash); color: var(--warn-ink); border-radius: 0 var(--radius) var(--radius) 0; }
.choices { display: grid; gap: var(--space-3); }
.button.grave { background: var(--ink); border-color: var(--ink); color: var(--paper); }
.plain { font: inherit; font-size: var(--text-small); color: var(--joint-ink); background: none; border: 0; padding: 0; min-height: 2.75rem; text-decoration: underline; text-underline-offset: 0.18em; cursor: pointer; }
.sign { font-size: var(--text-lead); line-height: 1.45; padding: var(--space-3) 0; border-top: 1px solid var(--hairline); border-bottom: 1px solid var(--hairline); }
.or { font-size: 0.9375rem; }
.said { white-space: pre-line; margin: 0 0 var(--space-4); padding: var(--space-2) var(--space-4); border-left: 3px solid var(--edge); max-width: var(--measure); overflow-wrap: anywhere; }
.said.is-answer { border-left-color: var(--joint); }
.told { padding: var(--space-2) var(--space-3); background: var(--joint-wash); border-left: 4px solid var(--joint); border-radius: 0 var(--radius) var(--radius) 0; }
.others li { display: flex; justify-content: space-between; gap: var(--space-4); padding: var(--space-2) 0; border-bottom: 1px solid var(--hairline); max-width: var(--measure); }
.others li span + span { color: var(--muted); white-space: nowrap; }
.receipt { display: grid; gap: var(--space-4); }
.receipt .qr { width: 9rem; height: 9rem; border-radius: var(--radius); }
.stamp { display: inline-block; font: 650 var(--text)/1.2 var(--sans); padding: var(--space-2) var(--space-4); border: 2px solid var(--joint); color: var(--joint-ink); border-radius: var(--radius); margin: 0 0 var(--space-4); }
.stamp.is-no { border-color: var(--edge); color: var(--ink); }
.changes { display: grid; gap: var(--space-2); margin: 0 0 var(--space-5); max-width: var(--measure); }
.changes li { padding-left: var(--space-4); border-left: 3px solid var(--joint); }
.verify { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0; margin: var(--space-5) 0; max-width: 52rem; }
.verify > div { padding: var(--space-3) 0; border-top: 1px solid var(--hairline); }
.verify dt { color: var(--muted); font-size: var(--text-small); }
.verify dd { overflow-wrap: anywhere; }
@media (min-width: 40rem) { .verify > div { display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: var(--space-4); } }
@media (min-width: 62rem) {
  .columns { grid-template-columns: minmax(0, 1fr) 25rem; gap: var(--space-7); align-items: start; }
  .columns > .side { position: sticky; top: var(--space-5); }
  .button.to-decision { display: none; }
}
@media print {
  .skip, .to-decision, form, .links, .brandline .end { display: none !important; }
  body { font-size: 10.5pt; } main { padding: 0; }
  .card { border: 1px solid #000; } .columns > .side { position: static; }
  details > :not(summary) { display: block; }
  section, .figures > div, .fair g { break-inside: avoid; }
  .fair rect, .is-own th, .is-own td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
