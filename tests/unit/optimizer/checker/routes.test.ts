import { describe, expect, test } from "vitest";
import type { RoutingProblem } from "../../../../domain/routing/problem.ts";
import type { Route, RoutingSolution, Stop } from "../../../../domain/routing/solution.ts";
import { checkRoutes } from "../../../../optimizer/checker/index.ts";
import { handProblem, handSolution } from "./handRouting.ts";
import { leavesOf, withoutEntry, withValue } from "./tamper.ts";

const codes = (problem: RoutingProblem, solution: RoutingSolution) => [
  ...new Set(checkRoutes(problem, solution).map((f) => f.code)),
];

/** The route with other stops; times are not adjusted, so findings about them come along. */
function withStops(change: (stops: Stop[]) => Stop[]): RoutingSolution {
  const solution = handSolution();
  const route = solution.routes[0]!;
  return { ...solution, routes: [{ ...route, stops: change([...route.stops]) }] };
}

function withVehicle(changes: Partial<RoutingProblem["vehicles"][number]>): RoutingProblem {
  const problem = handProblem();
  return { ...problem, vehicles: [{ ...problem.vehicles[0]!, ...changes }] };
}

function withClient(index: number, changes: Partial<RoutingProblem["clients"][number]>): RoutingProblem {
  const problem = handProblem();
  return {
    ...problem,
    clients: problem.clients.map((client, c) => (c === index ? { ...client, ...changes } : client)),
  };
}

describe("a solution that keeps every rule", () => {
  test("is accepted", () => {
    expect(checkRoutes(handProblem(), handSolution())).toEqual([]);
  });

  test("is accepted when clients are released just as their trips begin", () => {
    expect(checkRoutes(withClient(1, { releaseSeconds: 500 }), handSolution())).toEqual([]);
    expect(checkRoutes(withClient(2, { releaseSeconds: 5_300 }), handSolution())).toEqual([]);
  });

  test("is refused when any of its numbers grows or shrinks by one", () => {
    const solution = handSolution();
    const missed = leavesOf(solution).filter(({ path, value }) => {
      // A break has no index.
      if (typeof value !== "number" || value === -1) return false;
      return [1, -1].some((step) => checkRoutes(handProblem(), withValue(solution, path, value + step)).length === 0);
    });
    expect(missed.map(({ path }) => path.join("."))).toEqual([]);
  });

  test("is refused when any stop or the list of the unserved loses an entry", () => {
    const solution = handSolution();
    for (let k = 0; k < 6; k++)
      expect(codes(handProblem(), withoutEntry(solution, ["routes", 0, "stops"], k)), `stop ${k}`).not.toEqual([]);
    expect(codes(handProblem(), withoutEntry(solution, ["unserved"], 0))).toContain("check.route.clientLost");
  });

  test("is refused when a number is none", () => {
    expect(codes(handProblem(), withValue(handSolution(), ["routes", 0, "stops", 1, "start"], NaN))).toContain(
      "check.route.window",
    );
  });
});

describe("each rule alone", () => {
  test.each<[string, RoutingProblem, string]>([
    ["a day off", withVehicle({ shifts: [null, null] }), "check.route.dayOff"],
    [
      "a shift that begins later",
      withVehicle({ shifts: [{ earliest: 501, latest: 12_000 }, null] }),
      "check.route.shift",
    ],
    [
      "a shift that ends before",
      withVehicle({ shifts: [{ earliest: 500, latest: 10_199 }, null] }),
      "check.route.shift",
    ],
    ["too small in kilograms: A and B weigh 9", withVehicle({ capacity: [8, 20] }), "check.route.capacity"],
    ["too small in litres: A and B fill 20", withVehicle({ capacity: [9, 19] }), "check.route.capacity"],
    ["a missing capability for C", withVehicle({ capabilities: 1 }), "check.route.capability"],
    ["one second less of driving a day", withVehicle({ maxDrivingSeconds: 7_999 }), "check.route.maxDriving"],
    [
      "a longer break",
      withVehicle({ breakRule: { drivingSeconds: 4_000, breakSeconds: 601 } }),
      "check.route.breakShort",
    ],
    [
      "an earlier break",
      withVehicle({ breakRule: { drivingSeconds: 3_999, breakSeconds: 600 } }),
      "check.route.breakMissing",
    ],
    ["B is another material than A", withClient(1, { material: 1 }), "check.route.material"],
    ["B may not be tipped at the facility", withClient(1, { facilities: [] }), "check.route.facility"],
    ["B opens later", withClient(1, { windows: [[{ earliest: 4_001, latest: 5_000 }], []] }), "check.route.window"],
    ["B is closed on the day", withClient(1, { windows: [[], []] }), "check.route.window"],
    // The first trip begins at 500, the second with the end of tipping at 5300.
    ["A is released after the departure", withClient(0, { releaseSeconds: 501 }), "check.route.release"],
    ["C is released after the trip began", withClient(2, { releaseSeconds: 5_301 }), "check.route.release"],
    ["D must be served", withClient(3, { prizeCents: null }), "check.route.required"],
    [
      "the facility takes 17 a day and gets 18",
      { ...handProblem(), facilities: [{ ...handProblem().facilities[0]!, capacityPerDay: 17 }] },
      "check.route.facilityCapacity",
    ],
  ])("%s", (_, problem, code) => {
    expect(codes(problem, handSolution())).toContain(code);
  });

  test("a load that needs a facility comes home", () => {
    expect(
      codes(
        handProblem(),
        withStops((stops) => stops.slice(0, 5)),
      ),
    ).toContain("check.route.notEmpty");
  });

  test("a load that stays on board may come home, and may not be tipped", () => {
    const problem = withClient(2, { facilities: [] });
    expect(codes(problem, handSolution())).toEqual(["check.route.facility"]);
    const stays = withStops((stops) => stops.slice(0, 5));
    expect(codes(problem, stays)).not.toContain("check.route.notEmpty");
  });

  test("one vehicle drives once a day, and no client twice", () => {
    const solution = handSolution();
    const twice = { ...solution, routes: [...solution.routes, ...solution.routes] as Route[] };
    expect(codes(handProblem(), twice)).toEqual([
      "check.route.vehicleTwice",
      "check.route.clientTwice",
      "check.route.facilityCapacity",
      "check.route.total",
    ]);
  });

  test("a client cannot be served and left out", () => {
    expect(codes(handProblem(), { ...handSolution(), unserved: [0, 3] })).toContain("check.route.clientBoth");
    expect(codes(handProblem(), { ...handSolution(), unserved: [3, 3] })).toContain("check.route.unservedList");
  });

  test("an index that points nowhere is named and does not throw", () => {
    const bad = withStops((stops) => [{ ...stops[0]!, index: 9 }, ...stops]);
    expect(codes(handProblem(), bad)).toContain("check.route.unknown");
    expect(codes(handProblem(), { ...handSolution(), unserved: [3, 44] })).toContain("check.route.unknown");
  });

  test("an empty route and an empty solution", () => {
    expect(
      codes(
        handProblem(),
        withStops(() => []),
      ),
    ).toContain("check.route.empty");
    const nothing = { routes: [], unserved: [], routeCostCents: 0, objectiveCents: 0 };
    expect(codes({ ...handProblem(), clients: [] }, nothing)).toEqual([]);
  });
});
