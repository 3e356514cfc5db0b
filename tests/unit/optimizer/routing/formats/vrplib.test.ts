/** VRPLIB and Cordeau files: what is read, and that a broken file is told about line by line. */
import { describe, expect, it } from "vitest";
import { InputError } from "../../../../../domain/problem.ts";
import { cordeauProblem, parseCordeau } from "../../../../../optimizer/routing/formats/cordeau.ts";
import {
  formatVrplibSolution,
  parseVrplib,
  parseVrplibSolution,
  vrplibProblem,
} from "../../../../../optimizer/routing/formats/vrplib.ts";

const SMALL = [
  "NAME : small",
  "DIMENSION : 3",
  "EDGE_WEIGHT_TYPE : EUC_2D",
  "CAPACITY : 10",
  "NODE_COORD_SECTION",
  "1 0 0",
  "2 3 4",
  "3 1 1",
  "DEMAND_SECTION",
  "1 0",
  "2 7",
  "3 3",
  "DEPOT_SECTION",
  "1",
  "-1",
  "EOF",
  "",
].join("\n");

function faultsOf(parse: () => unknown): string[] {
  try {
    parse();
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ code, place }) => `${place.row} ${code}`);
    throw error;
  }
  return [];
}

describe("a VRPLIB file", () => {
  it("becomes a problem whose metres are rounded or not, as the set has it", () => {
    const file = parseVrplib(SMALL);
    expect(file).toMatchObject({ name: "small", capacity: 10, longestRoute: null, fleet: null });
    // From node 1 to 2: 3-4-5 triangle; to 3: sqrt(2) = 1.41, rounded 1.
    expect([...vrplibProblem(file, "nearest").profiles[0]!.distanceMetres.slice(0, 3)]).toEqual([0, 5, 1]);
    expect(vrplibProblem(file, "none").profiles[0]!.distanceMetres[2]).toBe(Math.SQRT2);
  });

  it("with DISTANCE and SERVICE_TIME becomes a problem with that shift and service", () => {
    const file = parseVrplib(SMALL.replace("CAPACITY : 10", "CAPACITY : 10\nDISTANCE : 50\nSERVICE_TIME : 2"));
    const problem = vrplibProblem(file, "none");
    expect(problem.vehicles[0]!.shifts).toEqual([{ earliest: 0, latest: 50 }]);
    expect(problem.clients.map((client) => client.serviceSeconds)).toEqual([2, 2]);
  });

  it("with a fleet of its own becomes vehicles with capacity, fixed cost and rate", () => {
    const fleet = "VEHICLES : 2\nCAPACITY_SECTION\n1 10\n2 8\nVEHICLES_FIXED_COST_SECTION\n1 5\n2 4\n";
    const file = parseVrplib(SMALL.replace("CAPACITY : 10\n", fleet));
    const { vehicles } = vrplibProblem(file, "none");
    expect(vehicles.map((v) => [v.capacity[0], v.fixedCents, v.centsPerKm])).toEqual([
      [10, 5, 1000],
      [8, 4, 1000],
    ]);
  });

  it("is told about in full when it is broken, every fault with its line", () => {
    const broken = SMALL.replace("2 3 4", "2 3 four")
      .replace("3 3", "3 -3")
      .replace("2 7", "2 70")
      .replace("\n1\n-1", "\n2\n-1");
    // Line 7 is no row of numbers, so the section of line 5 lacks one and the row after it is out of turn.
    expect(faultsOf(() => parseVrplib(broken))).toEqual([
      "5 vrplib.count",
      "7 vrplib.syntax",
      "8 vrplib.order",
      "11 vrplib.demand",
      "12 vrplib.value",
      "13 vrplib.depot",
    ]);
    expect(faultsOf(() => parseVrplib(""))).toEqual(["1 vrplib.missing", "1 vrplib.edgeWeights"]);
  });

  it("has solutions that are written as they are read, with empty routes", () => {
    const text = "Route #1: 1 2\nRoute #2: \nCost 12\n";
    const read = parseVrplibSolution(text);
    expect(read).toEqual({ routes: [[1, 2], []], cost: 12 });
    expect(formatVrplibSolution(read.routes, read.cost)).toBe(text);
  });
});

describe("a Cordeau file", () => {
  const two = "2 1 2 2\n0 10\n60 20\n1 3 4 2 7 1 2 1 2\n2 1 1 0 3 1 2 1 2\n3 0 0 0 0 0 0\n4 10 0 0 0 0 0\n";

  it("becomes a problem with its depots first and the longest route as the shift", () => {
    const problem = cordeauProblem(parseCordeau(two));
    expect(problem.vehicles.map((v) => [v.startLocation, v.capacity[0], v.shifts[0]!.latest])).toEqual([
      [0, 10, 1e9],
      [1, 20, 60],
    ]);
    expect(problem.clients.map((client) => [client.location, client.load[0], client.serviceSeconds])).toEqual([
      [2, 7, 2],
      [3, 3, 0],
    ]);
    // From the depot at (0, 0) to the client at (3, 4).
    expect(problem.profiles[0]!.distanceMetres[2]).toBe(5);
  });

  it("is told about in full when it is broken, every fault with its line", () => {
    const broken = two.replace("0 10", "0").replace("1 1 0 3", "1 x 0 3").replace("4 10 0 0 0 0 0", "");
    expect(faultsOf(() => parseCordeau(broken))).toEqual(["1 cordeau.count", "2 cordeau.columns", "5 cordeau.syntax"]);
    expect(faultsOf(() => parseCordeau("7 1 2 2\n"))).toEqual(["1 cordeau.head"]);
  });
});
