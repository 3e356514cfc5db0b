/** Stickers and paper forms: on the screen as they come out of the printer, on A4 to the millimetre. */
export const SHEET_STYLE = `
.sheets h2 { margin: var(--space-6) 0 var(--space-4); }
.stickers { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(21rem, 100%), 1fr)); gap: var(--space-4); }
.sticker .label { display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: var(--space-4); align-items: center; padding: var(--space-4); border: 1px dashed var(--edge); background: #fff; color: #111; }
.sticker .qr { width: 100%; height: auto; }
.sticker .label p { margin: 0; line-height: 1.3; }
.sticker .material { font: 600 1.25rem/1.2 var(--serif); }
.sticker .scan { margin-top: var(--space-2); font-weight: 650; }
.sticker .brandname { color: #155638; font-size: var(--text-small); font-weight: 650; }
.sticker form { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-3); align-items: center; padding: var(--space-2) 0; }
.twin { padding: var(--space-4) 0; border-top: 1px solid var(--edge); }
.twin h3 { margin: 0; }
.twin p { margin: 0 0 var(--space-2); max-width: none; }
.ticks { display: grid; grid-template-columns: repeat(auto-fill, minmax(6.5rem, 1fr)); gap: var(--space-3); margin: 0 0 var(--space-3); }
.tick { display: inline-grid; justify-items: center; align-content: start; gap: var(--space-1); text-align: center; font-size: var(--text-small); line-height: 1.2; }
.more .tick { display: inline-flex; align-items: center; margin-left: var(--space-4); }
.box { width: 1.25rem; height: 1.25rem; border: 2px solid currentColor; border-radius: 2px; flex: none; }
.lines { display: grid; grid-template-columns: 1fr 1fr; gap: var(--space-5); }
.lines span { border-bottom: 1px solid currentColor; padding: var(--space-3) 0 var(--space-1); color: var(--muted); font-size: var(--text-small); }
@page { size: A4; margin: 14mm; }
@media print {
  .frame { max-width: none; padding: 0; }
  main { padding: 0; }
  .sheet { break-before: page; }
  .sheet:first-of-type { break-before: auto; }
  .sheets h2 { margin: 0 0 4mm; font-size: 15pt; }
  .stickers { grid-template-columns: repeat(2, 88mm); gap: 5mm 3mm; }
  .sticker, .twin { break-inside: avoid; }
  .sticker .label { height: 58mm; grid-template-columns: 44mm minmax(0, 1fr); gap: 3mm; padding: 4mm; font-size: 9.5pt; }
  .sticker .material { font-size: 12.5pt; }
  .ticks { grid-template-columns: repeat(7, minmax(0, 1fr)); gap: 2mm; }
  .twin { padding: 3mm 0; }
  .twin .picture { max-width: 20mm; }
  .picture .mass { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
