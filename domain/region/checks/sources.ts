/** sources.csv corrects the source of one field; a row that points nowhere corrects nothing. */
import { placeOf, validRows, warning, type Check, type Draft } from "../draft.ts";
import { didYouMean } from "../nearest.ts";
import { TABLES, type FieldSource, type TableName } from "../tables.ts";

const NAMES = Object.keys(TABLES) as TableName[];

/** Which column points nowhere, and what it might have meant. */
function lost(draft: Draft, source: FieldSource): { field: keyof FieldSource; among: string[] } | null {
  const name = NAMES.find((one) => TABLES[one].file === source.file);
  if (name === undefined) return { field: "file", among: NAMES.map((one) => TABLES[one].file) };
  const ids = draft.tables[name].map(({ id }) => id);
  if (!ids.includes(source.id)) return { field: "id", among: ids };
  const fields = Object.keys(TABLES[name].schema.shape);
  return fields.includes(source.field) ? null : { field: "field", among: fields };
}

const sourcesPointSomewhere: Check = (draft) =>
  validRows(draft, "fieldSources").flatMap((row) => {
    const place = lost(draft, row.value);
    if (place === null) return [];
    const word = String(row.value[place.field]);
    return [
      warning(
        "source.nowhere",
        placeOf("fieldSources", row, place.field),
        `There is no ${place.field} "${word}"${place.field === "file" ? "" : ` in ${row.value.file}`}, so this source belongs to nothing.`,
        `Correct or remove the row.${didYouMean(word, place.among)}`,
      ),
    ];
  });

export const sourceChecks: readonly Check[] = [sourcesPointSomewhere];
