/** A year as files: the plan that anybody can re-add, and its figures as workbook and tables. German. */
import type { YearChange } from "../../../domain/year/scenario.ts";
import { isBase } from "../../../domain/year/scenario.ts";
import type { Ports } from "../ports.ts";
import { readYear } from "./readYears.ts";
import { readYearFile, yearBlobs } from "./question.ts";

export interface YearFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * @param title of a change, in words
 * @returns undefined where nothing of this name is there
 */
export async function yearFile(
  ports: Pick<Ports, "store" | "blobs" | "workflows">,
  region: { readonly id: string; readonly name: string },
  id: string,
  file: string,
  title: (change: YearChange) => string,
): Promise<YearFile | undefined> {
  const read = await readYear(ports, region.id, id);
  if (read === undefined) return undefined;
  const { asked, base } = read;
  const name = `${region.id}-${asked.week}-jahr-${id}`;
  const text = (content: string, type: string, ending: string): YearFile => ({
    ...{ name: `${name}.${ending}`, type: `${type}; charset=utf-8`, bytes: new TextEncoder().encode(content) },
  });
  if (file === "plan.json") {
    const plan = await readYearFile(yearBlobs(ports.blobs, region.id, id), "plan.json");
    return plan === undefined ? undefined : text(plan, "application/json", "json");
  }
  if (asked.figures === null || (file !== "jahr.csv" && file !== "jahr.xlsx")) return undefined;
  const { yearFacts, yearTables } = await import("./tables.ts");
  const compared = { figures: asked.figures, base: isBase(asked.change) ? null : base };
  const facts = yearFacts(compared, { region: region.name, title: title(asked.change) });
  const tables = yearTables(compared);
  if (file === "jahr.csv") {
    const { tablesCsv } = await import("../finance/files/csv.ts");
    return text(tablesCsv([["Grünverbund: das Jahr"], ...facts], tables), "text/csv", "csv");
  }
  const { bookOf, factsSheet, sheetOf } = await import("../finance/files/book.ts");
  const sheets = [...tables.map((one) => sheetOf(one.title, [one])), factsSheet("Herkunft der Zahlen", facts)];
  return { name: `${name}.xlsx`, type: XLSX, bytes: await bookOf(sheets) };
}
