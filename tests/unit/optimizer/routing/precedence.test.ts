/** Shred before haul, on a line, 1 m = 1 s; a metre costs a cent. Capability 1 shreds, capability 2 hauls. */
import { describe, expect, it } from "vitest";
import type { Client, RoutingProblem, Vehicle } from "../../../../domain/routing/problem.ts";
import type { RoutingSolution } from "../../../../domain/routing/solution.ts";
import { checkRoutes } from "../../../../optimizer/checker/index.ts";
import { greedy, requiredPenaltyCents, solve, validateProblem } from "../../../../optimizer/routing/index.ts";
import { ALL_DAY, client, HOUR, problem, richProblem, vehicle } from "./instances.ts";
import { fullObjective } from "./reprice.ts";

function best(instance: RoutingProblem): RoutingSolution {
  const { solution } = solve(instance, { seed: 1, iterations: 100 });
  expect(checkRoutes(instance, solution)).toEqual([]);
  return solution;
}

const shred = (location: number, changes: Partial<Client> = {}): Client =>
  client(location, { capabilities: 1, load: [0], ...changes });
const haul = (location: number, after: number[], changes: Partial<Client> = {}): Client =>
  client(location, { capabilities: 2, after, ...changes });
const shredder = (changes: Partial<Vehicle> = {}): Vehicle => vehicle({ capabilities: 1, ...changes });
const truck = (changes: Partial<Vehicle> = {}): Vehicle => vehicle({ capabilities: 2, ...changes });

const stopOf = (solution: RoutingSolution, index: number) =>
  solution.routes
    .flatMap((route) => route.stops.map((stop) => ({ ...stop, day: route.day })))
    .find((stop) => stop.kind === "client" && stop.index === index)!;

describe("hauling waits for the shredder", () => {
  it("on the same day until it has finished", () => {
    // The shredder leaves at 0, works 100-700 at client 0; the truck is there from 700 on and leaves at 600.
    const clients = [shred(1, { serviceSeconds: 600 }), haul(1, [0])];
    const vehicles = [shredder({ shifts: [{ earliest: 0, latest: 2000 }] }), truck({ centsPerHour: 3600 })];
    const solution = best(problem([0, 100], { clients, vehicles }));
    expect(stopOf(solution, 0).departure).toBe(700);
    expect(stopOf(solution, 1).start).toBe(700);
    expect(solution.routes[1]!.departure).toBe(600);
  });

  it("to another day when its own shift is over by then", () => {
    const clients = [
      shred(1, { serviceSeconds: 600, windows: [[ALL_DAY], []] }),
      haul(1, [0], { windows: [[ALL_DAY], [ALL_DAY]] }),
    ];
    const early = { earliest: 0, latest: 650 };
    const vehicles = [shredder({ shifts: [ALL_DAY, null] }), truck({ shifts: [early, early] })];
    const solution = best(problem([0, 100], { days: 2, clients, vehicles }));
    expect(stopOf(solution, 1)).toMatchObject({ day: 1 });
  });

  it("for all of several predecessors, and lets the shredder go where that pays", () => {
    // Shredding at 1 and 2, 1000 s each; the haul at 1 waits for both: whichever order, both ends come before its start.
    const clients = [shred(1, { serviceSeconds: 1000 }), shred(2, { serviceSeconds: 1000 }), haul(1, [0, 1])];
    const solution = best(problem([0, 100, 300], { clients, vehicles: [shredder(), truck()] }));
    const ends = [0, 1].map((c) => stopOf(solution, c).departure);
    expect(stopOf(solution, 2).start).toBeGreaterThanOrEqual(Math.max(...ends));
    expect(solution.objectiveCents).toBe(800);
  });

  it("for nothing: not served when the shredder does not come", () => {
    // Shredding costs 200 and is worth 50; hauling would be worth 10 000.
    const clients = [shred(1, { prizeCents: 50 }), haul(1, [0], { prizeCents: 10_000 })];
    const instance = problem([0, 100], { clients, vehicles: [shredder({ shifts: [null] }), truck()] });
    expect(best(instance)).toMatchObject({ unserved: [0, 1], routes: [] });
  });

  it("along a chain of three", () => {
    const clients = [
      shred(1, { serviceSeconds: 50 }),
      haul(1, [0], { serviceSeconds: 50 }),
      client(1, { capabilities: 4, after: [1] }),
    ];
    const vehicles = [vehicle({ capabilities: 4 }), truck(), shredder()];
    const solution = best(problem([0, 100], { clients, vehicles }));
    const [first, second, third] = [0, 1, 2].map((c) => stopOf(solution, c));
    expect(second!.start).toBeGreaterThanOrEqual(first!.departure);
    expect(third!.start).toBeGreaterThanOrEqual(second!.departure);
  });
});

