import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AUDIT_GROUPS } from "../../../../functions/usecases/county/auditPage.ts";
import { ENTRY_WORDS } from "../../../../web/county/words/entries.ts";
import { LANGUAGES } from "../../../../domain/language/format.ts";
import { ROOT, sourceFiles } from "../../house/sourceFiles.ts";

/** Kinds that are put together where they are written down, and so are in no source by their name. */
const PUT_TOGETHER = ["weighing.replaced", "weighing.dropped", "contact.added", "contact.changed", "contact.removed"];

/** Kinds of entries that use cases write down, by the words of their sources. */
const writtenKinds = [
  ...new Set([
    ...PUT_TOGETHER,
    ...sourceFiles([".ts"], "functions/usecases").flatMap((path) =>
      [...readFileSync(join(ROOT, path), "utf8").matchAll(/kind: "([a-zA-Z]+\.[a-zA-Z]+)"/g)].map(([, kind]) => kind!),
    ),
  ]),
];

test("the sources name the kinds that this test is about", () => {
  expect(writtenKinds).toEqual(expect.arrayContaining(["plan.published", "settlement.closed", "weighing.asked"]));
});

test.each(LANGUAGES)("every kind of entry is told in a sentence (%s)", (language) => {
  expect(writtenKinds.filter((kind) => !(kind in ENTRY_WORDS[language].sentences))).toEqual([]);
});

test("every kind of entry is found by one of the filter's groups", () => {
  const words: readonly string[] = Object.values(AUDIT_GROUPS).flat();
  expect(writtenKinds.filter((kind) => !words.includes(kind.split(".")[0]!))).toEqual([]);
});
