/**
 * The VRPLIB text format (TSPLIB 95 with sections of its own): `KEY : value` lines, then sections of rows of numbers.
 * Says nothing about which keys and sections a problem needs; the readers of each problem type do.
 */
import type { Faults } from "./faults.ts";

export interface VrplibHeader {
  readonly value: string;
  readonly row: number;
}

export interface VrplibRow {
  readonly row: number;
  readonly values: readonly number[];
}

export interface VrplibSection {
  /** Line of the section's name. */
  readonly row: number;
  readonly rows: readonly VrplibRow[];
}

export interface VrplibText {
  readonly headers: ReadonlyMap<string, VrplibHeader>;
  readonly sections: ReadonlyMap<string, VrplibSection>;
  readonly lineCount: number;
}

export function readVrplib(text: string, faults: Faults): VrplibText {
  const headers = new Map<string, VrplibHeader>();
  const sections = new Map<string, { row: number; rows: VrplibRow[] }>();
  let section: { row: number; rows: VrplibRow[] } | null = null;
  const lines = text.split(/\r?\n/);
  lines.forEach((raw, index) => {
    const line = raw.trim();
    const row = index + 1;
    const header = /^([A-Z_]+)\s*:\s*(.*)$/.exec(line);
    if (line === "" || line === "EOF") return;
    if (header !== null) {
      headers.set(header[1]!, { value: header[2]!.trim().replace(/^"|"$/g, ""), row });
    } else if (/^[A-Z_]+_SECTION$/.test(line)) {
      if (sections.has(line)) faults.add("vrplib.twice", row, `${line} appears a second time.`, "Keep one of them.");
      section = { row, rows: [] };
      sections.set(line, section);
    } else {
      const values = line.split(/\s+/).map(Number);
      if (section === null || values.some(Number.isNaN)) {
        faults.add(
          "vrplib.syntax",
          row,
          `"${line.slice(0, 60)}" is not understood.`,
          "Write KEY : value, or numbers in a section.",
        );
      } else section.rows.push({ row, values });
    }
  });
  return { headers, sections, lineCount: lines.length };
}

/** A header that must be a number of at least `least`; `null` (with a fault) when it is not. */
export function numberHeader(text: VrplibText, key: string, least: number, faults: Faults): number | null {
  const header = text.headers.get(key);
  if (header === undefined) {
    faults.add("vrplib.missing", 1, `${key} is not given.`, `Add a line ${key} : number.`);
    return null;
  }
  const value = Number(header.value);
  if (header.value !== "" && Number.isFinite(value) && value >= least) return value;
  faults.add("vrplib.value", header.row, `${key} is "${header.value}".`, `Give a number of at least ${least}.`);
  return null;
}

/**
 * The rows of a section as `columns` numbers after the running number 1, 2, 3 …, one per node or vehicle. Every row that
 * is out of turn, too short, or not within `least` is a fault.
 */
export function tableSection(
  text: VrplibText,
  name: string,
  count: number,
  columns: number,
  least: number,
  faults: Faults,
): Float64Array[] {
  const table = Array.from({ length: columns }, () => new Float64Array(count));
  const section = text.sections.get(name);
  if (section === undefined) {
    faults.add("vrplib.missing", text.lineCount, `${name} is not there.`, `Add it with ${count} rows.`);
    return table;
  }
  if (section.rows.length !== count) {
    const cause = `${name} has ${section.rows.length} rows; ${count} are announced.`;
    faults.add("vrplib.count", section.row, cause, "Correct the section or the number announced above.");
  }
  section.rows.slice(0, count).forEach(({ row, values }, index) => {
    if (values[0] !== index + 1)
      faults.add(
        "vrplib.order",
        row,
        `The row is numbered ${values[0]}, not ${index + 1}.`,
        "Number rows 1, 2, 3 … without gaps.",
      );
    if (values.length !== columns + 1)
      faults.add(
        "vrplib.columns",
        row,
        `The row has ${values.length} numbers, not ${columns + 1}.`,
        "Correct the row.",
      );
    for (let c = 0; c < columns; c++) {
      const value = values[c + 1] ?? 0;
      if (!(value >= least) || !Number.isFinite(value))
        faults.add("vrplib.value", row, `${value} is not allowed in ${name}.`, `Give a number of at least ${least}.`);
      table[c]![index] = value;
    }
  });
  return table;
}