describe("the checker", () => {
  it("refuses a haul before its shredding, and one without", () => {
    const clients = [shred(1, { serviceSeconds: 600 }), haul(1, [], {})];
    const instance = problem([0, 100], { clients, vehicles: [shredder(), truck()] });
    const solution = best(instance);
    const waiting = { ...instance, clients: [clients[0]!, haul(1, [0])] };
    expect(checkRoutes(waiting, solution).map(({ code }) => code)).toEqual(["check.route.precedence"]);
    const alone = { ...solution, routes: solution.routes.filter(({ vehicle: v }) => v === 1), unserved: [0] };
    expect(checkRoutes(waiting, alone).map(({ code }) => code)).toContain("check.route.precedence");
  });
});

describe("validation", () => {
  const codes = (clients: Client[], vehicles: Vehicle[], more: Partial<RoutingProblem> = {}): string[] =>
    validateProblem(problem([0, 1], { clients, vehicles, ...more })).map(({ code }) => code);

  it("refuses circles, strangers, day sets and half frozen pairs", () => {
    expect(codes([haul(1, [1]), haul(1, [0])], [truck()])).toEqual(["precedenceCycle"]);
    expect(codes([haul(1, [0])], [truck()])).toEqual(["precedenceCycle"]);
    expect(codes([haul(1, [7])], [truck()])).toEqual(["unknownClient"]);
    expect(codes([shred(1, { daySets: [[0]] }), haul(1, [0])], [truck()])).toEqual(["precedenceDaySet"]);
    const frozenRoutes = [{ vehicle: 0, day: 0, clients: [1] }];
    expect(codes([shred(1), haul(1, [0])], [truck()], { frozenRoutes })).toEqual(["precedenceFrozen"]);
  });

  it("refuses a vehicle that could both shred and haul, unless locks keep it from that", () => {
    const both = vehicle({ capabilities: 3 });
    expect(codes([shred(1), haul(1, [0])], [both])).toEqual(["precedenceVehicle"]);
    expect(codes([shred(1, { lock: { vehicle: 1 } }), haul(1, [0], { lock: { vehicle: 0 } })], [both, both])).toEqual(
      [],
    );
  });
});

/** Every third client is shredding that the two after it wait for; vehicle 0 shreds, the others haul. */
function shredding(seed: number, clients: number): RoutingProblem {
  const rich = richProblem(seed, { clients, days: 3, vehicles: 3, facilities: 2, windows: 0.2, optional: 0.5 });
  return {
    ...rich,
    clients: rich.clients.map((one, c) => {
      if (c % 3 === 0) return { ...one, capabilities: 1, load: [0, 0], facilities: [], material: 9 };
      return { ...one, capabilities: 2, after: [c - (c % 3)] };
    }),
    vehicles: rich.vehicles.map((one, v) => ({
      ...one,
      capabilities: v === 0 ? 1 : 2,
      shifts: one.shifts.map((shift) => shift ?? { earliest: 6 * HOUR, latest: 15 * HOUR }),
    })),
  };
}

describe("on random weeks", () => {
  it("every plan keeps every rule, and the search is never worse than the first plan", () => {
    let sameDay = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const instance = shredding(seed, 18);
      const penalty = requiredPenaltyCents(instance);
      const base = greedy(instance);
      const { solution } = solve(instance, { seed, iterations: 150 });
      for (const one of [base, solution])
        expect(checkRoutes(instance, one).filter(({ code }) => code !== "check.route.required")).toEqual([]);
      expect(fullObjective(instance, solution, penalty)).toBeLessThanOrEqual(fullObjective(instance, base, penalty));
      for (let c = 0; c < 18; c++) {
        const stop = stopOf(solution, c);
        if (c % 3 !== 0 && stop !== undefined && stop.day === stopOf(solution, c - (c % 3)).day) sameDay++;
      }
    }
    expect(sameDay).toBeGreaterThan(10);
  });
});
