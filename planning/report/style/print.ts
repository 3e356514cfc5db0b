/** On paper: A4, everything open, nothing to press. Colours stay those of the light page because dark is for screens only. */
export const PRINT = `
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
@media print {
  :root { --text: 10pt; --text-small: 8.5pt; --text-lead: 11.5pt; --head-1: 22pt; --head-2: 15pt; --head-3: 11.5pt; --figure: 17pt; --space-6: 1.5rem; --space-7: 2rem; }
  body { background: none; }
  .frame { max-width: none; padding: 0; }
  .layout { display: block; }
  .skip, .contents, .tools, .days, .screen-only { display: none; }
  svg, .badge, .verdict, .note, .chip { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  details::details-content { content-visibility: visible; height: auto; block-size: auto; }
  .tour > summary::before { content: none; }
  h2, h3, caption, summary, figcaption, .key { break-after: avoid; }
  /* The first page is a summary of its own; map and week board each begin a page, because they need one. */
  #kosten, #karte, #woche { break-before: page; }
  p { orphans: 3; widows: 3; }
  tr, .bars li, .figures, .verdict, .note, .chip, figure.map .canvas, figure:not(.map), .scroll, .board, details.tour, .legend, .rules > div, .sentences li, .board tr { break-inside: avoid; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  table { font-size: 8.5pt; }
  th, td { padding: 3pt 5pt; }
  .scroll { overflow: visible; background: none; }
  .scroll caption span { max-width: none; }
  .figures { grid-template-columns: repeat(3, 1fr); gap: 12pt; }
  .bars li { padding: 2pt 0; font-size: 9pt; line-height: 1.25; }
  .bars .bar-value { font-size: 9pt; line-height: 1.25; }
  .bars svg { height: 0.95rem; }
  .board th:first-child { width: 2.6cm; }
  .board .chip { font-size: 7.5pt; padding: 3pt; hyphens: auto; }
  .map > .canvas { max-height: 17cm; }
  .section { padding: var(--space-5) 0 var(--space-4); }
  a { color: inherit; text-decoration: none; }
}
`;
