/**
 * What a plan of this region rests on without proof: every row, field and setting that nobody has verified, in German,
 * for the readers of a report. Measured data come as one entry a file.
 */
import type { Assumption } from "../plan/plan.ts";
import { formatNumber } from "../money.ts";
import { FIELD_WORDS, KEY_FIGURES, ROW_WORDS, SETTING_WORDS, valueText } from "./assumptionWords.ts";
import { DOCUMENTS, OUTSIDE_PLANS, TABLES, type FieldSource, type Region, type TableName } from "./tables.ts";

const UNSOURCED = "keine Quelle angegeben";
/** Their rows are observations, too many and too alike to list. */
const GROUPED: ReadonlySet<TableName> = new Set(["reports", "weighings", "weather"]);

interface AnyRow {
  readonly source?: string | undefined;
  readonly verified?: boolean | undefined;
  readonly name?: string;
}

type Cells = Readonly<Record<string, unknown>>;

/** In the order of the files, their rows, and for documents of their fields; the same for the same region. */
export function listAssumptions(region: Region): Assumption[] {
  const names = (Object.keys(TABLES) as TableName[]).filter(
    (name) => name !== "fieldSources" && !OUTSIDE_PLANS.has(name),
  );
  return [
    ...Object.values(DOCUMENTS).flatMap(({ file }, at) =>
      settingAssumptions(file, at === 0 ? region.settings : region.emissionFactors),
    ),
    ...names.flatMap((name) => (GROUPED.has(name) ? grouped(region, name) : tableAssumptions(region, name))),
  ];
}

function tableAssumptions(region: Region, name: TableName): Assumption[] {
  const { file } = TABLES[name];
  const corrections = region.fieldSources.filter((source) => source.file === file);
  const rowId = TABLES[name].rowId as (row: never) => string;
  return (region[name] as readonly AnyRow[]).flatMap((row) => {
    const id = rowId(row as never);
    const own = corrections.filter((source) => source.id === id);
    return row.verified === true ? fieldEntries(row, own) : [rowEntry(name, id, row, own)];
  });
}

/** A row of which nobody says that it is verified, but for single fields that are; with the figures that matter most. */
function rowEntry(name: TableName, id: string, row: AnyRow, own: readonly FieldSource[]): Assumption {
  const { file } = TABLES[name];
  const proven = own.filter(({ verified }) => verified).map(({ field }) => field);
  const figures = (KEY_FIGURES[name] ?? [])
    .filter((field) => !proven.includes(field) && (row as Cells)[field] !== undefined)
    .map((field) => fieldText(row, field));
  const except =
    proven.length === 0 ? "" : `, belegt nur: ${proven.map((field) => FIELD_WORDS[field]?.label ?? field).join(", ")}`;
  const text = [called(name, row), ...figures].join(", ");
  return { file, id, field: "", text: `${text} (${file}, ${id})${except}`, source: row.source ?? UNSOURCED };
}

/** `Fahrzeug Haken 1`, but `Sammelstelle Bous` and not `Sammelstelle Sammelstelle Bous`. */
function called(name: TableName, row: AnyRow): string {
  const word = ROW_WORDS[name];
  if (row.name === undefined) return word;
  return row.name.startsWith(word) ? row.name : `${word} ${row.name}`;
}

/** Unverified fields of a verified row. Latitude and longitude are one thing to a reader. */
function fieldEntries(row: AnyRow, own: readonly FieldSource[]): Assumption[] {
  const open = own.filter(({ verified }) => !verified);
  const hasBoth = open.some(({ field }) => field === "latitude") && open.some(({ field }) => field === "longitude");
  return open
    .filter(({ field }) => !(hasBoth && field === "longitude"))
    .map(({ file, id, field, source }) => {
      const shown = hasBoth && field === "latitude" ? "latitude longitude" : field;
      return { file, id, field: shown, text: `${fieldText(row, shown)} (${file}, ${id})`, source };
    });
}

function fieldText(row: AnyRow, field: string): string {
  const words = FIELD_WORDS[field];
  const value = (row as Cells)[field];
  const label = words?.label ?? field;
  return value === undefined ? label : `${label} ${valueText(value, words)}`;
}

function grouped(region: Region, name: TableName): Assumption[] {
  const { file } = TABLES[name];
  const open = (region[name] as readonly AnyRow[]).filter(({ verified }) => verified !== true);
  if (open.length === 0) return [];
  const text = `${formatNumber(open.length)} ${ROW_WORDS[name]} ohne Beleg (${file})`;
  return [{ file, id: "", field: "", text, source: region.settings.synthetic ?? UNSOURCED }];
}

/** Walks a document for values that carry a source of their own. */
function settingAssumptions(file: string, document: object, path: readonly string[] = []): Assumption[] {
  return Object.entries(document).flatMap(([key, inner]: [string, unknown]) => {
    if (typeof inner !== "object" || inner === null || Array.isArray(inner)) return [];
    const here = [...path, key];
    return "value" in inner
      ? settingEntry(file, here.join("."), inner as Sourced)
      : settingAssumptions(file, inner, here);
  });
}

interface Sourced {
  readonly value: unknown;
  readonly source?: string;
  readonly verified?: boolean;
}

function settingEntry(file: string, field: string, { value, source, verified }: Sourced): Assumption[] {
  if (verified === true) return [];
  const words = SETTING_WORDS[field];
  const text = `${words?.label ?? field} ${valueText(value, words)} (${file}, ${field})`;
  return [{ file, id: "", field, text, source: source ?? UNSOURCED }];
}
