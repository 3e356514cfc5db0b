/** The JSON Schemas of everything that people write or read as files, made from the zod schemas. */
import * as z from "zod";
import { Plan } from "../domain/plan/plan.ts";
import { GameFile } from "../domain/sharing/gameFile.ts";
import { DOCUMENTS, TABLES } from "../domain/region/tables.ts";

export const SCHEMA_FOLDER = "docs/schema";

/** File name to content, sorted by name. Tables have the schema of one row, numbers as numbers and not as text. */
export function jsonSchemas(): Map<string, string> {
  const sources: [string, z.ZodType, string][] = [
    ...Object.values(TABLES).map(({ file, schema }): [string, z.ZodType, string] => [
      file,
      schema,
      `One row of ${file}`,
    ]),
    ...Object.values(DOCUMENTS).map(({ file, schema }): [string, z.ZodType, string] => [file, schema, file]),
    ["plan.json", Plan, "plan.json"],
    ["game.json", GameFile, "One game for gruenverbund share"],
  ];
  const schemas = sources.map(([file, schema, title]): [string, string] => {
    const name = `${file.replace(/\.(csv|json)$/, "")}.schema.json`;
    return [name, toText(name, title, schema)];
  });
  return new Map(schemas.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function toText(name: string, title: string, schema: z.ZodType): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: "output", unrepresentable: "any" });
  return `${JSON.stringify({ $schema, $id: name, title, ...rest }, null, 2)}\n`;
}
