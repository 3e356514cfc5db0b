import { expect, test } from "vitest";
import { readImports } from "./readImports.ts";

const read = (text: string) => readImports("optimizer/flow/model.ts", text);
const inLp = { kind: "file", path: "optimizer/lp/a.ts" };

test.each([
  ["a static import", `import { a } from "../lp/a.ts";`],
  ["an import for its effect", `import "../lp/a.ts";`],
  ["a type-only import", `import type { A } from "../lp/a.ts";`],
  ["a re-export", `export * from "../lp/a.ts";`],
  ["a dynamic import", `const a = await import("../lp/a.ts");`],
  ["an import inside a type", `let a: import("../lp/a.ts").A;`],
  ["a worker file", `new Worker(new URL("../lp/a.ts", import.meta.url));`],
])("%s is read and resolved against the file's folder", (_what, text) => {
  expect(read(text)).toEqual([inLp]);
});

test("a package is read by its name without the path inside it", () => {
  expect(read(`import "@aws-sdk/client-sfn/x"; import "zod/v4"; import "node:fs/promises";`)).toEqual([
    { kind: "package", name: "@aws-sdk/client-sfn" },
    { kind: "package", name: "zod" },
    { kind: "package", name: "node:fs/promises" },
  ]);
});

test("a dynamic import of a computed name is read as such", () => {
  expect(read("await import(name);")).toEqual([{ kind: "computed" }]);
});

test("the word import in a comment or a string is no import", () => {
  expect(read(`// import "a"\nconst s = 'import "b"'; export const t = s;`)).toEqual([]);
});
