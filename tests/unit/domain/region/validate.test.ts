import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { REGION_PROBLEM_CODES, type RegionProblemCode } from "../../../../domain/region/problemCodes.ts";
import type { RawRegion } from "../../../../domain/region/rawRegion.ts";
import type { TableName } from "../../../../domain/region/tables.ts";
import { validateRegion } from "../../../../domain/region/validate.ts";
import { at, problemsAfter, set, without, type Tampered } from "../../../support/spoilRegion.ts";
import { TINY_NOW, tinyRegion } from "../../../support/tinyRegion.ts";
import { FAULTS } from "./faults.ts";

test("the tiny region is valid and gives no cause for a word", () => {
  const { region, problems } = validateRegion(tinyRegion(), TINY_NOW);
  expect(problems).toEqual([]);
  expect(region?.municipalities.map(({ ags }) => ags)).toEqual(["99001001", "99001002", "99001003"]);
});

test("a contact without a language is written to in German, and a DevEUI has one spelling", () => {
  const { region } = validateRegion(tinyRegion(), TINY_NOW);
  expect(region?.contacts.map(({ language }) => language)).toEqual(["de", "fr", "de", "en"]);
  expect(region?.sensors[0]?.deviceId).toBe("70b3d57ed0000001");
});

test("contacts and sensors need no file, and a contact no column for its language", () => {
  const raw = tinyRegion();
  const { contacts, sensors, ...others } = raw.tables;
  expect(sensors).toHaveLength(2);
  expect(validateRegion({ ...raw, tables: others }, TINY_NOW).problems).toEqual([]);
  const spoken = contacts!.map(({ row, cells: { language: _, ...cells } }) => ({ row, cells }));
  const { region, problems } = validateRegion({ ...raw, tables: { ...others, contacts: spoken } }, TINY_NOW);
  expect(problems).toEqual([]);
  expect(new Set(region?.contacts.map(({ language }) => language))).toEqual(new Set(["de"]));
});

describe("a region with", () => {
  test.each(FAULTS)("%s", (_name, tamper, expected) => {
    expect(problemsAfter(tamper).map(at).sort()).toEqual([...expected].sort());
  });
});

test("every problem is a pair of full sentences with a place", () => {
  const problems = FAULTS.flatMap(([, tamper]) => problemsAfter(tamper));
  const sentence = /^[A-Z0-9"(−-].*[.?]$/s;
  expect(problems.filter(({ cause, action }) => !sentence.test(cause) || !sentence.test(action))).toEqual([]);
  expect(problems.filter(({ place }) => place.file === undefined)).toEqual([]);
});

test("every code of a region is provoked here, but for those that only reading a file can find", () => {
  const provoked = new Set(FAULTS.flatMap(([, tamper]) => problemsAfter(tamper).map(({ code }) => code)));
  const ofReading: RegionProblemCode[] = [
    "file.unknown",
    "file.encoding",
    "file.syntax",
    "row.columns",
    "column.duplicate",
  ];
  expect(REGION_PROBLEM_CODES.filter((code) => !provoked.has(code))).toEqual(ofReading);
});

test("faults of many kinds are all named at once", () => {
  const chosen = FAULTS.filter(([name]) =>
    [
      "a word for a number",
      "a report from the future",
      "shares that do not sum to 1",
      "a weighing of an unknown storage",
      "a place outside the box",
    ].includes(name),
  );
  const together = problemsAfter(...chosen.map(([, tamper]) => tamper)).map(at);
  expect(together.sort()).toEqual(chosen.flatMap(([, , expected]) => expected).sort());
});

test("a wrong cell does not hide what is wrong in the rest of its row", () => {
  const problems = problemsAfter(set("storages", "cron-mixed", { kind: "pile", pointId: "p-kron", units: "x" }));
  expect(problems.map(at)).toEqual([
    "error value.invalid storages.csv:6 cron-mixed kind",
    "error value.invalid storages.csv:6 cron-mixed units",
    "error reference.unknown storages.csv:6 cron-mixed pointId",
  ]);
});

test("messages say what was expected, what was meant, and what to do", () => {
  const [number] = problemsAfter(set("vehicles", "alt-hook", { centsPerKm: "1.000,50" }));
  expect(number?.cause).toBe(
    '"1.000,50" does not fit: expected a number such as 1234.5 or 1234,5, without thousands separators.',
  );
  const [id] = problemsAfter(set("storages", "cron-mixed", { pointId: "p-kron" }));
  expect(id?.cause).toBe('"p-kron" is not in collection-points.csv.');
  expect(id?.action).toContain('Did you mean "p-cron"?');
  const [swapped] = problemsAfter(set("collectionPoints", "p-cron", { latitude: "6.81", longitude: "49.41" }));
  expect(swapped?.action).toContain("write latitude 49.41 and longitude 6.81");
  const [heavy] = problemsAfter(set("storages", "cron-mixed", { volumeLitres: "90000" }));
  expect(heavy?.cause).toContain("holds 90000 l and weighs 18000 kg");
});

test("a plant that is not open, and the only one for a material, is an error", () => {
  const problems = problemsAfter(
    without("tariffs", ({ facilityId }) => facilityId !== "compost"),
    set("facilities", "compost", { status: "planned" }),
    ({ tables }) => void (tables.weighings = []),
  );
  expect(problems.map(at)).toEqual([
    "error facility.closed facilities.csv:2 compost status",
    "error facility.closed facilities.csv:2 compost status",
    "warning facility.closed tariffs.csv:2 compost-woody-loose facilityId",
  ]);
});

test("there is a region exactly when there is no error", () => {
  for (const [, tamper] of FAULTS) {
    const raw = tinyRegion();
    tamper(raw as unknown as Tampered);
    const { region, problems } = validateRegion(raw, TINY_NOW);
    expect(region === null).toBe(problems.some(({ severity }) => severity === "error"));
  }
});

test("the order of rows does not matter to a valid region", () => {
  const names = Object.keys(tinyRegion().tables) as TableName[];
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (keys) => {
      const region = tinyRegion() as unknown as Tampered;
      for (const name of names) {
        const order = region.tables[name].map((row, index) => ({ row, key: keys[(index * 7 + name.length) % 40]! }));
        region.tables[name] = order.sort((a, b) => a.key - b.key).map(({ row }, index) => ({ ...row, row: index + 2 }));
      }
      expect(validateRegion(region as unknown as RawRegion, TINY_NOW).problems).toEqual([]);
    }),
    { seed: 7, numRuns: 50 },
  );
});
