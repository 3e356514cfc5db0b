/** Roll-off containers on a line, 1 m = 1 s = 1 cent: empty and return, swap, pick up, deliver, one or two slots, spares. */
import { describe, expect, it } from "vitest";
import type { Client, ContainerJob, RoutingProblem, Vehicle } from "../../../../domain/routing/problem.ts";
import type { RoutingSolution, Stop } from "../../../../domain/routing/solution.ts";
import { checkRoutes } from "../../../../optimizer/checker/index.ts";
import { greedy, solve, validateProblem } from "../../../../optimizer/routing/index.ts";
import { shortestWay } from "./shortestWay.ts";
import { client, facility, HOUR, numbers, problem, vehicle } from "./instances.ts";

const job = (location: number, kind: ContainerJob["kind"], changes: Partial<Client> = {}): Client => {
  const full = kind === "deliver" ? { load: [0], facilities: [] } : { facilities: [0] };
  return client(location, { job: { kind, containerType: 0 }, ...full, ...changes });
};
const hook = (changes: Partial<Vehicle> = {}): Vehicle => vehicle({ slots: 1, ...changes });

/** A depot that is a yard at 0, a facility at 100. */
function site(points: number[], clients: Client[], parts: Partial<RoutingProblem> = {}): RoutingProblem {
  return problem([0, 100, ...points], {
    clients,
    facilities: [facility(1)],
    vehicles: [hook()],
    containerTypes: [{ slots: 1 }],
    yards: [{ location: 0, serviceSeconds: 0, sparesPerDay: [null] }],
    ...parts,
  });
}

function best(instance: RoutingProblem): RoutingSolution {
  const { solution } = solve(instance, { seed: 1, iterations: 60 });
  expect(checkRoutes(instance, solution)).toEqual([]);
  return solution;
}

const shape = (solution: RoutingSolution): string =>
  solution.routes.map(({ stops }) => stops.map(({ kind, index }) => kind[0]! + index).join(" ")).join(" | ");

const codes = (instance: RoutingProblem, solution: RoutingSolution): string[] => [
  ...new Set(checkRoutes(instance, solution).map(({ code }) => code)),
];

describe("with one slot", () => {
  it("empty and return goes out, to the facility, back and home", () => {
    // 0-40-100-40-0: 200 m; 10 s to take on, 5 s to set down.
    const one = job(2, "emptyAndReturn", { serviceSeconds: 10 });
    const timed = { ...one, job: { ...one.job!, returnSeconds: 5 } };
    const solution = best(site([40], [timed]));
    expect(shape(solution)).toBe("c0 f0 r0");
    expect(solution.routes[0]).toMatchObject({ costCents: 200, durationSeconds: 215 });
  });

  it("a swap brings an empty one and needs no second way", () => {
    // 0 (empty on the hook)-40-100-0: 200 m; the emptied one goes home.
    const solution = best(site([40], [job(2, "swap")]));
    expect(shape(solution)).toBe("c0 f0");
    expect(solution.routes[0]).toMatchObject({ startEmpties: [1], costCents: 200 });
  });

  it("the container emptied at one client is the empty one of the next", () => {
    // Pick up at 40, empty at 100, deliver at 60: 0-40-100-60-0 = 200 m without calling at the yard.
    const solution = best(site([40, 60], [job(2, "pickUp"), job(3, "deliver")]));
    expect(shape(solution)).toBe("c0 f0 c1");
    expect(solution.objectiveCents).toBe(200);
    expect(solution.routes[0]!.startEmpties).toBeUndefined();
  });

  it("calls at a yard between two deliveries", () => {
    // The second yard at 35 is nearer than the depot: 0-30 with one, 35 for another, 50, and home to 0: 30+5+15+50.
    const yards = [0, 4].map((location) => ({ location, serviceSeconds: 0, sparesPerDay: [null] }));
    const solution = best(site([30, 50, 35], [job(2, "deliver"), job(3, "deliver")], { yards }));
    expect(shape(solution)).toBe("c0 y1 c1");
    expect(solution.objectiveCents).toBe(100);
    expect(solution.routes[0]!.stops[1]!.empties).toEqual([1]);
  });

  it("leaves an emptied container at a yard where the shift ends elsewhere", () => {
    // Pick up at 40, empty at 100, leave it at the yard at 0, end at 20: 40 + 60 + 100 + 20.
    const solution = best(site([40, 20], [job(2, "pickUp")], { vehicles: [hook({ endLocation: 3 })] }));
    expect(shape(solution)).toBe("c0 f0 y0");
    expect(solution.objectiveCents).toBe(220);
  });
});

describe("with a trailer", () => {
  it("two containers share the way to the facility", () => {
    // 0-40-50-100 and back 50-40-0: 200 m; one after the other 2 x 200 m less the way home between: 380.
    const clients = [job(2, "emptyAndReturn"), job(3, "emptyAndReturn")];
    const pair = best(site([40, 50], clients, { vehicles: [hook({ slots: 2 })] }));
    expect(shape(pair)).toBe("c0 c1 f0 r1 r0");
    expect(pair.objectiveCents).toBe(200);
    // 40-100-40, 50-100-50: 0-40-100-40-50-100-50-0 = 40+60+60+10+50+50+50.
    expect(best(site([40, 50], clients)).objectiveCents).toBe(320);
  });

  it("carries as many as their slots allow", () => {
    const clients = [job(2, "swap"), job(2, "swap")];
    const wide = site([40], clients, { vehicles: [hook({ slots: 2 })], containerTypes: [{ slots: 2 }] });
    // One at a time: 0-40-100-40-100-0.
    expect(best(wide).objectiveCents).toBe(320);
    expect(best({ ...wide, containerTypes: [{ slots: 1 }] }).objectiveCents).toBe(200);
  });
});

