/** One tiny instance a rule; points on a line, 1 m = 1 s, 1 m costs 1 cent unless said otherwise. */
import { describe, expect, it } from "vitest";
import type { RoutingProblem } from "../../../../domain/routing/problem.ts";
import type { RoutingSolution } from "../../../../domain/routing/solution.ts";
import { solve } from "../../../../optimizer/routing/index.ts";
import { ALL_DAY, client, facility, HOUR, problem, vehicle } from "./instances.ts";
import { faults } from "./reprice.ts";

function best(instance: RoutingProblem): RoutingSolution {
  const { solution } = solve(instance, { seed: 1, iterations: 60 });
  expect(faults(instance, solution)).toEqual([]);
  return solution;
}

const kinds = (solution: RoutingSolution, route = 0): string =>
  solution.routes[route]!.stops.map((stop) => `${stop.kind}${stop.kind === "break" ? "" : stop.index}`).join(" ");

describe("cost", () => {
  it("is fixed plus kilometres plus hours, each rounded to cents", () => {
    // There and back 2 x 1234 m: 500 + round(2468 x 90 / 1000 = 222.12) + round((2468 + 600) s x 3000 / 3600 = 2556.67).
    const truck = vehicle({ fixedCents: 500, centsPerKm: 90, centsPerHour: 3000 });
    const solution = best(problem([0, 1234], { clients: [client(1, { serviceSeconds: 600 })], vehicles: [truck] }));
    expect(solution.objectiveCents).toBe(500 + 222 + 2557);
  });

  it("is saved by leaving a truck at home", () => {
    // Together 20 m + 1000; apart 10 + 20 m + 2 x 1000.
    const two = [vehicle({ fixedCents: 1000 }), vehicle({ fixedCents: 1000 })];
    const solution = best(problem([0, 5, 10], { clients: [client(1), client(2)], vehicles: two }));
    expect(solution.routes).toHaveLength(1);
    expect(solution.objectiveCents).toBe(1020);
  });
});

describe("vehicles", () => {
  it("start and end where they are told, and the nearer depot serves", () => {
    // From 100 past 90 to 80: 20 m. From 0 it would be 180.
    const trucks = [vehicle(), vehicle({ startLocation: 2, endLocation: 3 })];
    const solution = best(problem([0, 90, 100, 80], { clients: [client(1)], vehicles: trucks }));
    expect(solution.routes[0]).toMatchObject({ vehicle: 1, distanceMetres: 20 });
  });

  it("serve only what their capabilities cover", () => {
    const trucks = [vehicle({ capabilities: 1 }), vehicle({ capabilities: 3, fixedCents: 700 })];
    const solution = best(problem([0, 10], { clients: [client(1, { capabilities: 2 })], vehicles: trucks }));
    expect(solution.routes[0]).toMatchObject({ vehicle: 1, costCents: 720 });
  });

  it("carry no more than their capacity in every dimension", () => {
    // 6 + 6 kg fit in 20, but 3 + 3 slots do not fit in 5: two trucks, 20 + 24 m.
    const clients = [client(1, { load: [6, 3] }), client(2, { load: [6, 3] })];
    const truck = vehicle({ capacity: [20, 5] });
    const solution = best(problem([0, 10, 12], { dimensions: ["kg", "slots"], clients, vehicles: [truck, truck] }));
    expect(solution.routes).toHaveLength(2);
    expect(solution.objectiveCents).toBe(44);
  });

  it("work on the days of their shifts", () => {
    const windows = [[ALL_DAY], [ALL_DAY]];
    const truck = vehicle({ shifts: [null, ALL_DAY] });
    const solution = best(problem([0, 10], { days: 2, clients: [client(1, { windows })], vehicles: [truck] }));
    expect(solution.routes[0]!.day).toBe(1);
  });
});

