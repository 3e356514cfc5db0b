// Every fault of a region folder is said in German and French: the list is that of docs/problems.md.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FAULTS_DE } from "../../../../web/county/master/words/faultsDe.ts";
import { ROOT } from "../../house/sourceFiles.ts";

test("whatever docs/problems.md lists of a region folder has words, and nothing else has", () => {
  const [, section = ""] = readFileSync(`${ROOT}/docs/problems.md`, "utf8").split(/^## Region folder.*$/m);
  const listed = [...section.split(/^## /m)[0]!.matchAll(/^\| `([\w.]+)` \|/gm)].map(([, code]) => code!);
  expect(listed.length).toBeGreaterThan(30);
  expect(Object.keys(FAULTS_DE).sort()).toEqual(listed.sort());
});
