/**
 * Lets esbuild leave out the schemas of operations that a bundle never calls. The SDK writes them as arrays with computed keys,
 * which esbuild must take for side effects; wrapped in a pure function they are the same values and can go (half of client-s3).
 */
import type { Plugin } from "esbuild";
import { readFile } from "node:fs/promises";

const SCHEMA_FILES = /@aws-sdk[\\/][^\\/]+[\\/]dist-es[\\/].*[\\/]schemas_\d+\.js$/;
const SCHEMA = /^(export var \S+ = )(\[[\s\S]*?\]);$/gm;

export const pureSchemas: Plugin = {
  name: "pure-schemas",
  setup({ onLoad }) {
    onLoad({ filter: SCHEMA_FILES }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(SCHEMA, "$1/* @__PURE__ */ (() => $2)();"),
      loader: "js",
    }));
  },
};
