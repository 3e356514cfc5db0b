/** What the board adds to the look of the house: for a wide screen first, and still of use on a phone. */
import { BOARD_PRINT } from "./print.ts";

const PAGE = `
.frame { max-width: none; padding: 0 clamp(0.75rem, 2vw, 2rem); }
.brandline { padding: var(--space-3) 0; border-bottom: 1px solid var(--hairline); }
main { padding-top: var(--space-4); }
main h1 { font-size: clamp(1.5rem, 1.2rem + 1.2vw, 2.1rem); }
main h2 { font-size: 1.35rem; margin: var(--space-5) 0 var(--space-3); }
form { margin: 0; }
.eyebrow { margin: 0 0 var(--space-1); color: var(--muted); font-size: var(--text-small); max-width: none; }
.top { display: flex; flex-wrap: wrap; align-items: end; justify-content: space-between; gap: var(--space-2) var(--space-5); }
.top .lead { flex-basis: 100%; margin: 0 0 var(--space-3); color: var(--muted); font-size: var(--text); max-width: none; }
.picker { display: flex; flex-wrap: wrap; align-items: end; gap: var(--space-2) var(--space-3); }
.picker p { margin: 0; min-width: 0; max-width: 100%; }
.picker label { display: block; font-size: var(--text-small); color: var(--muted); }
.picker select { max-width: 100%; min-height: 2.25rem; padding: var(--space-1) var(--space-2); font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--edge); border-radius: var(--radius); }
.note p:last-child, .note ul { margin: 0; }
.button[disabled] { opacity: 0.5; cursor: default; }
.button.small { gap: 0.4em; padding: var(--space-1) var(--space-3); }
.top > *, .picker p { min-width: 0; } .brandline .end { min-width: 0; }
.tools { display: flex; flex-wrap: wrap; gap: var(--space-2); margin: 0; max-width: none; }
main > .tools { margin: var(--space-4) 0; }
.is-warn { color: var(--warn-ink); font-weight: 600; }
.sign { width: 0.85em; height: 0.85em; fill: currentColor; vertical-align: -0.06em; flex: none; }
.verdict { border-left: 4px solid var(--joint); background: var(--joint-wash); padding: var(--space-3) var(--space-4); border-radius: 0 var(--radius) var(--radius) 0; max-width: none; }
.costs { max-width: 46rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr)); gap: var(--space-3) var(--space-5); margin: var(--space-4) 0; }
.facts dt { color: var(--muted); font-size: var(--text-small); }
.facts dd { font-weight: 600; }
.targets td, .targets th { vertical-align: middle; }
.targets small { display: block; max-width: 30rem; }
.targets .is-broken { color: var(--muted); }
.mails li, .how li { padding: var(--space-2) 0; border-bottom: 1px solid var(--hairline); max-width: var(--measure); }
.how { list-style: decimal inside; margin: 0 0 var(--space-4); }
`;

