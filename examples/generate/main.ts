/**
 * Makes the example regions anew, byte for byte: `node examples/generate/main.ts [FOLDER]`.
 * FOLDER defaults to `examples/`, where the regions lie.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeRegion } from "./files.ts";
import { saarland } from "./saarland.ts";
import { saarlouis } from "./saarlouis.ts";

const folder = process.argv[2] ?? fileURLToPath(new URL("..", import.meta.url));

writeRegion(join(folder, "saarlouis"), saarlouis());
writeRegion(join(folder, "saarland"), saarland());
