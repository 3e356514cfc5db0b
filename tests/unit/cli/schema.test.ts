import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { schema } from "../../../cli/commands/schema.ts";
import { jsonSchemas, SCHEMA_FOLDER } from "../../../cli/jsonSchemas.ts";
import { DOCUMENTS, TABLES } from "../../../domain/region/tables.ts";
import { ROOT } from "../house/sourceFiles.ts";

const schemas = jsonSchemas();

test("docs/schema is current; if this fails: npm run schema", () => {
  const folder = join(ROOT, SCHEMA_FOLDER);
  expect(readdirSync(folder).sort()).toEqual([...schemas.keys()]);
  for (const [name, content] of schemas) expect(readFileSync(join(folder, name), "utf8")).toBe(content);
});

test("every table, every document, the operator, plans, a game, routing problem and solution have one schema with title and a relative id", () => {
  expect(schemas.size).toBe(Object.keys(TABLES).length + Object.keys(DOCUMENTS).length + 8);
  for (const [name, content] of schemas) {
    expect(JSON.parse(content)).toMatchObject({ $id: name, title: expect.any(String) as string, type: "object" });
  }
});

test("a schema speaks of numbers as numbers and tells what must be there", () => {
  const storage = JSON.parse(schemas.get("storages.schema.json")!) as {
    required: string[];
    properties: Record<string, { type: string }>;
  };
  expect(storage.properties.volumeLitres?.type).toBe("number");
  expect(storage.required).toContain("volumeLitres");
  expect(storage.required).not.toContain("source");
});

test("--check agrees", async () => {
  const said: string[] = [];
  const io = {
    stdout: (text: string) => void said.push(text),
    stderr: (text: string) => void said.push(text),
    isTerminal: false,
    columns: 80,
  };
  expect(await schema(["--check"], io)).toBe(0);
  expect(said.join("")).toContain("is current");
});