const DRAFT = `
.draft { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2) var(--space-5); padding: var(--space-3) 0; border-block: 1px solid var(--hairline); background: var(--paper); }
.sums { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-5); }
.sums dt { color: var(--muted); font-size: var(--text-small); line-height: 1.3; }
.sums .value { font: 600 1.35rem/1.2 var(--serif); font-variant-numeric: lining-nums tabular-nums; white-space: nowrap; }
.sums .is-joint .value, .sums .is-better .value { color: var(--joint-ink); }
.sums .is-worse .value, .sums .is-broken .value, .sums .is-broken a { color: var(--warn-ink); }
.draft .tools { margin-left: auto; }
.last { flex-basis: 100%; margin: 0; color: var(--muted); font-size: var(--text-small); max-width: none; }
.last b { color: var(--ink); font-weight: 650; }
.work { margin: var(--space-3) 0; padding: var(--space-3) var(--space-4); border-left: 4px solid var(--joint); background: var(--joint-wash); border-radius: 0 var(--radius) var(--radius) 0; }
.work.is-failed, .work.is-overtaken { border-color: var(--warn-edge); background: var(--warn-wash); color: var(--warn-ink); }
.work p { margin: 0; max-width: none; } .work .muted { color: inherit; }
.work progress { display: block; width: 100%; height: 0.75rem; margin: var(--space-2) 0; accent-color: var(--joint); }
.work .button { margin-top: var(--space-2); background: var(--paper); }
.violations { margin: var(--space-3) 0; padding: var(--space-3) var(--space-4); border-left: 4px solid var(--warn-edge); background: var(--warn-wash); color: var(--warn-ink); border-radius: 0 var(--radius) var(--radius) 0; }
.violations h2 { margin: 0 0 var(--space-1); font: 650 var(--text)/1.4 var(--sans); }
.violations ul { max-height: 9.5rem; overflow: auto; } .violations a { color: inherit; display: inline-block; padding: 0.1rem 0; }
.sides { display: grid; gap: var(--space-4); margin-top: var(--space-3); }
.sides > * { min-width: 0; }
@media screen and (min-width: 80rem) { .sides { grid-template-columns: minmax(0, 1fr) minmax(20rem, 24%); }
  .place { position: sticky; top: var(--space-3); align-self: start; max-height: calc(100vh - 1.5rem); overflow: auto; } }
.place h2 { margin-top: 0; }
.twin { font-size: var(--text-small); } .twin > li { padding: var(--space-1) 0; } .twin ol, .twin ul { color: var(--muted); padding-left: var(--space-4); }
.below { display: grid; gap: 0 var(--space-6); grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); }
.below li { padding: var(--space-1) 0; border-bottom: 1px solid var(--hairline); font-size: var(--text-small); }
.sheets li { display: flex; flex-wrap: wrap; gap: 0 var(--space-3); } .sheets li > span { flex: 1 1 14rem; }
.sheets a { display: inline-flex; align-items: center; min-height: 1.75rem; }
.keys { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-4); margin: 0 0 var(--space-3); font-size: var(--text-small); color: var(--muted); }
.keys[hidden], .keys .touch { display: none; }
@media (any-pointer: coarse) { .keys .touch { display: flex; } .card { -webkit-touch-callout: none; -webkit-user-select: none; user-select: none; } }
@media (hover: none) and (pointer: coarse) { .keys div:not(.touch) { display: none; } }
 .keys div { display: flex; gap: var(--space-2); align-items: center; }
kbd { font: 600 0.8125rem/1.5 var(--sans); padding: 0 0.4em; border: 1px solid var(--edge); border-radius: 0.25rem; color: var(--ink); white-space: nowrap; }
.said:not(:empty) { position: fixed; left: 50%; bottom: var(--space-3); transform: translateX(-50%); z-index: 3; width: max-content; max-width: min(44rem, calc(100vw - 1.5rem)); padding: var(--space-2) var(--space-4); background: var(--ink); color: var(--paper); border-radius: var(--radius); font-size: var(--text-small); }
`;

