// Every fault of a region folder is said in German and French: the list is that of docs/problems.md.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FAULTS_DE } from "../../../../web/county/master/words/faultsDe.ts";
import { ROOT } from "../../house/sourceFiles.ts";

test("whatever docs/problems.md lists of a region folder has words, and nothing else has", () => {
  const text = readFileSync(`${ROOT}/docs/problems.md`, "utf8");
  const codesAfter = (head: RegExp): string[] =>
    [
      ...text
        .split(head)[1]!
        .split(/^(?:## |Faults of the question)/m)[0]!
        .matchAll(/^\| `([\w.]+)` \|/gm),
    ].map(([, code]) => code!);
  const listed = [...codesAfter(/^## Region folder.*$/m), ...codesAfter(/^## Planning a year.*$/m)];
  expect(listed.length).toBeGreaterThan(30);
  expect(Object.keys(FAULTS_DE).sort()).toEqual(listed.sort());
});