describe("time", () => {
  it("lets service start within a window and the truck leave no earlier than it must", () => {
    // Opens at 1000; 100 s away: leave at 900, back at 1000 + 60 + 100.
    const clients = [client(1, { serviceSeconds: 60, windows: [[{ earliest: 1000, latest: 2000 }]] })];
    const solution = best(problem([0, 100], { clients, vehicles: [vehicle({ centsPerHour: 3600 })] }));
    expect(solution.routes[0]).toMatchObject({ departure: 900, arrival: 1160, durationSeconds: 260 });
  });

  it("chooses the window with the least waiting, not the earliest", () => {
    // Client 0 is open at 1000-1100 and 5000-6000, client 1 (10 s on) at 5500-6000. In the morning the truck would wait
    // 4390 s between them; in the afternoon it leaves at 5490 - 100: 220 s of driving for 200 + 20 m there and back.
    const clients = [
      client(1, {
        windows: [
          [
            { earliest: 1000, latest: 1100 },
            { earliest: 5000, latest: 6000 },
          ],
        ],
      }),
      client(2, { windows: [[{ earliest: 5500, latest: 6000 }]] }),
    ];
    const solution = best(problem([0, 100, 110], { clients, vehicles: [vehicle({ centsPerHour: 3600 })] }));
    expect(solution.routes[0]).toMatchObject({ durationSeconds: 220 });
    expect(solution.objectiveCents).toBe(440);
  });

  it("serves a client on the day it is open", () => {
    const closed = client(1, { windows: [[], [ALL_DAY]] });
    const truck = vehicle({ shifts: [ALL_DAY, ALL_DAY] });
    expect(best(problem([0, 10], { days: 2, clients: [closed], vehicles: [truck] })).routes[0]!.day).toBe(1);
  });

  it("inserts the break before the leg that would exceed the driving time", () => {
    // 4 h to the first, 1 h on to the second: 5 h > 4.5 h, so 45 min at the first; back in 5 h > 4.5 h would be too long
    // a leg, so the truck ends at a second depot 2 h behind: 1 + 2 h since the break.
    const rule = { drivingSeconds: 4.5 * HOUR, breakSeconds: 2700 };
    const truck = vehicle({ endLocation: 3, breakRule: rule });
    const points = [0, 4 * HOUR, 5 * HOUR, 7 * HOUR];
    const solution = best(problem(points, { clients: [client(1), client(2)], vehicles: [truck] }));
    expect(kinds(solution)).toBe("client0 break client1");
    expect(solution.routes[0]!.durationSeconds).toBe(7 * HOUR + 2700);
  });

  it("lets nobody drive longer than allowed on one route", () => {
    // Clients 3 h to one side and 1 h to the other: 6 h and 2 h alone, but 8 h > 7 h together.
    const truck = vehicle({ maxDrivingSeconds: 7 * HOUR });
    const points = [0, 3 * HOUR, -1 * HOUR];
    const solution = best(problem(points, { clients: [client(1), client(2)], vehicles: [truck, truck] }));
    expect(solution.routes).toHaveLength(2);
  });
});

