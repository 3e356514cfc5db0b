/** What the first page adds to the look of the house. */
export const HOME_STYLE = `
.region + .region { border-top: 1px solid var(--hairline); margin-top: var(--space-7); padding-top: var(--space-6); }
.eyebrow { margin: 0 0 var(--space-2); color: var(--muted); font-size: var(--text-small); max-width: none; }
.region h1, .region h2 { margin-bottom: var(--space-4); }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: var(--space-3) var(--space-5); margin: var(--space-5) 0; padding: var(--space-4) 0 0; border-top: 1px solid var(--hairline); font-variant-numeric: tabular-nums; }
.facts dt { color: var(--muted); font-size: var(--text-small); }
.facts dd { font-weight: 600; }
.actions { display: flex; flex-wrap: wrap; gap: var(--space-3); margin: var(--space-5) 0; }
progress { appearance: none; display: block; width: 100%; height: 1rem; border: 0; border-radius: 0.5rem; overflow: hidden; background: var(--alone); }
progress::-webkit-progress-bar { background: var(--alone); }
progress::-webkit-progress-value { background: var(--joint); border-radius: 0.5rem; }
progress::-moz-progress-bar { background: var(--joint); border-radius: 0.5rem; }
.progress-words { display: flex; justify-content: space-between; gap: var(--space-4); margin: var(--space-2) 0 var(--space-5); font-size: var(--text-small); color: var(--muted); max-width: none; }
.steps { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); gap: var(--space-2) var(--space-5); margin-bottom: var(--space-5); }
.steps li { display: flex; gap: var(--space-3); align-items: baseline; color: var(--muted); }
.steps li::before { content: "○"; color: var(--edge); width: 1em; flex: none; }
.steps .is-done::before { content: "✓"; color: var(--joint); }
.steps .is-current { color: var(--ink); font-weight: 600; }
.steps .is-current::before { content: "●"; color: var(--joint); }
.region .scroll { position: relative; }
.files a { white-space: nowrap; }
.files a + a { margin-left: var(--space-3); }
.mark { display: inline-block; min-width: 1.5rem; }
.waiting { border: 1px dashed var(--edge); border-radius: var(--radius); padding: var(--space-5) var(--space-4); }
.waiting p:last-child { margin-bottom: 0; }
form { margin: 0; }
`;
