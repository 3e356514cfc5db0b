/** What the handbook adds to the look of the house. */
export const HELP_STYLE = `
main h1 { margin-bottom: var(--space-5); }
.german { padding: var(--space-2) var(--space-4); border-left: 4px solid var(--edge); background: var(--raised); border-radius: 0 var(--radius) var(--radius) 0; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); gap: var(--space-4); margin: var(--space-5) 0 var(--space-6); }
.cards a { display: block; height: 100%; padding: var(--space-4); border: 1px solid var(--edge); border-top: 4px solid var(--joint); border-radius: var(--radius); color: var(--ink); text-decoration: none; }
.cards a:hover { background: var(--raised); border-color: var(--joint); }
.cards strong { display: block; font: 600 var(--head-3)/1.25 var(--serif); color: var(--joint-ink); }
.cards span { display: block; margin-top: var(--space-2); line-height: 1.5; }
.contents { padding: var(--space-3) 0; border-block: 1px solid var(--hairline); margin-bottom: var(--space-5); }
.contents p { margin: 0 0 var(--space-1); color: var(--muted); font-size: var(--text-small); }
.contents ol { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr)); gap: 0 var(--space-4); }
.contents a { display: block; padding: var(--space-1) 0; line-height: 1.5; }
article { min-width: 0; max-width: 46rem; }
article > :first-child { margin-top: 0; }
article h2 { margin: var(--space-6) 0 var(--space-3); font-size: clamp(1.35rem, 1.1rem + 0.8vw, 1.65rem); }
article h3 { margin: var(--space-5) 0 var(--space-2); }
article ul, article ol { margin: 0 0 var(--space-4); padding-left: 1.5rem; max-width: var(--measure); }
article ul { list-style: disc; } article ol { list-style: decimal; }
article li { padding: var(--space-1) 0; } article li::marker { color: var(--muted); }
article .table { margin: 0 0 var(--space-5); }
article pre { overflow-x: auto; padding: var(--space-3) var(--space-4); background: var(--raised); border-radius: var(--radius); }
article code { overflow-wrap: anywhere; }
article blockquote { margin: 0 0 var(--space-4); padding: var(--space-3) var(--space-4); border-left: 4px solid var(--joint); background: var(--joint-wash); border-radius: 0 var(--radius) var(--radius) 0; }
article blockquote p:last-child { margin: 0; }
article figure { margin: var(--space-4) 0 var(--space-5); }
article img { display: block; max-width: 100%; height: auto; border: 1px solid var(--edge); border-radius: var(--radius); }
figcaption { margin-top: var(--space-2); color: var(--muted); font-size: var(--text-small); max-width: var(--measure); }
@media (max-width: 34rem) {
  article table, article tbody, article tr, article tbody th, article td { display: block; }
  article thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  article tr { padding: var(--space-2) 0; border-bottom: 1px solid var(--hairline); }
  article tbody th, article td { padding: 0; border: 0; } article tbody th { font-weight: 650; }
}
@media (min-width: 64rem) {
  .layout { display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: var(--space-6); align-items: start; }
  .contents { position: sticky; top: var(--space-4); border: 0; padding: 0; } .contents ol { display: block; }
}
@page { size: A4; margin: 18mm 18mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
@media print {
  :root { --text: 10.5pt; --text-small: 9pt; --head-1: 22pt; --head-3: 12pt; --space-6: 1.5rem; }
  .skip, .brandline .end, .contents { display: none !important; }
  body { background: none; } main { padding: 0; } .frame { max-width: none; padding: 0; } article { max-width: none; }
  .layout { display: block; } h2, h3 { break-after: avoid; } tr, figure, li { break-inside: avoid; } p { orphans: 3; widows: 3; }
  article img { max-height: 9cm; width: auto; } table { font-size: 9pt; } a { color: inherit; text-decoration: none; }
}
`;
