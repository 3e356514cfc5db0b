/** The JSON Schemas of everything that people write or read as files, made from the zod schemas. */
import * as z from "zod";
import { Billing } from "../domain/billing/billing.ts";
import { Operator } from "../domain/operator.ts";
import { Plan } from "../domain/plan/plan.ts";
import { GameFile } from "../domain/sharing/gameFile.ts";
import { YearInput } from "../domain/year/input.ts";
import { YearPlan } from "../domain/year/plan.ts";
import { DOCUMENTS, TABLES } from "../domain/region/tables.ts";
import { RoutingProblemFile } from "../domain/routing/problemFile.ts";
import { RoutingSolutionFile } from "../domain/routing/solutionFile.ts";

export const SCHEMA_FOLDER = "docs/schema";

type Source = [file: string, schema: z.ZodType, title: string, io?: "input" | "output"];

/** File name to content, sorted by name. Tables have the schema of one row, numbers as numbers and not as text. */
export function jsonSchemas(): Map<string, string> {
  const sources: Source[] = [
    ...Object.values(TABLES).map(({ file, schema }): Source => [file, schema, `One row of ${file}`]),
    ...Object.values(DOCUMENTS).map(({ file, schema }): Source => [file, schema, file]),
    ["operator.json", Operator, "operator.json"],
    ["billing.json", Billing, "Billing details of a region: PUT /api/regions/{region}/billing", "input"],
    ["plan.json", Plan, "plan.json"],
    ["year.json", YearInput, "year.json", "input"],
    ["year-plan.json", YearPlan, "A year by gruenverbund year"],
    // What has a default need not be written.
    ["routing-problem.json", RoutingProblemFile, "A routing problem", "input"],
    ["routing-solution.json", RoutingSolutionFile, "A routing solution"],
    ["game.json", GameFile, "One game for gruenverbund share"],
  ];
  const schemas = sources.map(([file, schema, title, io = "output"]): [string, string] => {
    const name = `${file.replace(/\.(csv|json)$/, "")}.schema.json`;
    return [name, toText(name, title, schema, io)];
  });
  return new Map(schemas.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function toText(name: string, title: string, schema: z.ZodType, io: "input" | "output"): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return `${JSON.stringify({ $schema, $id: name, title, ...rest }, null, 2)}\n`;
}
