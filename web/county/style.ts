/** What the administration's pages add to the look of the house. */
export const COUNTY_STYLE = `
main { padding-top: var(--space-2); }
main h1 { font-size: clamp(1.7rem, 1.2rem + 2vw, 2.5rem); }
main h2 { font-size: clamp(1.3rem, 1.1rem + 0.8vw, 1.6rem); margin-bottom: var(--space-3); }
h1 + .lead { margin-top: var(--space-3); }
form { margin: 0; }
.parts { margin: 0 0 var(--space-5); border-block: 1px solid var(--hairline); }
.parts ul { display: flex; flex-wrap: wrap; gap: 0 var(--space-5); }
.parts a { display: inline-flex; align-items: center; min-height: 2.75rem; color: var(--ink); text-decoration: none; border-bottom: 3px solid transparent; border-top: 3px solid transparent; }
.parts a:hover { color: var(--joint-ink); border-bottom-color: var(--hairline); }
.parts [aria-current] { color: var(--joint-ink); font-weight: 650; border-bottom-color: var(--joint); }
main > section { margin: var(--space-6) 0 0; padding-top: var(--space-5); border-top: 1px solid var(--hairline); }
main > section.first { border: 0; padding: 0; margin-top: var(--space-5); }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: var(--space-3) var(--space-5); margin: var(--space-5) 0 0; padding: var(--space-4) 0 0; border-top: 1px solid var(--hairline); font-variant-numeric: tabular-nums; }
.facts + p, .actions + p, section.first + p { margin-top: var(--space-4); }
.facts dt { color: var(--muted); font-size: var(--text-small); }
.facts dd { font-weight: 600; }
.tasks > li { border-left: 4px solid var(--warn-edge); padding: var(--space-2) 0 var(--space-2) var(--space-4); margin: 0 0 var(--space-4); max-width: var(--measure); }
.tasks > li > :first-child { margin-top: 0; }
.tasks p { margin: 0; }
.tasks strong { display: block; }
.told, .faults { margin: 0 0 var(--space-5); padding: var(--space-3) var(--space-4); border-left: 6px solid var(--joint); background: var(--joint-wash); border-radius: 0 var(--radius) var(--radius) 0; max-width: none; font-weight: 600; }
.faults { border-color: var(--warn-edge); background: var(--warn-wash); color: var(--warn-ink); font-weight: 400; }
.faults p { margin: 0 0 var(--space-2); font-weight: 650; }
.faults li { padding: var(--space-1) 0; }
.faults a { color: inherit; }
.fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: var(--space-4) var(--space-5); max-width: 56rem; align-items: start; margin: 0 0 var(--space-4); }
.field label, .field .label { display: block; font-weight: 600; margin-bottom: var(--space-1); }
.field input, .field select, .field textarea { width: 100%; min-width: 0; min-height: 2.75rem; padding: var(--space-2) var(--space-3); font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--edge); border-radius: var(--radius); }
.field input[type="file"] { padding: var(--space-2); }
.field input[readonly] { background: var(--raised); }
.field [aria-invalid] { border-color: var(--warn-edge); border-width: 2px; }
.hint { margin: var(--space-1) 0 0; color: var(--muted); font-size: var(--text-small); }
.fault { margin: 0 0 var(--space-1); color: var(--warn-ink); font-size: var(--text-small); font-weight: 600; }
.actions { display: flex; flex-wrap: wrap; gap: var(--space-3); align-items: center; margin: var(--space-4) 0 0; max-width: none; }
.button.grave { background: var(--warn-wash); color: var(--warn-ink); border-color: var(--warn-edge); }
.button.grave:hover { background: var(--warn-wash); text-decoration: underline; }
.picker { display: flex; flex-wrap: wrap; align-items: end; gap: var(--space-3) var(--space-4); margin: var(--space-5) 0; }
.picker .field { flex: 0 1 12rem; min-width: 0; }
.picker .field label { font-weight: 400; font-size: var(--text-small); color: var(--muted); }
.secret { display: flex; flex-wrap: wrap; gap: var(--space-3); align-items: end; max-width: 46rem; }
.secret .field { flex: 1 1 16rem; }
.secret input { font-family: var(--mono); }
.once { padding: var(--space-4); border: 2px solid var(--joint); border-radius: var(--radius); }
.once p:first-child { font-weight: 650; }
.state { display: inline-block; padding: 0.1rem var(--space-3); border: 1px solid var(--edge); border-radius: 1rem; font-size: var(--text-small); font-weight: 650; white-space: nowrap; }
.state.is-good { border-color: var(--joint); background: var(--joint-wash); color: var(--joint-ink); }
.state.is-warn { border-color: var(--warn-edge); background: var(--warn-wash); color: var(--warn-ink); }
.scroll { position: relative; }
td small, th small { display: block; color: var(--muted); font-weight: 400; font-size: 0.8125rem; }
td form { display: inline; }
td details { border: 0; } td details > :last-child { margin-bottom: 0; }
td summary { min-height: 1.75rem; padding: 0; color: var(--joint-ink); font-size: var(--text-small); }
td pre, .command code { font: 0.8125rem/1.5 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; margin: var(--space-2) 0; }
.command { font-size: 1rem; background: var(--raised); padding: var(--space-3) var(--space-4); border-radius: var(--radius); max-width: 46rem; }
.record { display: grid; grid-template-columns: minmax(8rem, 14rem) minmax(0, 1fr); gap: var(--space-2) var(--space-4); margin-bottom: var(--space-4); }
.record dt { color: var(--muted); }
.record dd { overflow-wrap: anywhere; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); gap: var(--space-3) var(--space-5); }
.cards a { display: block; padding: var(--space-3) 0; border-top: 1px solid var(--edge); color: var(--ink); text-decoration: none; }
.cards a:hover { border-top-color: var(--joint); }
.cards strong { display: block; color: var(--joint-ink); }
.cards span { color: var(--muted); font-size: var(--text-small); }
.sum { margin: var(--space-3) 0 0; font-size: var(--figure, 2rem); font-weight: 650; font-variant-numeric: tabular-nums; }
.sum a { color: inherit; text-decoration: none; } .sum a:hover { text-decoration: underline; }
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
.told form { display: inline-block; }
del, ins { text-decoration-thickness: 0.06em; }
del { color: var(--muted); } ins { text-decoration: none; font-weight: 650; background: var(--joint-wash); padding: 0 0.2em; }
@media screen and (min-width: 60rem) {
  .people table { table-layout: fixed; }
  .people th:nth-child(1), .people th:nth-child(2) { width: 15%; } .people th:nth-child(3) { width: 28%; }
  .people th:nth-child(4), .people th:nth-child(6) { width: 10%; } .people th:nth-child(7) { width: 8%; }
  .people td:nth-child(3) { overflow-wrap: anywhere; }
}
@media screen and (max-width: 40rem) {
  .record { grid-template-columns: 1fr; gap: 0; } .record dd { margin-bottom: var(--space-3); }
  .actions .button { flex: 1 1 100%; }
  .parts ul { gap: 0 var(--space-4); }
}
@page { size: A4; margin: 18mm 15mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
@media print {
  :root { --text: 10pt; --text-small: 8.5pt; --text-lead: 11.5pt; --head-1: 20pt; --figure: 16pt; --space-6: 1.25rem; --space-5: 1rem; }
  .skip, .brandline .end, .parts, .picker, .screen-only, .actions, td form, .faults { display: none !important; }
  body { background: none; } main { padding: 0; } .frame { max-width: none; padding: 0; }
  h2, caption { break-after: avoid; } tr, .facts, .tasks li { break-inside: avoid; }
  .scroll caption span { max-width: none; }
  table { font-size: 8.5pt; } th, td { padding: 2.5pt 4pt; hyphens: auto; } td, table:has(th:nth-child(8)) th { overflow-wrap: anywhere; } table small { font-size: 7.5pt; }
  a { color: inherit; text-decoration: none; }
  .state, ins { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
