/** The parts of the report: masthead, contents, figures, bars. */
import { FIGURES } from "./figures.ts";

export const PARTS = `
.masthead { padding: var(--space-5) 0 var(--space-6); }
.brand { display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--space-1) var(--space-4); margin-bottom: var(--space-5); font-size: var(--text-small); color: var(--muted); }
.brand strong { display: inline-flex; align-items: center; gap: var(--space-2); color: var(--joint-ink); font-size: var(--text); }
.brand svg { width: 1.25em; height: 1.25em; fill: var(--joint); }
.masthead h1 { margin-bottom: var(--space-4); }
.note { border-left: 4px solid var(--warn-edge); background: var(--warn-wash); color: var(--warn-ink); padding: var(--space-3) var(--space-4); margin: 0 0 var(--space-5); max-width: none; border-radius: 0 var(--radius) var(--radius) 0; }
.note p { margin: 0; max-width: none; }
${FIGURES.trim()}
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: var(--space-3) var(--space-5); margin-top: var(--space-5); padding: var(--space-4) 0 0; border-top: 1px solid var(--hairline); font-variant-numeric: tabular-nums; }
.facts dt { color: var(--muted); font-size: var(--text-small); }
.facts dd { font-weight: 600; }
.layout { display: grid; gap: 0 var(--space-6); }
.contents { border-block: 1px solid var(--hairline); padding: var(--space-4) 0; font-size: var(--text-small); }
.contents ol { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); }
.contents a { display: block; padding: var(--space-1) 0; color: var(--ink); text-decoration: none; line-height: 1.5; }
.contents a:hover { color: var(--joint-ink); text-decoration: underline; }
.contents a { padding-left: 1.75em; text-indent: -1.75em; padding-right: var(--space-3); }
.contents span { display: inline-block; min-width: 1.75em; text-indent: 0; color: var(--muted); font-variant-numeric: tabular-nums; }
.section { padding: var(--space-6) 0 var(--space-5); min-width: 0; }
.section + .section { border-top: 1px solid var(--hairline); }
.section > h2 { margin-bottom: var(--space-4); display: flex; gap: 0.5em; }
.section > h2 > span { color: var(--muted); font-weight: 400; }
main { min-width: 0; }
@media (min-width: 64rem) {
  .layout { grid-template-columns: 12.5rem minmax(0, 1fr); }
  .contents { border: 0; padding: var(--space-6) 0; }
  .contents ol { position: sticky; top: var(--space-5); display: block; }
}
.balance { display: block; width: 100%; height: 1.5rem; }
.balance-words { display: flex; justify-content: space-between; gap: var(--space-4); font-size: var(--text-small); color: var(--muted); margin: var(--space-1) 0 var(--space-5); max-width: none; }
.bar-joint { fill: var(--joint); }
.bar-alone { fill: var(--alone); stroke: var(--alone-edge); stroke-width: 1.5px; vector-effect: non-scaling-stroke; }
.bar-saving { fill: var(--joint-wash); stroke: var(--joint); stroke-width: 1.5px; stroke-dasharray: 4 3; vector-effect: non-scaling-stroke; }
figure { margin: 0 0 var(--space-5); }
figcaption { color: var(--muted); font-size: var(--text-small); margin-bottom: var(--space-3); }
.key { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-5); font-size: var(--text-small); margin-bottom: var(--space-3); }
.key li { display: inline-flex; align-items: center; gap: var(--space-2); }
.key svg { width: 1.75rem; height: 0.875rem; flex: none; }
.bars li { display: grid; grid-template-columns: minmax(9rem, 16rem) minmax(0, 1fr) minmax(8rem, auto); gap: 0 var(--space-4); align-items: center; padding: var(--space-2) 0; border-bottom: 1px solid var(--hairline); }
.bars svg { display: block; width: 100%; height: 1.375rem; }
.bars.is-single svg { height: 0.875rem; }
.bars .bar-value { text-align: right; font-variant-numeric: tabular-nums; font-size: 0.9375rem; line-height: 1.35; }
.bars small { display: block; line-height: 1.35; color: var(--muted); font-size: var(--text-small); }
@media screen and (max-width: 40rem) {
  .bars li { grid-template-columns: minmax(0, 1fr) auto; }
  .bars svg { grid-column: 1 / -1; grid-row: 2; }
  .figures { gap: var(--space-4); }
}
.verdict { border-left: 4px solid var(--joint); background: var(--joint-wash); padding: var(--space-3) var(--space-4); margin: 0 0 var(--space-5); border-radius: 0 var(--radius) var(--radius) 0; max-width: none; }
.verdict.is-open { border-color: var(--warn-edge); background: var(--warn-wash); color: var(--warn-ink); }
.verdict p { margin: 0; }
.verdict p + p { margin-top: var(--space-2); }
.sentences li { padding: var(--space-2) 0 var(--space-2) 1.25rem; border-bottom: 1px solid var(--hairline); position: relative; max-width: var(--measure); }
.sentences li::before { content: ""; position: absolute; left: 0; top: 1.1em; width: 0.5rem; height: 2px; background: var(--joint); }
.record { display: grid; grid-template-columns: minmax(8rem, 12rem) minmax(0, 1fr); gap: var(--space-1) var(--space-4); }
.record dt { color: var(--muted); }
.record dd { font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
@media screen and (max-width: 40rem) { .record { grid-template-columns: 1fr; } .record dd { margin-bottom: var(--space-3); } }
.rules { display: grid; gap: var(--space-4) var(--space-6); grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); margin-bottom: var(--space-5); }
.rules > div { border-top: 1px solid var(--edge); padding-top: var(--space-2); }
.rules .is-chosen { border-top: 3px solid var(--joint); padding-top: calc(var(--space-2) - 2px); }
.rules dt { font-weight: 650; }
.rules dd + dd { margin-top: var(--space-2); font-size: var(--text-small); }
.members { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); gap: 0 var(--space-5); margin-bottom: var(--space-5); }
.member[open] { grid-column: 1 / -1; }
.member > summary > span { font-variant-numeric: tabular-nums; color: var(--muted); margin-left: var(--space-2); }
.sentences.is-wide li { max-width: 60rem; }
.sentences b { font-weight: 650; }
.colophon { border-top: 1px solid var(--hairline); padding: var(--space-5) 0 var(--space-7); color: var(--muted); font-size: var(--text-small); }
`;
