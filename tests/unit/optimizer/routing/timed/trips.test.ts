/** Several trips a vehicle: the optimum of small cases, releases, reloading, and what the checker says. */
import { describe, expect, it } from "vitest";
import { checkRoutes } from "../../../../../optimizer/checker/index.ts";
import { solve } from "../../../../../optimizer/routing/index.ts";
import { validateProblem } from "../../../../../optimizer/routing/validate.ts";
import { client, facility, problem, vehicle } from "../instances.ts";
import { bruteTrips } from "./bruteTrips.ts";
import { timedProblem } from "./instances.ts";

describe("trips", () => {
  // Depot and facility at 0, clients at 10 and 20 m; a full load each. Two trips: 20 + 40 m at a cent.
  const parts = {
    clients: [client(1, { load: [2], facilities: [0] }), client(2, { load: [2], facilities: [0] })],
    facilities: [facility(0, { unloadSeconds: 5 })],
    vehicles: [vehicle({ capacity: [3] })],
  };
  const twice = problem([0, 10, 20], parts);

  it("follow each other on one vehicle that reloads at the depot", () => {
    const { solution } = solve(twice, { seed: 1, iterations: 30 });
    expect(checkRoutes(twice, solution)).toEqual([]);
    expect(solution.routes).toHaveLength(1);
    expect(solution.objectiveCents).toBe(60);
    expect(solution.routes[0]!.stops.map((stop) => stop.kind)).toEqual(["client", "facility", "client", "facility"]);
  });

  it("wait for the release of what they serve", () => {
    // Released at 1000 s and 500 s: the second client goes first, the vehicle then waits at the ramp until 1000 s.
    const [near, far] = twice.clients;
    const late = {
      ...twice,
      clients: [
        { ...near!, releaseSeconds: 1000 },
        { ...far!, releaseSeconds: 500 },
      ],
    };
    const { solution } = solve(late, { seed: 1, iterations: 30 });
    expect(checkRoutes(late, solution)).toEqual([]);
    const [route] = solution.routes;
    expect(route!.departure).toBeGreaterThanOrEqual(500);
    const ramp = route!.stops[1]!;
    expect(ramp.departure).toBeGreaterThanOrEqual(1000);
  });

  it("are refused a release where the fast path does not plan", () => {
    const [near, far] = twice.clients;
    const rich = {
      ...twice,
      clients: [
        { ...near!, releaseSeconds: 10 },
        { ...far!, prizeCents: 5 },
      ],
    };
    expect(validateProblem(rich).map((one) => one.code)).toEqual(["releaseUnsupported"]);
  });

  it("that one vehicle cannot all drive in its shift go to a second", () => {
    // Each trip to 10 m takes 20 s and 5 s of unloading, to 20 m 40 and 5: 70 s in all, the shift has 69.
    const shifts = [{ earliest: 0, latest: 69 }];
    const open = facility(0, { unloadSeconds: 5, windows: [[{ earliest: 0, latest: 69 }]] });
    const vehicles = [vehicle({ capacity: [3], shifts }), vehicle({ capacity: [3], shifts })];
    const short = { ...twice, facilities: [open], vehicles };
    const { solution } = solve(short, { seed: 1, iterations: 30 });
    expect(checkRoutes(short, solution)).toEqual([]);
    expect(solution.routes).toHaveLength(2);
    const whole = [{ earliest: 0, latest: 70 }];
    const enough = { ...short, vehicles: vehicles.map((one) => ({ ...one, shifts: whole })) };
    const opened = { ...enough, facilities: [{ ...open, windows: [whole] }] };
    expect(
      solve({ ...opened, vehicles: [opened.vehicles[0]!] }, { seed: 1, iterations: 30 }).solution.unserved,
    ).toEqual([]);
  });
});

describe("against brute force", () => {
  it("finds the optimum of 15 small instances with releases, asymmetric and in fractions of seconds", () => {
    let solvable = 0;
    for (let seed = 1; seed <= 15; seed++) {
      const small = timedProblem(seed, { clients: 5, vehicles: 2, capacity: 8, trips: true, wholeMetres: true });
      const optimum = bruteTrips(small);
      const { solution } = solve(small, { seed, iterations: 300 });
      if (solution.unserved.length === 0) expect(checkRoutes(small, solution)).toEqual([]);
      expect(solution.unserved.length === 0 ? solution.objectiveCents : Number.POSITIVE_INFINITY).toBe(optimum);
      if (optimum < Number.POSITIVE_INFINITY) solvable++;
    }
    expect(solvable).toBeGreaterThanOrEqual(8);
  });
});
