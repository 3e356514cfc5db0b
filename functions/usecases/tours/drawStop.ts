/** One stop of the sheet: number and times, what to do, room to write, and the code for the navigation. */
import { artifact, element, group, isWider, write, type Element, type Pdf } from "./pen.ts";
import { qrOf, QUIET_ZONE } from "./qr.ts";
import { COLUMNS, PAGE, type PlacedStop } from "./sheetLayout.ts";

const NAME = { size: 11, bold: true } as const;

export function drawTableHead(pdf: Pdf, table: Element, top: number): void {
  const row = group(pdf, table, "TR");
  const heads = [
    ["number", "Nr."],
    ["time", "Uhrzeit"],
    ["task", "Ort und Aufgabe"],
    ["fields", "Eintragen"],
    ["qr", "Karte"],
  ] as const;
  for (const [column, words] of heads) {
    const at = { ...COLUMNS[column], y: top + 3 };
    element(pdf, row, "TH", () => write(pdf, words, at, { size: 8.5, bold: true }), { scope: "Column" });
  }
  row.end();
  line(pdf, top + 16, 1.2);
}

export function drawStop(pdf: Pdf, table: Element, placed: PlacedStop): void {
  const { stop, top } = placed;
  drawFrame(pdf, placed);
  const row = group(pdf, table, "TR");
  element(pdf, row, "TH", () => drawNumber(pdf, placed), { scope: "Row" });
  element(pdf, row, "TD", () => {
    const at = COLUMNS.time;
    write(pdf, stop.arrival, { ...at, y: top + 6 }, { size: 13, bold: true });
    if (stop.departure !== stop.arrival) write(pdf, `bis ${stop.departure}`, { ...at, y: top + 21 });
  });
  element(pdf, row, "TD", () => drawTask(pdf, placed));
  element(pdf, row, "TD", () => drawFields(pdf, placed));
  drawCode(pdf, row, placed);
  row.end();
}

/** A facility has a bar at the edge and its number on black, so that it is found at a glance, also by colour-blind eyes. */
function drawFrame(pdf: Pdf, { stop, top, height }: PlacedStop): void {
  line(pdf, top + height, 0.5);
  artifact(pdf, "Layout", () => {
    const { x, width } = COLUMNS.number;
    if (stop.kind === "facility") {
      pdf.rect(PAGE.margin - 8, top + 2, 4, height - 4).fill("black");
      pdf.rect(x, top + 5, width - 4, 20).fill("black");
    } else if (stop.kind === "pickup") {
      pdf
        .lineWidth(1)
        .rect(x, top + 5, width - 4, 20)
        .stroke("black");
    }
    const { x: left, width: wide } = COLUMNS.fields;
    stop.fields.forEach((_, index) => {
      const { y, high } = fieldAt(stop.fields.length, index, top, height);
      pdf.lineWidth(0.7).rect(left, y, wide, high).stroke("black");
    });
  });
}

function drawNumber(pdf: Pdf, { stop, top }: PlacedStop): void {
  const { x, width } = COLUMNS.number;
  const colour = stop.kind === "facility" ? "white" : "black";
  write(
    pdf,
    String(stop.number),
    { x, y: top + 9, width: width - 4 },
    { size: 12, bold: true, align: "center", colour },
  );
}

/** A long name takes a second line from the details. */
function drawTask(pdf: Pdf, { stop, top }: PlacedStop): void {
  const at = COLUMNS.task;
  const lines = isWider(pdf, stop.place, at.width, NAME) ? 2 : 1;
  write(pdf, stop.place, { ...at, y: top + 6 }, { ...NAME, lines });
  let y = top + 8 + 13 * lines;
  write(pdf, stop.task, { ...at, y }, { size: 10 });
  y += 13.5;
  stop.details.forEach((detail, index) => {
    const isLast = index === stop.details.length - 1;
    write(pdf, detail, { ...at, y }, { size: 8.5, lines: isLast && lines === 1 ? 2 : 1 });
    y += 11;
  });
}

function drawFields(pdf: Pdf, { stop, top, height }: PlacedStop): void {
  const { x, width } = COLUMNS.fields;
  stop.fields.forEach((label, index) => {
    const { y } = fieldAt(stop.fields.length, index, top, height);
    write(pdf, label, { x: x + 4, y: y + 3, width: width - 8 }, { size: 7.5 });
  });
}

function fieldAt(count: number, index: number, top: number, height: number): { y: number; high: number } {
  const gap = 4;
  const high = (height - 10 - gap * (count - 1)) / count;
  return { y: top + 5 + index * (high + gap), high };
}

function drawCode(pdf: Pdf, row: Element, { stop, top, height }: PlacedStop): void {
  const { geo } = stop;
  if (geo === undefined) return element(pdf, row, "TD", () => undefined);
  const cell = group(pdf, row, "TD");
  const code = qrOf(geo);
  const side = Math.min(COLUMNS.qr.width, height - 8);
  const module = side / (code.size + 2 * QUIET_ZONE);
  const left = COLUMNS.qr.x + QUIET_ZONE * module;
  const upper = top + 4 + QUIET_ZONE * module;
  const alt = `QR-Code: ${stop.place} in der Karte öffnen (${geo.slice(4)})`;
  element(
    pdf,
    cell,
    "Figure",
    () => {
      for (const { row: r, column, length } of code.runs)
        pdf.rect(left + column * module, upper + r * module, length * module, module);
      pdf.fill("black");
    },
    { alt },
  );
  cell.end();
}

export function line(pdf: Pdf, y: number, thickness: number): void {
  artifact(pdf, "Layout", () => {
    pdf
      .lineWidth(thickness)
      .moveTo(PAGE.margin, y)
      .lineTo(PAGE.width - PAGE.margin, y)
      .stroke("black");
  });
}
