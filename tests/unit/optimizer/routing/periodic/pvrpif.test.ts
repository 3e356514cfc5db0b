/** The shipped solutions re-evaluate exactly, the reader names every fault, and the solver finds both proven optima. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { InputError, type Problem } from "../../../../../domain/problem.ts";
import { checkRoutes } from "../../../../../optimizer/checker/routes.ts";
import {
  evenDaySets,
  formatPvrpif,
  parsePvrpif,
  pvrpifProblem,
} from "../../../../../optimizer/routing/formats/pvrpif.ts";
import { solve } from "../../../../../optimizer/routing/index.ts";
import { type CheckedRoute, checkPvrpif, parseReport } from "../../../../bench/routing/pvrpifCheck.ts";

const FIXTURES = new URL("../../../../fixtures/pvrpif-waste/", import.meta.url);
const OPTIMA = { Milano_020_4_3: 657, Roma_020_6_2: 551 };

function fixture(name: string): string {
  return readFileSync(new URL(name, FIXTURES), "utf8");
}

function faultsOf(text: string): readonly Problem[] {
  try {
    parsePvrpif(text, "a.geojson");
  } catch (fault) {
    if (fault instanceof InputError) return fault.problems;
    throw fault;
  }
  return [];
}

interface Editable {
  info: Record<string, unknown>;
  features: { properties: Record<string, unknown> }[];
  duration: unknown[][];
}

function edited(change: (geo: Editable) => void): string {
  const geo = JSON.parse(fixture("Milano_020_4_3.geojson")) as Editable;
  change(geo);
  return JSON.stringify(geo);
}

describe("the waste instances of Milan and Rome", () => {
  for (const [name, optimum] of Object.entries(OPTIMA)) {
    it(`evaluates the shipped solution of ${name} at exactly its stated cost`, () => {
      const { cost, routes } = parseReport(fixture(`${name}.solution.txt`));
      expect(cost).toBe(optimum);
      expect(checkPvrpif(fixture(`${name}.geojson`), routes)).toEqual({ cost, faults: [] });
    });

    it(`finds the proven optimum of ${name}, and its routes keep every rule`, () => {
      const text = fixture(`${name}.geojson`);
      const instance = parsePvrpif(text);
      const problem = pvrpifProblem(instance);
      const { solution, reasons } = solve(problem, { seed: 1, iterations: 80_000 });
      expect(checkRoutes(problem, solution)).toEqual([]);
      expect(reasons).toEqual([]);
      expect(solution.objectiveCents).toBe(optimum);
      const { routes } = JSON.parse(formatPvrpif(instance, solution)) as { routes: CheckedRoute[] };
      expect(checkPvrpif(text, routes)).toEqual({ cost: optimum, faults: [] });
    });
  }

  it("spreads visits evenly", () => {
    expect(evenDaySets(4, 2)).toEqual([
      [0, 2],
      [1, 3],
    ]);
    expect(evenDaySets(6, 3)).toEqual([
      [0, 2, 4],
      [1, 3, 5],
    ]);
    expect(evenDaySets(4, 4)).toEqual([[0, 1, 2, 3]]);
  });
});

describe("the reader", () => {
  it("names the line of broken JSON", () => {
    expect(faultsOf('{\n  "info": }')).toMatchObject([{ code: "file.syntax", place: { file: "a.geojson", row: 2 } }]);
  });

  it("finds every fault at once, each with its place", () => {
    const text = edited((geo) => {
      geo.info["numVehicles"] = 0;
      delete geo.info["maxDuration"];
      geo.features[3]!.properties["frequency"] = 3;
      geo.features[4]!.properties["demand"] = 127;
      geo.features[5]!.properties["type"] = "bin";
      geo.features[6]!.properties["id"] = 7;
      geo.duration[2]![5] = -1;
      geo.duration[9]!.pop();
    });
    expect(faultsOf(text).map(({ code, place }) => [code, place.id, place.field])).toEqual([
      ["value.invalid", "info", "numVehicles"],
      ["value.missing", "info", "maxDuration"],
      ["value.invalid", "customer 3", "frequency"],
      ["value.invalid", "customer 4", "demand"],
      ["value.invalid", "feature 5", "type"],
      ["id.duplicate", "feature 7", "id"],
      ["value.invalid", undefined, "duration[2]"],
      ["value.invalid", undefined, "duration[9]"],
    ]);
  });

  it("asks for a depot, a facility and a square matrix", () => {
    const text = edited((geo) => {
      geo.features = geo.features.filter(({ properties }) => properties["type"] === "customer");
    });
    const fields = faultsOf(text).map(({ place }) => place.field);
    expect(fields).toEqual(expect.arrayContaining(["features", "duration"]));
    expect(faultsOf("[]")).toMatchObject([{ cause: "The file holds no JSON object." }]);
    expect(faultsOf("{}").map(({ place }) => place.field)).toContain("info");
  });
});
