/** The reader of wcvrptw-kim files, and the rules of the day by hand. */
import { describe, expect, it } from "vitest";
import { InputError, type Problem } from "../../../../../domain/problem.ts";
import type { RoutingProblem } from "../../../../../domain/routing/problem.ts";
import type { RoutingSolution } from "../../../../../domain/routing/solution.ts";
import { checkRoutes } from "../../../../../optimizer/checker/routes.ts";
import { kimProblem, parseKim } from "../../../../../optimizer/routing/formats/kim.ts";
import { solve, validateProblem } from "../../../../../optimizer/routing/index.ts";
import { checkKim } from "../../../../bench/routing/kimCheck.ts";
import { kimRoutes } from "../../../../bench/routing/wcvrptwKim.ts";

const HEAD = ["10.0 // capacity", "25.0 // a day", "4 // stops", "3600 // lunch", "40 // MPH", "Stop_ID X Y E L S L T"];

/** A mile is 5,280 feet and takes 90 s at 40 mph. */
function file(...places: string[]): string {
  return [...HEAD, ...places].join("\r\n");
}

const DEPOT = "0 0 0 0600 1600 0 0 0";
const DUMP = "9 5280 0 0000 2400 600 0 2";

function faultsOf(text: string): readonly Problem[] {
  try {
    parseKim(text, "a.txt");
  } catch (fault) {
    if (fault instanceof InputError) return fault.problems;
    throw fault;
  }
  return [];
}

function solved(text: string): { problem: RoutingProblem; solution: RoutingSolution; codes: string[] } {
  const problem = kimProblem(parseKim(text));
  const { solution, reasons } = solve(problem, { seed: 1, iterations: 300 });
  expect(checkRoutes(problem, solution).filter(({ code }) => code !== "check.route.required")).toEqual([]);
  expect(checkKim(text, kimRoutes(text, solution)).faults.length).toBe(solution.unserved.length);
  return { problem, solution, codes: reasons.map(({ code }) => code) };
}

describe("the reader", () => {
  it("reads limits, places, and clock times as hours and minutes", () => {
    const kim = parseKim(file(DEPOT, DUMP, "1 5280 0 0730 1200 60 4 1"));
    expect(kim).toMatchObject({ capacity: 10, maxLoadPerDay: 25, maxStops: 4, lunchSeconds: 3600, milesPerHour: 40 });
    // 07:30 = 7.5 * 3600
    expect(kim.stops).toMatchObject([{ window: { earliest: 27_000, latest: 43_200 }, serviceSeconds: 60, load: 4 }]);
    expect(kimProblem(kim).profiles[0]!.durationSeconds[1]).toBeCloseTo(90, 9);
  });

  it("reads hundredths of an hour where a time could not be a minute", () => {
    // 0775 is no clock time, so 0750 is half past seven as well: 7.5 * 3600; 7.75 * 3600 = 27,900.
    const kim = parseKim(file(DEPOT, DUMP, "1 0 0 0775 1200 60 4 1", "2 0 0 0750 1200 60 4 1"));
    expect(kim.stops.map(({ window }) => window.earliest)).toEqual([27_900, 27_000]);
  });

  it("finds every fault at once, each with its line", () => {
    const text = file("0 0 0 0600 1600 0 0 7", "1 x 0 0000 2400 60 4 1", "2 0 0 1300 1200 -5 4 1", "3 0 0").replace(
      "4 // stops",
      "// stops",
    );
    expect(faultsOf(text).map(({ code, place }) => [code, place.row, place.field])).toEqual([
      ["value.invalid", 3, "maxStops"],
      ["value.invalid", 7, "type"],
      ["value.invalid", 8, "x"],
      ["value.invalid", 9, "latest"],
      ["value.invalid", 9, "service"],
      ["row.columns", 10, ""],
      ["value.invalid", 7, "type"],
      ["value.invalid", 7, "type"],
    ]);
  });
});

