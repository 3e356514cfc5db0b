/** Page, headings, links, tables and disclosure: what every page of the house has. */
export const BASE = `
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: var(--space-5); }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 var(--text)/1.6 var(--sans); overflow-wrap: break-word; }
h1, h2 { font-family: var(--serif); font-weight: 600; line-height: 1.15; letter-spacing: -0.01em; text-wrap: balance; margin: 0; }
h1 { font-size: var(--head-1); max-width: 22em; }
h2 { font-size: var(--head-2); }
h3 { font: 650 var(--head-3)/1.3 var(--sans); margin: var(--space-6) 0 var(--space-3); }
p { margin: 0 0 var(--space-4); max-width: var(--measure); text-wrap: pretty; }
a { color: var(--joint-ink); text-underline-offset: 0.18em; text-decoration-thickness: 0.07em; }
a:hover { text-decoration-thickness: 0.14em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
code { font: 0.9em/1.5 var(--mono); overflow-wrap: anywhere; }
ol, ul { padding: 0; margin: 0; list-style: none; }
dl, dd { margin: 0; }
.skip { position: absolute; left: var(--space-4); top: -6rem; background: var(--ink); color: var(--paper); padding: var(--space-3) var(--space-4); z-index: 2; }
.skip:focus { top: var(--space-4); }
.visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.muted { color: var(--muted); }
.small { font-size: var(--text-small); }
.lead { font-size: var(--text-lead); line-height: 1.5; }
.frame { max-width: 84rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 3rem); }
/* A shadow at the right edge for as long as there is more to see there (four backgrounds, two of them scrolling). */
.scroll { overflow-x: auto; margin: 0 0 var(--space-5); max-width: 100%;
  background: linear-gradient(to left, var(--paper) 40%, transparent) right / 3rem 100% no-repeat local, linear-gradient(to left, var(--shade), transparent) right / 0.625rem 100% no-repeat scroll; }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 650; padding: 0 0 var(--space-2); }
.scroll caption span { position: sticky; left: 0; display: inline-block; max-width: calc(100vw - 2rem); }
th, td { text-align: left; vertical-align: top; padding: var(--space-2); border-bottom: 1px solid var(--hairline); }
thead th { vertical-align: bottom; font-weight: 600; color: var(--muted); font-size: var(--text-small); border-bottom: 1px solid var(--edge); }
tbody th { font-weight: 500; }
tfoot th, tfoot td { font-weight: 650; border-bottom: 0; border-top: 1px solid var(--edge); }
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: var(--space-1); }
abbr { text-decoration: none; }
.num { text-align: right; white-space: nowrap; }
thead .num { white-space: normal; }
.scroll tbody th, .scroll tfoot th, .scroll thead th:first-child { position: sticky; left: 0; background: var(--paper); }
summary { cursor: pointer; padding: var(--space-2) 0; min-height: 2.75rem; }
summary:hover { background: var(--raised); }
details { border-bottom: 1px solid var(--hairline); }
details > :last-child { margin-bottom: var(--space-5); }
`;