const BOARD = `
.sheet { margin-bottom: var(--space-2); }
.board { table-layout: fixed; min-width: 56rem; font-size: 0.8125rem; line-height: 1.35; }
.board caption { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
.board thead th { color: var(--ink); font-weight: 650; padding: var(--space-1) var(--space-2) var(--space-2); }
.board th:first-child { width: 7.5rem; } .scroll .board tbody th { z-index: 1; }
.board .vehicle { display: block; font-weight: 650; overflow-wrap: break-word; border-left: 4px solid var(--hue, var(--alone-edge)); padding-left: var(--space-2); }
.board th small { display: block; color: var(--muted); font-weight: 400; padding-left: calc(var(--space-2) + 4px); }
.cell { padding: var(--space-2); border-left: 1px solid var(--hairline); border-bottom-color: var(--edge); }
.board tbody th { padding: var(--space-2) var(--space-2) var(--space-2) 0; border-bottom-color: var(--edge); }
.day { display: none; margin: 0; font-weight: 650; }
.board .empty { margin: 0; color: var(--muted); } .board .empty small { font-variant-numeric: tabular-nums; }
.is-idle th, .is-idle .cell { padding-block: var(--space-1); } .is-idle .vehicle + small { display: none; } .is-idle .empty { display: flex; flex-wrap: wrap; gap: 0 0.5em; } .is-idle .hours { font-size: 0.75rem; }
.tour-head { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.25rem; min-height: 1.75rem; margin-bottom: var(--space-1); }
.tour-head h3 { display: flex; gap: var(--space-1); align-items: center; margin: 0; font: 650 0.8125rem/1.3 var(--sans); font-variant-numeric: tabular-nums; white-space: nowrap; scroll-margin-top: 6rem; }
.badge { min-width: 1.7em; padding: 0 0.35em; border-radius: 0.9em; background: var(--hue); color: var(--symbol-ink); font-weight: 700; font-size: 0.75rem; line-height: 1.7; text-align: center; }
.flag { padding: 0 0.4em; border: 1px solid var(--joint); border-radius: 0.7em; color: var(--joint-ink); font-size: 0.75rem; line-height: 1.4; }
.lock { display: inline-flex; align-items: center; justify-content: center; gap: 0.25rem; min-width: 1.5rem; min-height: 1.75rem; margin-left: auto; padding: 0 0.1rem; border: 1px solid transparent; border-radius: var(--radius); background: none; color: var(--muted); font: 600 0.75rem/1 var(--sans); cursor: pointer; }
.lock:hover, .lock.is-locked { border-color: var(--edge); color: var(--ink); }
.stops { display: grid; gap: 0.25rem; }
.card { position: relative; padding: 0.25rem 0.4rem; border: 1px solid var(--edge); border-left: 3px solid var(--hue, var(--alone-edge)); border-radius: 0.25rem; background: var(--raised); cursor: grab; }
.card:hover, .card.is-lit { border-color: var(--ink); border-left-color: var(--hue, var(--ink)); }
.card.is-locked { border-style: dashed; border-left-style: solid; cursor: default; }
.card.is-broken { border-color: var(--warn-edge); background: var(--warn-wash); }
.card.is-carried { background: none; outline: 2px dashed var(--focus); outline-offset: 1px; }
.card p { margin: 0; max-width: none; }
.card .name { display: block; padding-right: 1.5rem; min-height: 1.5rem; color: var(--ink); font-weight: 600; text-decoration: none; overflow-wrap: break-word; hyphens: manual; }
.card .name:hover { text-decoration: underline; }
.card time, .between time { font-weight: 400; color: var(--muted); font-variant-numeric: tabular-nums; }
.what { display: flex; flex-wrap: wrap; gap: 0 0.5em; align-items: center; color: var(--muted); font-variant-numeric: tabular-nums; }
.is-broken > .what, .is-broken > .name time { color: var(--warn-ink); }
.what > span:first-of-type { flex: 1 1 auto; max-width: calc(100% - 0.85rem); }
.what .share { margin-left: auto; white-space: nowrap; }
.gauge { width: 0.3rem; height: 0.95rem; flex: none; } .gauge .room { fill: var(--alone-edge); opacity: 0.35; } .gauge .load { fill: var(--hue, var(--joint)); } .gauge.is-over .load { fill: var(--warn-edge); }
.signs { display: flex; flex-wrap: wrap; gap: 0 0.6em; font-size: 0.75rem; } .signs .is-warn { flex-basis: 100%; font-weight: 500; }
.why { color: var(--muted); }
.between { padding: 0 0.4rem; color: var(--muted); font-size: 0.75rem; }
.totals { margin: var(--space-1) 0 0; color: var(--muted); font-size: 0.75rem; font-variant-numeric: tabular-nums; max-width: none; } .totals b { color: var(--ink); }
.more { position: absolute; top: 0; right: 0; border: 0; }
.more > summary { display: grid; place-items: center; width: 1.75rem; height: 1.75rem; min-height: 0; padding: 0; border-radius: 0.25rem; list-style: none; font-size: 1.1rem; line-height: 1; color: var(--muted); }
.more > summary::-webkit-details-marker { display: none; }
.more > summary:hover { color: var(--ink); background: var(--paper); }
.more > .menu { position: absolute; right: 0; top: 1.75rem; z-index: 2; display: grid; min-width: 12rem; margin: 0; padding: var(--space-1); background: var(--paper); border: 1px solid var(--edge); border-radius: var(--radius); box-shadow: 0 4px 16px var(--shade); }
.menu button, .menu a { display: block; width: 100%; min-height: 2.25rem; padding: var(--space-2) var(--space-3); border: 0; border-radius: 0.25rem; background: none; color: var(--ink); font: 500 var(--text-small)/1.3 var(--sans); text-align: left; text-decoration: none; cursor: pointer; }
.menu button:hover, .menu a:hover { background: var(--raised); }
.left .stops { grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr)); }
.gap { display: grid; gap: 0.1rem; padding: 0.25rem 0.4rem; border: 2px dashed var(--focus); border-radius: 0.25rem; background: var(--paper); font-size: 0.8125rem; }
.gap small { color: var(--warn-ink); }
.gap.is-less strong { color: var(--joint-ink); } .gap.is-broken { border-color: var(--warn-edge); background: var(--warn-wash); color: var(--warn-ink); }
.is-carrying .cell:hover { background: var(--raised); }
.days { display: none; }
`;

