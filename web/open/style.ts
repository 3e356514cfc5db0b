/** What the public pages add to the look of the house. */
export const OPEN_STYLE = `
.eyebrow { margin: 0 0 var(--space-2); color: var(--muted); font-size: var(--text-small); max-width: none; }
h1 + .lead { margin-top: var(--space-4); }
form { margin: 0; }
main > section { margin: var(--space-6) 0 0; padding-top: var(--space-5); border-top: 1px solid var(--hairline); }
main h2 { font-size: clamp(1.35rem, 1.1rem + 0.8vw, 1.65rem); margin-bottom: var(--space-4); }
main h3:first-child { margin-top: 0; }
.picker { display: flex; flex-wrap: wrap; align-items: end; gap: var(--space-3) var(--space-4); margin: 0 0 var(--space-5); }
.picker p { margin: 0; min-width: 0; max-width: 100%; }
.picker label { display: block; font-size: var(--text-small); color: var(--muted); margin-bottom: var(--space-1); }
.picker select { max-width: 100%; min-height: 2.75rem; padding: var(--space-2) var(--space-3); font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--edge); border-radius: var(--radius); }
.figures .value small { font: 600 var(--text)/1.2 var(--sans); }
.figures .value { white-space: normal; }
.how { display: grid; gap: var(--space-4) var(--space-6); grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); counter-reset: step; }
.how li { counter-increment: step; border-top: 3px solid var(--edge); padding-top: var(--space-3); }
.how li::before { content: counter(step); display: block; font: 600 var(--head-2)/1 var(--serif); color: var(--joint-ink); margin-bottom: var(--space-2); }
.actions { display: flex; flex-wrap: wrap; gap: var(--space-3); margin: 0 0 var(--space-4); max-width: none; }
figure { margin: 0 0 var(--space-5); max-width: 52rem; }
figure.geomap { max-width: none; }
.key { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-5); font-size: var(--text-small); margin-bottom: var(--space-3); }
.key li { display: inline-flex; align-items: center; gap: var(--space-2); }
.key svg { width: 1.75rem; height: 0.875rem; flex: none; }
.months { display: block; overflow: visible; font: 0.9375rem var(--sans); }
.months text { fill: var(--ink); }
.months .said { fill: var(--muted); font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
.weighed { fill: var(--joint); stroke: var(--joint); }
.expected { fill: var(--alone); stroke: var(--alone-edge); }
.scroll { position: relative; }
td code { font-size: 0.75rem; }
td small { display: block; color: var(--muted); font-size: 0.8125rem; }
details > summary { cursor: pointer; padding: var(--space-2) 0; }
.todo { background: var(--warn-wash); color: var(--warn-ink); border-bottom: 2px solid var(--warn-edge); padding: 0 0.3em; }
.record { display: grid; grid-template-columns: minmax(8rem, 18rem) minmax(0, 1fr); gap: var(--space-2) var(--space-4); margin-bottom: var(--space-4); max-width: 60rem; }
.record dt { color: var(--muted); }
.record dd { overflow-wrap: anywhere; }
.plain { list-style: disc; padding-left: 1.2em; max-width: var(--measure); margin-bottom: var(--space-4); }
@media screen and (max-width: 40rem) {
  .record { grid-template-columns: 1fr; gap: 0; } .record dd { margin-bottom: var(--space-3); }
  .actions .button { flex: 1 1 100%; }
}
@page { size: A4; margin: 18mm 15mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
@media print {
  :root { --text: 10pt; --text-small: 8.5pt; --text-lead: 11.5pt; --head-1: 20pt; --figure: 16pt; --space-6: 1.25rem; --space-5: 1rem; }
  .skip, .brandline .end, .picker, .actions { display: none !important; }
  body { background: none; } main { padding: 0; } .frame { max-width: none; padding: 0; }
  .figures { grid-template-columns: repeat(3, 1fr); gap: 12pt; }
  h2, caption, .key { break-after: avoid; }
  .months g, tr, .figures, .key, .how li { break-inside: avoid; }
  .scroll { overflow: visible; background: none; } .scroll caption span { max-width: none; }
  table { font-size: 8.5pt; } th, td { padding: 2.5pt 4pt; } .num { white-space: normal; }
  td code { font-size: 6pt; }
  details::details-content { content-visibility: visible; height: auto; block-size: auto; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
}
`;
