/** Files of problems with time windows: what is read, and that every fault comes with its line. */
import { describe, expect, it } from "vitest";
import { InputError } from "../../../../../domain/problem.ts";
import { isSolomon, parseSolomon, solomonProblem } from "../../../../../optimizer/routing/formats/solomon.ts";
import {
  isTripsVrplib,
  parseTripsVrplib,
  tripRows,
  tripsProblem,
} from "../../../../../optimizer/routing/formats/tripsVrplib.ts";
import { solve } from "../../../../../optimizer/routing/index.ts";
import { validateProblem } from "../../../../../optimizer/routing/validate.ts";
import { evaluateDays } from "../../../../bench/routing/mtvrptwr.ts";

const SOLOMON = `TINY

VEHICLE
NUMBER     CAPACITY
  2         10

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE TIME

    0      0          0          0          0        100          0
    1      1          1          4          5         20          3
    2      3          4          6          0         50          2
`;

const TRIPS = `NAME : TINY
TYPE : MTVRPTWR
EDGE_WEIGHT_TYPE : EUC_2D
DIMENSION : 3
VEHICLES : 1
CAPACITY : 10
SERVICE_TIME : 2
NODE_COORD_SECTION
1 0 0
2 3 4
3 6 8
DEMAND_SECTION
1 0
2 7
3 8
TIME_WINDOW_SECTION
1 0 100
2 0 100
3 0 100
RELEASE_TIME_SECTION
1 0
2 30
3 0
DEPOT_SECTION
1
EOF
`;

function faultsOf(read: () => unknown): (string | number | undefined)[][] {
  try {
    read();
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ code, place }) => [code, place.row]);
    throw error;
  }
  return [];
}

describe("Solomon's format", () => {
  it("is told from others and read in tenths, cut off", () => {
    expect(isSolomon(SOLOMON)).toBe(true);
    expect(isSolomon(TRIPS)).toBe(false);
    const problem = solomonProblem(parseSolomon(SOLOMON));
    expect(validateProblem(problem)).toEqual([]);
    expect(problem.vehicles).toHaveLength(2);
    // 10 · √2 = 14.14 to customer 1, 50 to customer 2, 10 · √13 = 36.06 between them.
    expect(Array.from(problem.profiles[0]!.distanceMetres)).toEqual([0, 14, 50, 14, 0, 36, 50, 36, 0]);
    const first = { load: [4], serviceSeconds: 30, windows: [[{ earliest: 50, latest: 200 }]] };
    expect(problem.clients[0]).toMatchObject(first);
  });

  it("names the line of every fault at once", () => {
    // Lines 11 and 12: customer 1 closes before it opens, customer 2 asks for more than 10.
    const spoiled = SOLOMON.replace("5         20", "25        20").replace("4          6", "4         16");
    expect(faultsOf(() => parseSolomon(spoiled))).toEqual([
      ["solomon.value", 11],
      ["solomon.value", 12],
    ]);
    const unread = SOLOMON.replace("3          4 ", "3          x ");
    expect(faultsOf(() => parseSolomon(unread))).toEqual([["solomon.syntax", 12]]);
    expect(faultsOf(() => parseSolomon(SOLOMON.replace("VEHICLE", "FLEET")))).toContainEqual(["solomon.count", 1]);
  });
});

describe("VRPLIB with trips", () => {
  it("is read with releases and solved by two trips of the only vehicle", () => {
    expect(isTripsVrplib(TRIPS)).toBe(true);
    const file = parseTripsVrplib(TRIPS);
    const problem = tripsProblem(file);
    expect(problem.clients.map((client) => client.releaseSeconds)).toEqual([300, 0]);
    const { solution } = solve(problem, { seed: 1, iterations: 30 });
    // 100 there and back to node 2, 200 to node 3; loads 7 and 8 of 10 need two trips.
    expect(evaluateDays(file, tripRows(solution))).toBe(300);
    expect(solution.routes).toHaveLength(1);
  });

  it("names the line of every fault at once", () => {
    const spoiled = TRIPS.replace("3 0 100", "3 101 100").replace("2 7", "2 17").replace("2 30", "2 -1");
    expect(faultsOf(() => parseTripsVrplib(spoiled))).toEqual([
      ["vrplib.demand", 14],
      ["vrplib.window", 19],
      ["vrplib.value", 22],
    ]);
  });
});
