import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasErrors } from "../../domain/problem.ts";
import { listAssumptions } from "../../domain/region/assumptions.ts";
import type { Region } from "../../domain/region/tables.ts";
import { weekOf } from "../../domain/week.ts";
import { writeRegion } from "../../examples/generate/files.ts";
import { saarland } from "../../examples/generate/saarland.ts";
import { saarlouis } from "../../examples/generate/saarlouis.ts";
import { fileBlobs } from "../../functions/adapters/files/fileBlobs.ts";
import { readRegion, type ReadRegion } from "../../functions/usecases/readRegion.ts";
import { ROOT } from "./house/sourceFiles.ts";

const NOW = "2026-11-23T06:00:00Z";
const scratch = mkdtempSync(join(tmpdir(), "gruenverbund-examples-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const EXAMPLES = [
  { name: "saarlouis", make: saarlouis, municipalities: 13, points: 11, rule: "nearestStable" },
  { name: "saarland", make: saarland, municipalities: 52, points: 49, rule: "twoPart" },
] as const;

describe.each(EXAMPLES)("examples/$name", ({ name, make, municipalities, points, rule }) => {
  const folder = join(ROOT, "examples", name);
  let read: ReadRegion;
  let region: Region;
  beforeAll(async () => {
    read = await readRegion(fileBlobs(folder), NOW);
    region = read.region!;
  });

  test("is made anew byte for byte; if this fails: node examples/generate/main.ts", () => {
    writeRegion(join(scratch, name), make());
    const made = readdirSync(join(scratch, name)).sort();
    expect(
      readdirSync(folder)
        .filter((file) => file !== "README.md")
        .sort(),
    ).toEqual(made);
    const differing = made.filter(
      (file) => !readFileSync(join(scratch, name, file)).equals(readFileSync(join(folder, file))),
    );
    expect(differing).toEqual([]);
  });

  test("is valid", () => {
    expect(hasErrors(read.problems)).toBe(false);
    expect(region).not.toBeNull();
  });

  test("has its municipalities, points, outlines and key", () => {
    expect(region.municipalities.length).toBe(municipalities);
    expect(region.collectionPoints.length).toBe(points);
    expect(region.settings.allocation.rule).toBe(rule);
    const { features } = read.outlines as { features: { id: string }[] };
    expect(features.map(({ id }) => id).sort()).toEqual(region.municipalities.map(({ ags }) => ags).sort());
  });

  test("has 52 weeks of reports up to 2026-W47, about a tenth of them missing, and says that they are made up", () => {
    const weeks = new Set(region.reports.map(({ observedAt }) => weekOf(observedAt.slice(0, 10))));
    expect([[...weeks].sort()[0], [...weeks].sort().at(-1), weeks.size]).toEqual(["2025-W48", "2026-W47", 52]);
    const present = region.reports.length / (52 * region.storages.length);
    expect(present).toBeGreaterThan(0.87);
    expect(present).toBeLessThan(0.93);
    expect(region.settings.synthetic).toContain("künstlich");
  });

  test("starts the planned weeks with most storages below the brim", () => {
    const last = new Map(region.reports.map((report) => [report.storageId, report]));
    const overflowing = [...last.values()].filter(({ quarters }) => quarters === 5).length;
    expect(overflowing).toBeLessThan(region.storages.length / 8);
  });

  test("takes material of the authority only at its own plants, its contractors' and Lisdorfer Berg's sites, never at the municipal ones", () => {
    const municipalOnly = region.tariffs.filter(({ facilityId }) => facilityId === "schmeer");
    expect(municipalOnly.length).toBeGreaterThan(0);
    expect(municipalOnly.every(({ owner }) => owner === "municipality")).toBe(true);
  });

  test("keeps people and devices out of what a plan depends on and tells", () => {
    const names = read.inputs.map(({ file }) => file);
    expect(names.filter((file) => ["contacts.csv", "sensors.csv"].includes(file))).toEqual([]);
    expect(names).toContain("reports.csv");
    expect(listAssumptions(region).filter(({ file }) => /contacts|sensors/.test(file))).toEqual([]);
  });

  test("writes only to addresses where no mail arrives, and says that its people are invented", () => {
    const addresses = region.contacts.flatMap(({ email, codeEmail }) => [email, ...(codeEmail ? [codeEmail] : [])]);
    expect(addresses.filter((address) => !address.endsWith("@example.org"))).toEqual([]);
    expect(region.contacts.filter(({ source }) => source?.startsWith("Synthetisch") !== true)).toEqual([]);
  });

  test("gives every value a source, and every assumption a German sentence", () => {
    const sourced = [
      ...region.storages,
      ...region.tariffs,
      ...region.vehicles,
      ...region.facilities,
      ...region.collectionPoints,
    ];
    expect(sourced.filter(({ source, verified }) => source === undefined || verified === undefined)).toEqual([]);
    const assumptions = listAssumptions(region);
    expect(assumptions.filter(({ source }) => source === "keine Quelle angegeben")).toEqual([]);
    expect(assumptions.some(({ text }) => text.startsWith("Lage (Koordinaten) (facilities.csv, arweiler)"))).toBe(true);
  });
});

test("the public facilities take more in a mean week than arrives in it", () => {
  for (const { make } of EXAMPLES) {
    const { tables } = make();
    const arrives = tables.storages.reduce((sum, row) => sum + Number(row.expectedTonnesPerYear), 0);
    const taken = tables.facilities
      .filter(({ status, access }) => status === "operating" && access === "public")
      .reduce((sum, row) => sum + Number(row.capacityTonnesPerYear), 0);
    expect(taken / arrives).toBeGreaterThan(1.2);
  }
});