describe("types and spares", () => {
  it("only a container of its type replaces another", () => {
    const clients = [0, 1].map((containerType) => job(2, "swap", { job: { kind: "swap", containerType } }));
    const yards = [{ location: 0, serviceSeconds: 0, sparesPerDay: [null, null] }];
    const solution = best(site([40], clients, { containerTypes: [{ slots: 1 }, { slots: 1 }], yards }));
    // Home in between for the other type: 2 x 200 m instead of 320.
    expect(solution.objectiveCents).toBe(400);
  });

  it("no more are taken on a day than the yard has", () => {
    // Two trucks, deliveries at 40 and -40 at 80 m each; with one spare a day the second waits for the next day.
    const open = [{ earliest: 0, latest: 24 * HOUR }];
    const shifts = [open[0]!, open[0]!];
    const clients = [2, 3].map((location) => job(location, "deliver", { windows: [open, open] }));
    const yards = (spares: number) => [{ location: 0, serviceSeconds: 0, sparesPerDay: [spares] }];
    const instance = site([40, -40], clients, {
      days: 2,
      vehicles: [hook({ shifts }), hook({ shifts })],
      yards: yards(1),
      facilities: [],
    });
    const solution = best(instance);
    expect(new Set(solution.routes.map(({ day }) => day)).size).toBe(2);
    const both = { ...solution, routes: solution.routes.map((route, v) => ({ ...route, vehicle: v, day: 0 })) };
    expect(codes(instance, both)).toEqual(["check.route.spares"]);
    expect(solve({ ...instance, yards: yards(0) }, { seed: 1, iterations: 20 }).solution.unserved).toEqual([0, 1]);
  });

  it("a vehicle without slots takes no container", () => {
    const instance = site([40], [job(2, "swap")], { vehicles: [vehicle()] });
    expect(solve(instance, { seed: 1, iterations: 5 }).solution.unserved).toEqual([0]);
  });
});

describe("the checker", () => {
  const instance = site([40, 50], [job(2, "emptyAndReturn"), job(3, "swap")]);
  const solution = best(instance);
  const route = solution.routes[0]!;
  const changed = (stops: Stop[], more: object = {}) => ({ ...solution, routes: [{ ...route, ...more, stops }] });

  it("finds a container that does not come back", () => {
    expect(codes(instance, changed(route.stops.filter(({ kind }) => kind !== "return")))).toContain(
      "check.route.notReturned",
    );
  });

  it("finds one that comes back full", () => {
    const stops = route.stops.toSorted((a, b) => Number(b.kind === "return") - Number(a.kind === "return"));
    expect(codes(instance, changed(stops))).toContain("check.route.notReturned");
  });

  it("finds an empty container out of nowhere", () => {
    const none = {
      ...route,
      startEmpties: [0],
      stops: route.stops.map((stop) => ({ ...stop, ...(stop.kind === "yard" ? { empties: [0] } : {}) })),
    };
    expect(codes(instance, { ...solution, routes: [none] })).toContain("check.route.noEmpty");
    expect(
      codes({ ...instance, yards: [] }, solution).some(
        (code) => code === "check.route.noYard" || code === "check.route.unknown",
      ),
    ).toBe(true);
  });

  it("finds more on board than there are slots", () => {
    const pair = site([40, 50], [job(2, "emptyAndReturn"), job(3, "emptyAndReturn")], {
      vehicles: [hook({ slots: 2 })],
    });
    expect(codes({ ...pair, vehicles: [hook()] }, best(pair))).toEqual(["check.route.slots"]);
  });
});

describe("validation", () => {
  it("names every fault", () => {
    const clients = [
      job(0, "deliver", { load: [1] }),
      job(0, "swap", { facilities: [] }),
      job(0, "swap", { job: { kind: "swap", containerType: 4, returnSeconds: -1 }, daySets: [[0]] }),
    ];
    const yards = [{ location: 9, serviceSeconds: -1, sparesPerDay: [1, 2], windows: [] }];
    const found = validateProblem(site([], clients, { yards, vehicles: [hook({ slots: 9 })] })).map(({ code }) => code);
    expect(new Set(found)).toEqual(
      new Set([
        "badJob",
        "unknownContainerType",
        "badAmount",
        "jobDaySet",
        "unknownLocation",
        "typeCount",
        "dayCount",
        "badSlots",
      ]),
    );
  });
});

describe("against the shortest way over all sequences", () => {
  it("finds it on 30 small sites, with one slot and with two", () => {
    const kinds = ["emptyAndReturn", "swap", "pickUp", "deliver"] as const;
    let reached = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const next = numbers(seed);
      const points = Array.from({ length: 3 }, () => Math.round(400 * next() - 200));
      const clients = points.map((_, k) => job(2 + k, kinds[Math.floor(4 * next())]!));
      const instance = site(points, clients, { vehicles: [hook({ slots: 1 + (seed % 2) })] });
      const shortest = shortestWay(instance, { facility: 1, yard: 0 });
      const { objectiveCents } = best(instance);
      expect(objectiveCents).toBeGreaterThanOrEqual(shortest);
      expect(checkRoutes(instance, greedy(instance)).filter(({ code }) => code !== "check.route.required")).toEqual([]);
      if (objectiveCents === shortest) reached++;
    }
    expect(reached).toBeGreaterThanOrEqual(28);
  });
});
