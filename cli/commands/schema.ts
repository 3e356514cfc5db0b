/** `gruenverbund schema`: writes the JSON Schemas under docs/schema; with `--check` says whether they are current. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Blobs } from "../../functions/ports/blobs.ts";
import { machine } from "../../local/machine.ts";
import { positionals } from "../arguments.ts";
import { EXIT, type Command } from "../io.ts";
import { jsonSchemas, SCHEMA_FOLDER } from "../jsonSchemas.ts";

const FOLDER = fileURLToPath(new URL(`../../${SCHEMA_FOLDER}`, import.meta.url));

export const schema: Command = async (args, io) => {
  const { values, positionals: given } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { check: { type: "boolean" } },
  });
  positionals(given, []);
  const blobs = machine().blobs(FOLDER);
  const wanted = jsonSchemas();
  const stale = await staleSchemas(blobs, wanted);
  if (values.check === true) {
    if (stale.length === 0) return (io.stdout(`${SCHEMA_FOLDER} is current: ${wanted.size} schemas.\n`), EXIT.ok);
    io.stderr(`${SCHEMA_FOLDER} is not current: ${stale.join(", ")}. Run: npm run schema\n`);
    return EXIT.failed;
  }
  if (stale.length > 0) await blobs.putAll(wanted, { replace: [""] });
  io.stdout(`${SCHEMA_FOLDER}: ${wanted.size} schemas, ${stale.length} changed.\n`);
  return EXIT.ok;
};

/** Names of schemas that are missing, differ, or belong to nothing any more. */
async function staleSchemas(blobs: Blobs, wanted: ReadonlyMap<string, string>): Promise<string[]> {
  const stale: string[] = [];
  for (const name of new Set([...wanted.keys(), ...(await blobs.list(""))])) {
    const bytes = await blobs.get(name);
    if (bytes === undefined || new TextDecoder().decode(bytes) !== wanted.get(name)) stale.push(name);
  }
  return stale.sort();
}