describe("unloading", () => {
  const tip = facility(2);

  it("comes before the end when something is on board that a facility takes", () => {
    // 0 - 10 - 12 - 0.
    const solution = best(problem([0, 10, 12], { clients: [client(1, { facilities: [0] })], facilities: [tip] }));
    expect(kinds(solution)).toBe("client0 facility0");
    expect(solution.objectiveCents).toBe(24);
  });

  it("happens as often as the capacity asks for, at the facility that is nearest then", () => {
    // Clients at 10 and 20 with 6 of 10 each; facilities at 11 and 21; the truck ends at 25, all on its way: 25 m.
    const clients = [10, 20].map((_, i) => client(1 + i, { load: [6], facilities: [0, 1] }));
    const facilities = [facility(3), facility(4)];
    const solution = best(
      problem([0, 10, 20, 11, 21, 25], { clients, facilities, vehicles: [vehicle({ endLocation: 5 })] }),
    );
    expect(kinds(solution)).toBe("client0 facility0 client1 facility1");
    expect(solution.objectiveCents).toBe(25);
  });

  it("separates materials that must not share a trip", () => {
    const clients = [client(1, { facilities: [0], material: 1 }), client(2, { facilities: [0], material: 2 })];
    const solution = best(problem([0, 10, 20, 15], { clients, facilities: [facility(3)] }));
    // 0-10-15-20-15-0 or its mirror: 40 m.
    expect(solution.objectiveCents).toBe(40);
    expect(kinds(solution)).toMatch(/client\d facility0 client\d facility0/);
  });

  it("goes only where every load on board is taken", () => {
    const clients = [client(1, { facilities: [0, 1] }), client(2, { facilities: [1] })];
    // Facility 0 at 11 would be on the way, but client 1 needs facility 1 at 30: one trip 0-10-20-30-0.
    const solution = best(problem([0, 10, 20, 11, 30], { clients, facilities: [facility(3), facility(4)] }));
    expect(solution.objectiveCents).toBe(60);
  });

  it("keeps to the opening windows of the facility", () => {
    // Opens at 500: leave at 488 for 10 m + 2 m; unloading takes 30 s.
    const gate = facility(2, { windows: [[{ earliest: 500, latest: 600 }]], unloadSeconds: 30 });
    const truck = vehicle({ centsPerHour: 3600 });
    const parts = { clients: [client(1, { facilities: [0] })], facilities: [gate], vehicles: [truck] };
    expect(best(problem([0, 10, 12], parts)).routes[0]).toMatchObject({ departure: 488, arrival: 542 });
  });

  it("respects what a facility takes in a day, over all vehicles", () => {
    // 6 + 6 of 10 a day at facility 0; the second load goes 100 m further to facility 1.
    const clients = [client(1, { load: [6], facilities: [0, 1] }), client(1, { load: [6], facilities: [0, 1] })];
    const facilities = [facility(2, { capacityPerDay: 10 }), facility(3)];
    const solution = best(problem([0, 10, 12, 112], { clients, facilities, vehicles: [vehicle(), vehicle()] }));
    // Best: 0-10-12 (6) -10-112 (6) -0 = 10 + 2 + 2 + 102 + 112 = 228; two trucks: 24 + 224 = 248.
    expect(solution.objectiveCents).toBe(228);
  });

  it("is not for loads that stay on board, and they end the route", () => {
    // Client 0 to be tipped at 12, client 1 stays on board; after the tip only: 0-10-12-20-0 = 40.
    const clients = [client(1, { facilities: [0] }), client(3)];
    const solution = best(problem([0, 10, 12, 20], { clients, facilities: [tip] }));
    expect(kinds(solution)).toBe("client0 facility0 client1");
    expect(solution.objectiveCents).toBe(40);
  });
});

describe("prizes", () => {
  it("decide whether an optional client is worth its way", () => {
    // At 10: 20 m. A prize of 19 leaves it, 20 takes it.
    const with19 = best(problem([0, 10], { clients: [client(1, { prizeCents: 19 })] }));
    const with20 = best(problem([0, 10], { clients: [client(1, { prizeCents: 20 })] }));
    expect([with19.unserved, with19.objectiveCents]).toEqual([[0], 19]);
    expect([with20.unserved, with20.objectiveCents]).toEqual([[], 20]);
  });

  it("never outweigh a client that must be served", () => {
    // One place on the truck: the required client at 1000 goes first, the prize of 1500 is lost.
    const clients = [client(1), client(2, { prizeCents: 1500 })];
    const solution = best(problem([0, 1000, 10], { clients, vehicles: [vehicle({ capacity: [1] })] }));
    expect(solution.unserved).toEqual([1]);
    expect(solution.objectiveCents).toBe(3500);
  });
});
