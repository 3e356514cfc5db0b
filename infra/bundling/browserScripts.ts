/**
 * Puts the scripts of pages into the bundle, smaller: a function on Lambda has no files beside it. Here and on one machine
 * `client/sources.ts` reads them from disk.
 */
import { transform, type Plugin } from "esbuild";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const SOURCES = /[\\/]web[\\/].*[\\/]client[\\/]sources\.ts$/;
const EXPORT = /export const (\w+) = read\("([\w.-]+\.js)"\)/g;
/** Syntax of browsers from 2018 on. */
const TARGET = "es2018";

export const browserScripts: Plugin = {
  name: "browser-scripts",
  setup({ onLoad }) {
    onLoad({ filter: SOURCES }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const lines = [...text.matchAll(EXPORT)].map(async ([, constant, name = ""]) => {
        const script = await readFile(join(dirname(path), name), "utf8");
        const { code } = await transform(script, { minify: true, target: TARGET, legalComments: "none" });
        return `export const ${constant} = ${JSON.stringify(code)};`;
      });
      return { contents: (await Promise.all(lines)).join("\n"), loader: "js" };
    });
  },
};
