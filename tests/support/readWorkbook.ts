/** Reads back what a workbook holds: sheets with cells by name, numbers as numbers, formulas as text, with the results that they carry. */
import { inflateRawSync } from "node:zlib";

export type SheetCell = number | string | { readonly formula: string; readonly result: number };

export interface ReadSheet {
  readonly name: string;
  readonly cells: ReadonlyMap<string, SheetCell>;
  /** As Excel would reckon: sums of a range, differences, parts with `IF`. */
  value(cell: string): number | string | undefined;
}

/** Formulas whose result, as the file carries it, is not what they come to; to a thousandth of a cent. */
export const wrongResults = (sheets: readonly ReadSheet[]): string[] =>
  sheets.flatMap(({ name, cells, value }) =>
    [...cells].flatMap(([at, cell]) =>
      typeof cell === "object" && !(Math.abs(cell.result - Number(value(at))) < 1e-5)
        ? [`${name}!${at} ${cell.formula}: ${cell.result} and not ${value(at)}`]
        : [],
    ),
  );

export function readWorkbook(bytes: Uint8Array): ReadSheet[] {
  const files = unzip(Buffer.from(bytes));
  const texts = [...xmlOf(files, "xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) =>
    [...item!.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => unescape(text!)).join(""),
  );
  const names = [...xmlOf(files, "xl/workbook.xml").matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) =>
    unescape(name!),
  );
  return names.map((name, index) => sheetOf(name, xmlOf(files, `xl/worksheets/sheet${index + 1}.xml`), texts));
}

function sheetOf(name: string, xml: string, texts: readonly string[]): ReadSheet {
  const cells = new Map<string, SheetCell>();
  for (const [, attributes, content = ""] of xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const at = /r="([A-Z]+\d+)"/.exec(attributes!)![1]!;
    const formula = /<f[^>]*>(.*?)<\/f>/s.exec(content)?.[1];
    const value = /<v>(.*?)<\/v>/s.exec(content)?.[1];
    const inline = /<t[^>]*>(.*?)<\/t>/s.exec(content)?.[1];
    if (formula !== undefined) cells.set(at, { formula: unescape(formula), result: Number(value ?? Number.NaN) });
    else if (inline !== undefined) cells.set(at, unescape(inline));
    else if (value !== undefined) cells.set(at, /t="s"/.test(attributes!) ? texts[Number(value)]! : Number(value));
  }
  const value = (at: string): number | string | undefined => {
    const cell = cells.get(at);
    return typeof cell === "object" ? reckon(cell.formula, (one) => Number(value(one) ?? 0)) : cell;
  };
  return { name, cells, value };
}

function reckon(formula: string, number: (cell: string) => number): number {
  const sum = /^SUM\(([A-Z]+)(\d+):\1(\d+)\)$/.exec(formula);
  if (sum !== null) {
    let total = 0;
    for (let row = Number(sum[2]); row <= Number(sum[3]); row++) total += number(`${sum[1]}${row}`);
    return total;
  }
  const difference = /^([A-Z]+\d+)-([A-Z]+\d+)$/.exec(formula);
  if (difference !== null) return number(difference[1]!) - number(difference[2]!);
  const part = /^IF\(([A-Z]+\d+)=0,0,([A-Z]+\d+)\/\1\)$/.exec(formula);
  if (part === null) throw new Error(`a formula of another kind: ${formula}`);
  return number(part[1]!) === 0 ? 0 : number(part[2]!) / number(part[1]!);
}

const unescape = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

function xmlOf(files: ReadonlyMap<string, Buffer>, name: string): string {
  return files.get(name)?.toString("utf8") ?? "";
}

/** By the central directory (APPNOTE 4.3.12): sizes in local headers may be missing. */
function unzip(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + size);
    files.set(zip.toString("utf8", at + 46, at + 46 + name), method === 0 ? data : inflateRawSync(data));
    at += 46 + name + extra + comment;
  }
  return files;
}
