/** What stands on a paper besides text: the code that leads to a page, and the place for hand and seal. */
import { artifact, element, write } from "../../tours/pen.ts";
import { qrOf, QUIET_ZONE } from "../../tours/qr.ts";
import { gap, INNER, MARGIN, room, type Paper } from "./paper.ts";

/** @param side of the square with its quiet zone */
export function qrCode({ pdf, root, y }: Paper, text: string, alt: string, x: number, side: number): void {
  const code = qrOf(text);
  const module = side / (code.size + 2 * QUIET_ZONE);
  element(
    pdf,
    root,
    "Figure",
    () => {
      for (const { row, column, length } of code.runs)
        pdf.rect(x + (column + QUIET_ZONE) * module, y + (row + QUIET_ZONE) * module, length * module, module);
      pdf.fill("black");
    },
    { alt },
  );
}

/** Room for a hand: place and date, name, office, and the seal. */
export function signature(paper: Paper, who: string): void {
  room(paper, 78);
  const { pdf, y } = paper;
  const width = INNER * 0.62;
  artifact(pdf, "Layout", () => {
    pdf
      .lineWidth(0.6)
      .moveTo(MARGIN, y + 40)
      .lineTo(MARGIN + width, y + 40)
      .stroke("black");
    pdf
      .circle(MARGIN + INNER - 34, y + 32, 28)
      .dash(2, { space: 2 })
      .stroke("black")
      .undash();
  });
  element(pdf, paper.root, "P", () => {
    write(pdf, who, { x: MARGIN, y: y + 4, width }, { size: 9.5, bold: true });
    write(pdf, "Ort, Datum, Unterschrift, Amtsbezeichnung", { x: MARGIN, y: y + 44, width }, { size: 8 });
    write(pdf, "Dienstsiegel", { x: MARGIN + INNER - 62, y: y + 28, width: 56 }, { size: 7.5, align: "center" });
  });
  gap(paper, 74);
}
