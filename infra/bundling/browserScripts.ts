/**
 * Puts the scripts of pages into the bundle, smaller: a function on Lambda has no files beside it. Here and on one machine
 * `client/sources.ts` reads them from disk.
 */
import { transform, type Loader, type Plugin } from "esbuild";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const SOURCES = /[\\/]web[\\/].*[\\/]client[\\/]sources\.ts$/;
/** `read` a file beside it, or `readPackage` one of a package. */
const EXPORT = /export const (\w+) = (read|readPackage)\("([\w./-]+\.(?:js|css))"\)/g;
/** The one name for all of them together. */
const HASH = /export const (\w+) = hashOf\(/;
/** Syntax of browsers from 2018 on. */
const TARGET = "es2018";

export const browserScripts: Plugin = {
  name: "browser-scripts",
  setup({ onLoad }) {
    onLoad({ filter: SOURCES }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const exported = await Promise.all(
        [...text.matchAll(EXPORT)].map(async ([, constant, reader, name = ""]) => {
          const file = reader === "read" ? join(dirname(path), name) : fileURLToPath(import.meta.resolve(name));
          return { constant, code: await smaller(file) };
        }),
      );
      const lines = exported.map(({ constant, code }) => `export const ${constant} = ${JSON.stringify(code)};`);
      const hash = HASH.exec(text)?.[1];
      if (hash !== undefined) {
        const all = exported.map(({ code }) => code).join("\n");
        lines.push(`export const ${hash} = "${createHash("sha256").update(all).digest("hex").slice(0, 12)}";`);
      }
      return { contents: lines.join("\n"), loader: "js" };
    });
  },
};

/** A package's script comes small and with its licence at its head, which must stay. */
async function smaller(file: string): Promise<string> {
  const content = await readFile(file, "utf8");
  if (file.includes("node_modules") && file.endsWith(".js")) return content;
  const loader = extname(file).slice(1) as Loader;
  return (await transform(content, { minify: true, target: TARGET, loader, legalComments: "none" })).code;
}
