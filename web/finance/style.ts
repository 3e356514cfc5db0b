/** What the finance page adds to the look of the house. */
export const FINANCE_STYLE = `
.eyebrow { margin: 0 0 var(--space-2); color: var(--muted); font-size: var(--text-small); max-width: none; }
h1 + .lead { margin-top: var(--space-4); }
form { margin: 0; }
main > section, .beside { margin: var(--space-6) 0 0; padding-top: var(--space-5); border-top: 1px solid var(--hairline); }
main h2 { font-size: clamp(1.35rem, 1.1rem + 0.8vw, 1.65rem); margin-bottom: var(--space-4); }
.beside { display: grid; gap: var(--space-5) var(--space-7); grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); }
.beside p:last-child { margin-bottom: 0; }
.picker { display: flex; flex-wrap: wrap; align-items: end; gap: var(--space-3) var(--space-4); margin: var(--space-5) 0; }
.picker p { margin: 0; min-width: 0; max-width: 100%; }
.picker .wide { flex-basis: 100%; }
.picker label { display: block; font-size: var(--text-small); color: var(--muted); margin-bottom: var(--space-1); }
.picker select { width: 100%; }
.picker select, .picker input { max-width: 100%; min-height: 2.75rem; padding: var(--space-2) var(--space-3); font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--edge); border-radius: var(--radius); }
.picker input { width: 9rem; text-align: right; font-variant-numeric: tabular-nums; }
.picker [aria-invalid] { border-color: var(--warn-edge); border-width: 2px; }
.miss { display: block; margin-top: var(--space-1); color: var(--warn-ink); font-size: var(--text-small); }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: var(--space-3) var(--space-5); margin: var(--space-5) 0 0; padding: var(--space-4) 0 0; border-top: 1px solid var(--hairline); font-variant-numeric: tabular-nums; }
.facts dt { color: var(--muted); font-size: var(--text-small); }
.facts dd { font-weight: 600; }
.actions { display: flex; flex-wrap: wrap; gap: var(--space-3); margin: 0 0 var(--space-3); max-width: none; }
.state { display: inline-block; margin-right: var(--space-2); padding: 0.1rem var(--space-3); border: 1px solid var(--edge); border-radius: 1rem; font-size: var(--text-small); font-weight: 650; }
.state.is-inForce, .state.is-settled, .state.is-approved { border-color: var(--joint); background: var(--joint-wash); color: var(--joint-ink); }
figure { margin: 0 0 var(--space-5); max-width: 52rem; }
.key { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-5); font-size: var(--text-small); margin-bottom: var(--space-3); }
.key li { display: inline-flex; align-items: center; gap: var(--space-2); }
.key svg { width: 1.75rem; height: 0.875rem; flex: none; }
.pairs { display: block; overflow: visible; font: 0.9375rem var(--sans); }
.pairs text { fill: var(--ink); }
.pairs .said { fill: var(--muted); font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
.alone { fill: var(--alone); stroke: var(--alone-edge); stroke-width: 1; }
.joint { fill: var(--joint); stroke: var(--joint); stroke-width: 1; }
.pairs .zero { stroke: var(--edge); }
.pairs .own text { font-weight: 650; fill: var(--ink); }
.files { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-3); }
.files a { display: inline-flex; align-items: center; min-height: 2rem; min-width: 2rem; }
.scroll { position: relative; }
.is-own th, .is-own td { font-weight: 650; background: var(--joint-wash); }
.scroll .is-own th { background: var(--joint-wash); }
.is-wide th:first-child { min-width: 8rem; }
td small { display: block; color: var(--muted); font-weight: 400; font-size: 0.8125rem; }
.record { display: grid; grid-template-columns: minmax(8rem, 14rem) minmax(0, 1fr); gap: var(--space-2) var(--space-4); margin-bottom: var(--space-4); }
.record dt { color: var(--muted); }
.record dd { overflow-wrap: anywhere; }
@media screen and (max-width: 40rem) {
  .record { grid-template-columns: 1fr; gap: 0; } .record dd { margin-bottom: var(--space-3); }
  .actions .button { flex: 1 1 100%; }
}
@page { size: A4; margin: 18mm 15mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
@media print {
  :root { --text: 10pt; --text-small: 8.5pt; --text-lead: 11.5pt; --head-1: 20pt; --figure: 16pt; --space-6: 1.25rem; --space-5: 1rem; }
  .skip, .brandline .end, .picker, .screen-only { display: none !important; }
  body { background: none; } main { padding: 0; } .frame { max-width: none; padding: 0; }
  .figures { grid-template-columns: repeat(3, 1fr); gap: 12pt; }
  h2, caption, .key { break-after: avoid; }
  .pairs g, tr, .figures, .facts, .key { break-inside: avoid; }
  .scroll { overflow: visible; background: none; } .scroll caption span { max-width: none; }
  .scroll :is(tbody, tfoot, thead) th { position: static; } .scroll tr:not(.is-own) th { background: none; }
  table { font-size: 8.5pt; } th, td { padding: 2.5pt 4pt; } .num { white-space: normal; }
  .is-wide table { font-size: 5.5pt; } .is-wide :is(th, td) { padding: 1.5pt 1pt; min-width: 0; } .is-wide small { font-size: 5pt; } .is-wide thead th { font-size: 5pt; hyphens: auto; }
  details::details-content { content-visibility: visible; height: auto; block-size: auto; }
  summary { list-style: none; font-weight: 650; }
  svg, .is-own th, .is-own td, .state { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
}
`;
