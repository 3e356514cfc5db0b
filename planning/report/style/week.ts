/** Week board, tours and map. */
export const WEEK = `
.badge { display: inline-block; min-width: 1.75em; padding: 0 0.4em; border-radius: 0.9em; background: var(--hue); color: var(--symbol-ink); font-weight: 700; font-size: 0.8125rem; line-height: 1.75; text-align: center; font-variant-numeric: tabular-nums; }
.board { table-layout: fixed; }
.board thead th { color: var(--ink); }
.board thead small { display: block; color: var(--muted); font-weight: 400; }
.board th:first-child { width: 9.5rem; }
.board td, .board tbody th { padding: var(--space-2); }
.board tbody th { padding-left: 0; }
.board .chip { display: block; color: inherit; text-decoration: none; border: 1px solid var(--edge); border-left: 4px solid var(--hue, var(--alone-edge)); border-radius: var(--radius); padding: var(--space-2); line-height: 1.35; background: var(--raised); font-size: var(--text-small); }
.board a.chip:hover, .board a.chip.is-lit { border-color: var(--ink); border-left-color: var(--hue); }
.board .chip + .chip { margin-top: var(--space-2); }
.chip b { font-weight: 650; }
.chip > span:last-child { display: block; }
.board .chip .badge { display: inline-block; margin-right: 0.4em; }
.board .empty { color: var(--muted); }
@media screen and (max-width: 52rem) {
  .board, .board caption, .board tbody, .board tr, .board th, .board td { display: block; width: auto; }
  .board thead { position: absolute; clip-path: inset(50%); }
  .board th:first-child { width: auto; }
  .board tbody th { padding: var(--space-4) 0 var(--space-1); border: 0; font-weight: 650; }
  .board td { border: 0; padding: var(--space-1) 0; display: grid; grid-template-columns: 2.5rem minmax(0, 1fr); }
  .board td::before { content: attr(data-day); color: var(--muted); padding-top: var(--space-2); }
  .board td > * { grid-column: 2; }
  .board td.is-empty { display: none; }
}
.tour > summary { display: flex; flex-wrap: wrap; gap: 0 var(--space-4); align-items: baseline; }
.tour > summary::before { content: "▸"; color: var(--muted); width: 0.75em; }
.tour[open] > summary::before { content: "▾"; }
.tour > summary::-webkit-details-marker { display: none; }
.tour > summary { list-style: none; }
.tour summary .muted { font-size: var(--text-small); }
.days { border: 0; padding: 0; margin: 0 0 var(--space-3); display: flex; flex-wrap: wrap; gap: var(--space-2); min-width: 0; }
.days legend { float: left; font-size: var(--text-small); padding: var(--space-1) var(--space-3) 0 0; }
.days label { display: inline-flex; align-items: center; gap: var(--space-2); min-height: 2.25rem; padding: 0 var(--space-3); border: 1px solid var(--edge); border-radius: 2rem; font-size: var(--text-small); cursor: pointer; }
.days label:has(:checked) { background: var(--joint-wash); border-color: var(--joint); font-weight: 650; }
.days label:has(:focus-visible) { outline: 3px solid var(--focus); outline-offset: 2px; }
.days input { accent-color: var(--joint); margin: 0; }
.map { position: relative; }
.map figcaption { margin-top: var(--space-3); }
.map > .canvas { display: block; width: 100%; height: auto; background: var(--land-other); border: 1px solid var(--hairline); border-radius: var(--radius); }
.canvas .other { fill: var(--land-other); stroke: var(--border-other); stroke-width: 1px; vector-effect: non-scaling-stroke; }
.canvas .member { fill: var(--land); stroke: var(--border); stroke-width: 1.25px; vector-effect: non-scaling-stroke; }
.canvas text { font-family: var(--sans); fill: var(--ink); text-anchor: middle; dominant-baseline: central; }
.canvas .place { letter-spacing: 0.01em; paint-order: stroke; stroke: var(--land); stroke-width: 5px; stroke-linejoin: round; }
.canvas .plant { font-weight: 650; paint-order: stroke; stroke: var(--land); stroke-width: 5px; stroke-linejoin: round; }
.canvas .line { fill: none; stroke: var(--hue); stroke-width: 2.5px; stroke-linejoin: round; stroke-linecap: butt; vector-effect: non-scaling-stroke; }
.canvas .casing { fill: none; stroke: var(--land); stroke-width: 5px; vector-effect: non-scaling-stroke; }
.dash-1 { stroke-dasharray: 9 4; } .dash-2 { stroke-dasharray: 2.5 3.5; } .dash-3 { stroke-dasharray: 12 4 2.5 4; }
.dash-4 { stroke-dasharray: 5 3; } .dash-5 { stroke-dasharray: 16 5; } .dash-6 { stroke-dasharray: 1.5 6; }
.canvas .site { fill: var(--paper); stroke: var(--facility); stroke-width: 1.75px; vector-effect: non-scaling-stroke; }
.canvas .site-number { font-weight: 650; }
.canvas .works { fill: var(--facility); stroke: var(--paper); stroke-width: 1.5px; vector-effect: non-scaling-stroke; }
.canvas .works-letter { fill: var(--paper); font-weight: 700; }
.canvas .depot { fill: var(--hue); stroke: var(--paper); stroke-width: 1.5px; vector-effect: non-scaling-stroke; }
.canvas .tag { fill: var(--hue); stroke: var(--land); stroke-width: 1.5px; vector-effect: non-scaling-stroke; }
.canvas .tag-number { fill: var(--symbol-ink); font-weight: 700; }
.canvas .rule { fill: none; stroke: var(--ink); stroke-width: 1.5px; vector-effect: non-scaling-stroke; }
.canvas .for-narrow { display: none; }
@media screen and (max-width: 40rem) {
  .canvas .for-narrow { display: inline; }
  .canvas .for-wide { display: none; }
  /* All tours at once would leave no room for the names: their numbers come with the choice of a day. */
  .map:has(#day-all:checked) .tag-group.for-narrow { display: none; }
}
.map.has-lit .tour-line:not(.is-lit) { opacity: 0.15; }
.map.has-lit .is-lit .line { stroke-width: 4px; }
.map:has(#day-0:checked) .tour-line:not(.day-0), .map:has(#day-1:checked) .tour-line:not(.day-1),
.map:has(#day-2:checked) .tour-line:not(.day-2), .map:has(#day-3:checked) .tour-line:not(.day-3),
.map:has(#day-4:checked) .tour-line:not(.day-4), .map:has(#day-5:checked) .tour-line:not(.day-5),
.map:has(#day-6:checked) .tour-line:not(.day-6) { display: none; }
.tools { display: flex; flex-wrap: wrap; gap: var(--space-1); margin-top: var(--space-2); }
.tools button { min-width: 2.25rem; min-height: 2.25rem; border: 1px solid var(--edge); border-radius: var(--radius); background: var(--paper); color: var(--ink); font: inherit; font-size: var(--text-small); cursor: pointer; }
.tools button:hover { background: var(--raised); }
.legends { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); gap: var(--space-4) var(--space-5); margin: var(--space-4) 0; }
.legend { font-size: var(--text-small); line-height: 1.4; }
.legend li { display: flex; gap: var(--space-3); align-items: center; padding: var(--space-1) 0; }
.legend strong { display: block; margin-bottom: var(--space-1); }
.legend svg { width: 2.5rem; height: 1.25rem; flex: none; }
`;
