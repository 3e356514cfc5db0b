import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AllocationRule } from "../../../../domain/sharing/keys.ts";
import { RULE_KEYS } from "../../../../optimizer/sharing/index.ts";
import { spokenRule } from "../../../../planning/explain/sentences.ts";
import { RULE_WORDS } from "../../../../planning/sharing/ruleWords.ts";
import { ROOT } from "../../house/sourceFiles.ts";

test("docs/sharing.md explains every rule in the words of the report, each once", () => {
  const page = readFileSync(join(ROOT, "docs", "sharing.md"), "utf8");
  const cells = page
    .split("\n")
    .filter((line) => line.startsWith("| **"))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  const explained = cells.map(([, name, key, ...words]) => [name, key, ...words.slice(0, 3)]);
  const expected = RULE_KEYS.map((key) => {
    const { name, sentence, advice, source } = RULE_WORDS[key];
    return [`**${name}**`, `\`${key}\``, sentence, advice, source];
  });
  expect(explained.toSorted()).toEqual(expected.toSorted());
});

test("every sentence about a rule is one, in a name of its own", () => {
  for (const { sentence, advice } of Object.values(RULE_WORDS))
    for (const text of [sentence, advice]) expect(text).toMatch(/^[A-ZÄÖÜ].*\.$/);
  expect(new Set(Object.values(RULE_WORDS).map(({ name }) => name)).size).toBe(RULE_KEYS.length);
  expect(new Set(AllocationRule.options.map(spokenRule)).size).toBe(AllocationRule.options.length);
});
