/** What the yard's pages add to the look of the house: for an old phone in the sun, with gloves on. Paper has its own rules. */
export const YARD_STYLE = `
html { scroll-padding-bottom: 6.5rem; }
.brandline { padding-bottom: 0; }
main { padding-top: var(--space-4); }
.yard { max-width: 46rem; }
.eyebrow { margin: 0 0 var(--space-1); color: var(--muted); font-size: var(--text); max-width: none; }
.yard h1 { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.4rem); }
.kind { margin: var(--space-2) 0 0; color: var(--muted); }
.pickup { display: inline-block; margin: var(--space-3) 0 0; padding: var(--space-2) var(--space-3); border: 2px solid var(--joint); border-radius: var(--radius); color: var(--joint-ink); font-weight: 650; }
.pickup.is-none { border: 0; padding: 0; color: var(--muted); font-weight: 400; }
.told, .miss, .outbox:not(:empty) { margin: var(--space-4) 0; padding: var(--space-3) var(--space-4); border-left: 6px solid var(--joint); background: var(--joint-wash); border-radius: 0 var(--radius) var(--radius) 0; max-width: none; font-weight: 600; }
.told p { margin: 0; font-weight: 400; }
.miss, .outbox.is-waiting:not(:empty), .outbox.is-refused:not(:empty) { border-color: var(--warn-edge); background: var(--warn-wash); color: var(--warn-ink); }
.outbox p { margin: 0; max-width: none; }
.offline { margin: var(--space-4) 0; padding: var(--space-3) var(--space-4); background: var(--ink); color: var(--paper); border-radius: var(--radius); font-weight: 600; max-width: none; }
fieldset { border: 0; margin: var(--space-5) 0 0; padding: 0; min-width: 0; }
legend { padding: 0; margin: 0 0 var(--space-3); font: 650 var(--head-3)/1.3 var(--sans); }
.fills { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--space-3); }
.choice { position: relative; display: grid; }
.choice input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.choice label { display: grid; justify-items: center; align-content: center; gap: var(--space-2); min-height: 3.5rem; padding: var(--space-3) var(--space-2); border: 2px solid var(--edge); border-radius: 0.75rem; background: var(--raised); color: var(--ink); font-weight: 650; line-height: 1.2; text-align: center; hyphens: auto; cursor: pointer; }
.fills label { min-height: 8rem; }
.choice input:checked + label { background: var(--joint); border-color: var(--joint); color: var(--paper); box-shadow: 0 0 0 3px var(--joint-wash); }
.choice input:focus-visible + label { outline: 4px solid var(--focus); outline-offset: 3px; }
.choice input:checked + label::after { content: "✓"; position: absolute; top: 0.25rem; right: 0.6rem; font-size: 1.25rem; }
.three .choice input:checked + label::after { top: 0; right: 0.3rem; font-size: 1rem; line-height: 1.2; }
.picture { display: block; width: 100%; max-width: 8.5rem; height: auto; }
.picture .wall { fill: none; stroke: currentColor; stroke-width: 4; stroke-linejoin: round; stroke-linecap: round; }
.picture .ground { fill: none; stroke: currentColor; stroke-width: 2; opacity: 0.45; }
.picture .mass { fill: var(--joint); }
input:checked + label .mass { fill: var(--paper); opacity: 0.9; }
.fills .choice:last-child { grid-column: 1 / -1; }
.three { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: var(--space-3); }
.choice { grid-template-columns: minmax(0, 1fr); }
@media (max-width: 22rem) { .three { gap: var(--space-2); } .three label { padding-inline: var(--space-1); font-size: 0.9375rem; } }
.photo { margin: var(--space-5) 0 0; }
.photo label { display: flex; align-items: center; min-height: 2.75rem; font: 650 var(--head-3)/1.3 var(--sans); }
.photo input { display: block; width: 100%; min-width: 0; overflow: hidden; min-height: 3.5rem; padding: var(--space-2); font: inherit; color: var(--ink); border: 2px dashed var(--edge); border-radius: 0.75rem; }
.photo input::file-selector-button { min-height: 2.75rem; padding: 0 var(--space-3); margin-right: var(--space-3); font: 600 var(--text) var(--sans); color: var(--joint-ink); background: var(--paper); border: 1px solid var(--edge); border-radius: var(--radius); }
.photo p { margin: var(--space-2) 0 0; max-width: none; }
.history .seen { display: block; max-width: 100%; width: 12rem; height: auto; margin-top: var(--space-2); border-radius: var(--radius); }
.send { position: sticky; bottom: 0; margin: var(--space-5) 0 0; padding: var(--space-3) 0 max(var(--space-3), env(safe-area-inset-bottom)); background: var(--paper); border-top: 1px solid var(--hairline); }
.send .button { width: 100%; min-height: 4rem; font-size: 1.375rem; border-radius: 0.75rem; }
.history { margin: var(--space-6) 0 0; }
.history h2 { font-size: var(--head-3); font-family: var(--sans); margin: 0 0 var(--space-2); }
.history li { display: grid; grid-template-columns: 3.5rem minmax(0, 1fr); gap: 0 var(--space-3); align-items: center; padding: var(--space-3) 0; border-bottom: 1px solid var(--hairline); }
.history .picture { width: 3.5rem; }
.history p { margin: 0; max-width: none; }
.history .what { font-weight: 650; }
.places h2 { font-size: var(--head-3); font-family: var(--sans); margin: var(--space-5) 0 var(--space-2); }
.places a.storage { display: grid; grid-template-columns: 4rem minmax(0, 1fr) auto; gap: 0 var(--space-3); align-items: center; min-height: 4.5rem; padding: var(--space-2) 0; border-bottom: 1px solid var(--hairline); color: var(--ink); text-decoration: none; }
.places a.storage:hover { background: var(--raised); }
.places a.storage .name { font-weight: 650; display: block; }
.places a.storage::after { content: "›"; font-size: 1.75rem; color: var(--joint-ink); padding-right: var(--space-2); }
.actions { display: flex; flex-wrap: wrap; gap: var(--space-3); margin: var(--space-5) 0; max-width: none; }
@media (min-width: 30rem) { .fills { grid-template-columns: repeat(3, minmax(0, 1fr)); } }
@media (min-width: 44rem) { .fills { grid-template-columns: repeat(4, minmax(0, 1fr)); } .fills .choice:last-child { grid-column: span 2; } .send .button { width: auto; min-width: 16rem; } }
@media print { .skip, .brandline, .colophon, .send, .screen { display: none !important; } }
`;