const PHONE = `
@media screen and (max-width: 52rem) {
  .top .lead, .keys div:not(.touch) { display: none; }
  .draft .tools { margin-left: 0; } .draft .tools .button { flex: 1 1 auto; }
  .sums { gap: var(--space-2) var(--space-4); } .sums .value { font-size: 1.15rem; }
  .days { display: flex; flex-wrap: wrap; gap: var(--space-1); margin: 0 0 var(--space-3); padding: 0; border: 0; min-width: 0; position: relative; }
  .days legend { position: absolute; clip-path: inset(50%); }
  .days label { position: relative; }
  .days input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
  .days span { display: inline-flex; align-items: center; min-height: 2.25rem; padding: 0 var(--space-3); border: 1px solid var(--edge); border-radius: var(--radius); font-size: var(--text-small); }
  .days input:checked + span { background: var(--joint); border-color: var(--joint); color: var(--paper); font-weight: 650; }
  .days input:focus-visible + span { outline: 3px solid var(--focus); outline-offset: 2px; }
  .scroll.sheet { overflow: visible; background: none; }
  .board, .board tbody, .board tr, .board th, .board td { display: block; width: auto; min-width: 0; }
  .board th:first-child { width: auto; } .scroll .board tbody th { position: static; }
  .board thead { position: absolute; clip-path: inset(50%); }
  .board tbody th { padding: var(--space-4) 0 var(--space-1); border: 0; font-size: var(--text); }
  .board .cell { padding: var(--space-2) 0; border: 0; border-bottom: 1px solid var(--hairline); font-size: var(--text-small); }
  .day { display: block; } .board .cell.is-empty { display: flex; flex-wrap: wrap; gap: 0 var(--space-3); padding: var(--space-1) 0; } .board .is-empty .stops { flex-basis: 100%; }
  .card .name { font-size: var(--text-small); } .more > summary { width: 2.75rem; height: 2.75rem; } .card { padding: var(--space-2); } .card .name { padding-right: 2.5rem; min-height: 2rem; } .menu button, .menu a { min-height: 2.75rem; } .more > .menu { top: 2.75rem; }
  .lock { min-width: 2.75rem; min-height: 2.75rem; }
}
`;

/** Which day a phone shows is chosen by radio buttons; the other days' cells are hidden. */
const CHOICES = Array.from({ length: 7 }, (_, index) => {
  const day = index + 1;
  return `.week:has(#tag-${day}:checked) .cell[class*="day-"]:not(.day-${day})`;
});
const CHOICE = `@media screen and (max-width: 52rem) { ${CHOICES.join(", ")} { display: none; } }
`;

export const BOARD_STYLE = PAGE + DRAFT + BOARD + PHONE + CHOICE + BOARD_PRINT;
