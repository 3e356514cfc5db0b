/** Figures side by side, the largest thing on a page: what is joint, what alone, what is saved. */
export const FIGURES = `
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(13.5rem, 1fr)); gap: var(--space-5) var(--space-6); margin: var(--space-5) 0 var(--space-4); }
.figures > div { border-top: 3px solid var(--edge); padding-top: var(--space-3); }
.figures > .is-joint { border-color: var(--joint); }
.figures > .is-saving { border-top-style: double; border-top-width: 6px; padding-top: calc(var(--space-3) - 3px); border-color: var(--joint); }
.figures dt { font-weight: 600; }
.figures .value { font: 600 var(--figure)/1.15 var(--serif); font-variant-numeric: lining-nums tabular-nums; white-space: nowrap; }
.figures .is-saving .value { color: var(--joint-ink); }
.figures dd + dd { color: var(--muted); font-size: var(--text-small); }
`;
