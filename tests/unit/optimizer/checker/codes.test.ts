import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CHECK_CODES } from "../../../../optimizer/checker/index.ts";

const ROOT = new URL("../../../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), "utf8");

test("docs/certificates.md explains every code once, in the same order, and no other", () => {
  const explained = [...read("docs/certificates.md").matchAll(/^\| `(check\.[A-Za-z.]+)` \| \S/gm)].map(
    (match) => match[1],
  );
  expect(explained).toEqual([...CHECK_CODES]);
});

test("every code is used somewhere in the checker", () => {
  const folder = "optimizer/checker/";
  const files = readdirSync(new URL(folder, ROOT), { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && file !== "codes.ts",
  );
  const source = files.map((file) => read(folder + file)).join("\n");
  // Three codes are made from the name of the field they are about.
  const made = ["check.route.distanceMetres", "check.route.drivingSeconds", "check.route.durationSeconds"];
  expect(CHECK_CODES.filter((code) => !source.includes(`"${code}"`))).toEqual(made);
});
