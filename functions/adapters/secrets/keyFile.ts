/** A master key in a file that only its owner may read; made at the first use. */
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { link, mkdir, open, rm } from "node:fs/promises";
import { dirname } from "node:path";

const BYTES = 32;

/** Two processes that make it at once agree on one: whoever links its file first wins. */
export async function readKeyFile(path: string): Promise<Uint8Array> {
  const before = await readFile(path).catch(missing);
  if (before !== undefined) return before;
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const file = await open(draft, "wx", 0o600);
  try {
    await file.writeFile(randomBytes(BYTES));
    await file.sync();
  } finally {
    await file.close();
  }
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(draft);
  return readFile(path);
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT") return undefined;
  throw error;
}
