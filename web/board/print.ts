/** On paper the week is a table on A4 across: nothing to press, every card there. */
export const BOARD_PRINT = `
@page { size: A4 landscape; margin: 10mm 10mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
@media print {
  :root { --text: 9pt; --text-small: 8pt; --space-5: 0.75rem; --space-4: 0.5rem; }
  .skip, .brandline .end, .screen-only, .picker, .tools, .more, .keys, .said, .lock:not(.is-locked), .days, .sheets, .top .lead, .work .button { display: none !important; }
  body { background: none; } main { padding: 0; } .frame { padding: 0; }
  main h1 { font-size: 16pt; } .sums .value { font-size: 11pt; }
  .scroll { overflow: visible; background: none; } .scroll tbody th { position: static; background: none; }
  .board { min-width: 0; font-size: 7pt; line-height: 1.25; }
  .board th:first-child { width: 2.2cm; } .cell { padding: 2pt; }
  .card { padding: 1pt 2pt; background: none; break-inside: avoid; } .card .name { min-height: 0; }
  .between, .totals, .signs, .badge, .flag { font-size: 6.5pt; } .tour-head { min-height: 0; } .tour-head h3 { font-size: 7.5pt; }
  .board tr { break-inside: auto; } .board thead { display: table-header-group; } .tour-head { break-after: avoid; }
  .left .stops { grid-template-columns: repeat(4, 1fr); }
  .violations ul { max-height: none; }
  .badge, .vehicle, .card, .gauge, .work, .violations, .note { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .below { display: block; } .place { break-before: page; }
  a { color: inherit; text-decoration: none; }
}
`;