describe("a day with landfills and lunch", () => {
  it("empties in time and comes home empty", () => {
    // Three loads of 4 and a capacity of 10: two trips, one vehicle. All lie a mile out, where the landfill is:
    // 2 miles in all, 3,218.688 m.
    const stop = (id: number): string => `${id} 5280 0 0000 2400 60 4 1`;
    const { solution } = solved(file(DEPOT, DUMP, stop(1), stop(2), stop(3)));
    expect(solution.routes).toHaveLength(1);
    expect(solution.routes[0]!.stops.filter(({ kind }) => kind === "facility")).toHaveLength(2);
    expect(solution.routes[0]!.distanceMetres).toBeCloseTo(3218.688, 6);
  });

  it("takes lunch when it is out over noon, and none when it is back by then", () => {
    const breaks = (text: string): number =>
      solved(text).solution.routes.flatMap(({ stops }) => stops.filter(({ kind }) => kind === "break")).length;
    const morning = "1 5280 0 0600 1000 60 4 1";
    expect(breaks(file(DEPOT, DUMP, morning))).toBe(0);
    expect(breaks(file(DEPOT, DUMP, morning, "2 5280 0 1500 1545 60 4 1"))).toBe(1);
  });

  it("does not serve more clients or more load a day than a vehicle may", () => {
    const stop = (id: number, load: number): string => `${id} 5280 0 0000 2400 60 ${load} 1`;
    // Five stops, four a vehicle.
    const many = solved(file(DEPOT, DUMP, ...[1, 2, 3, 4, 5].map((id) => stop(id, 1))));
    expect(many.solution.routes).toHaveLength(2);
    // Three loads of 9 are 27, 25 a vehicle.
    const heavy = solved(file(DEPOT, DUMP, ...[1, 2, 3].map((id) => stop(id, 9))));
    expect(heavy.solution.routes).toHaveLength(2);
  });

  it("says why a client cannot be served", () => {
    const { codes, solution } = solved(file(DEPOT, DUMP, "1 0 0 0000 2400 60 11 1", "2 0 0 1700 1800 60 1 1"));
    expect(solution.unserved).toEqual([0, 1]);
    expect(codes).toEqual(["capacity", "window"]);
  });

  it("refuses what its engine does not know, and limits that are none", () => {
    const problem = kimProblem(parseKim(file(DEPOT, DUMP, "1 0 0 0000 2400 60 4 1")));
    const twoDays = { ...problem, vehicles: problem.vehicles.map((one) => ({ ...one, centsPerHour: 1 })) };
    expect(() => solve(twoDays, { seed: 1, iterations: 1 })).toThrow("Time costs money.");
    const bad = { ...problem.vehicles[0]!, maxStops: 0.5, maxLoadPerDay: -1 };
    const faults = validateProblem({
      ...problem,
      vehicles: [{ ...bad, lunch: { earliest: 5, latest: 4, seconds: -1 } }],
    });
    expect(faults.map(({ place }) => place.field)).toEqual(["lunch", "lunch.seconds", "maxLoadPerDay", "maxStops"]);
  });
});

describe("the checker", () => {
  it("finds a missing lunch, too many stops and too much load", () => {
    const text = file(DEPOT, DUMP, "1 5280 0 0600 1000 60 9 1", "2 5280 0 1500 1545 60 9 1");
    const { problem, solution } = solved(text);
    const strict = {
      ...problem,
      vehicles: problem.vehicles.map((one) => ({ ...one, maxStops: 1, maxLoadPerDay: 17 })),
    };
    const hungry = {
      ...solution,
      routes: solution.routes.map((route) => ({ ...route, stops: route.stops.filter(({ kind }) => kind !== "break") })),
    };
    const codes = checkRoutes(strict, hungry).map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(["check.route.lunch", "check.route.maxStops", "check.route.maxLoadPerDay"]),
    );
  });
});
