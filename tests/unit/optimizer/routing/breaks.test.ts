/** Breaks by EU 561/2006 on a line, 1 m = 1 s; a second costs a cent, metres nothing. */
import { describe, expect, it } from "vitest";
import { EU_561_BREAK, EU_561_DAILY_DRIVING_SECONDS } from "../../../../domain/routing/drivingTime.ts";
import type { RoutingProblem, TimeWindow, Vehicle } from "../../../../domain/routing/problem.ts";
import type { RoutingSolution } from "../../../../domain/routing/solution.ts";
import { checkRoutes } from "../../../../optimizer/checker/index.ts";
import { solve } from "../../../../optimizer/routing/index.ts";
import { client, facility, HOUR, numbers, problem, vehicle } from "./instances.ts";

const MINUTE = 60;
const truck = (changes: Partial<Vehicle> = {}): Vehicle =>
  vehicle({ centsPerKm: 0, centsPerHour: 3600, breakRule: EU_561_BREAK, ...changes });
const exactly = (time: number): TimeWindow[][] => [[{ earliest: time, latest: time }]];

function best(instance: RoutingProblem): RoutingSolution {
  const { solution } = solve(instance, { seed: 1, iterations: 60 });
  expect(checkRoutes(instance, solution)).toEqual([]);
  return solution;
}

const shape = (solution: RoutingSolution): string =>
  solution.routes[0]!.stops.map(({ kind, index, start, departure }) =>
    kind === "break" ? `break ${(departure - start) / MINUTE}` : kind + index,
  ).join(", ");

describe("a split break", () => {
  // Client 0 is 2 h away and wants 8:00 sharp, client 1 half an hour on wants 8:45, client 2 is 2:15 h behind, where
  // the truck stays: 4:45 h at the wheel. The 15 minutes of waiting before client 1 are the first part of the break.
  const points = [0, 2 * HOUR, 2.5 * HOUR, 4.75 * HOUR];
  const clients = [client(1, { windows: exactly(8 * HOUR) }), client(2, { windows: exactly(8.75 * HOUR) }), client(3)];
  const instance = (changes: Partial<Vehicle> = {}): RoutingProblem =>
    problem(points, { clients, vehicles: [truck({ endLocation: 3, ...changes })] });

  it("lays its first part where the truck would have waited", () => {
    // 6:00 to 8:45, 30 minutes, 2:15 h: 5.5 h.
    const solution = best(instance());
    expect(shape(solution)).toBe("client0, break 15, client1, break 30, client2");
    expect(solution.routes[0]!.durationSeconds).toBe(5.5 * HOUR);
  });

  it("is 15 minutes shorter here than the break in one piece", () => {
    const { split: _, ...whole } = EU_561_BREAK;
    const solution = best(instance({ breakRule: whole }));
    expect(shape(solution)).toBe("client0, client1, break 45, client2");
    expect(solution.routes[0]!.durationSeconds).toBe(5.75 * HOUR);
  });

  it("counts only in the order 15, then 30", () => {
    const solution = best(instance());
    const route = solution.routes[0]!;
    const [a, first, b, second, c] = route.stops;
    // 30 minutes at client 0 (client 1 is then late) and 15 at client 1.
    const long = { ...first!, departure: first!.start + 30 * MINUTE };
    const short = { ...second!, departure: second!.start + 15 * MINUTE };
    const turned = { ...solution, routes: [{ ...route, stops: [a!, long, b!, short, c!] }] };
    const codes = checkRoutes(instance(), turned).map(({ code }) => code);
    expect(codes).toContain("check.route.breakShort");
    expect(codes).toContain("check.route.breakMissing");
  });
});

describe("waiting and work", () => {
  it("are no break by themselves", () => {
    // 3 h out, 1 h of loading, 3 h on to the end: a break of 45 minutes is due all the same.
    const instance = (restsDriver: boolean): RoutingProblem =>
      problem([0, 3 * HOUR, 6 * HOUR], {
        clients: [client(1, { serviceSeconds: HOUR, restsDriver })],
        vehicles: [truck({ endLocation: 2 })],
      });
    expect(best(instance(false)).routes[0]!.durationSeconds).toBe(7.75 * HOUR);
    // Where others load, the driver has rested.
    expect(best(instance(true)).routes[0]!.durationSeconds).toBe(7 * HOUR);
    expect(checkRoutes(instance(false), best(instance(true))).map(({ code }) => code)).toEqual([
      "check.route.breakMissing",
    ]);
  });

  it("count as the first part where unloading rests the driver for 20 minutes", () => {
    // 2 h out, 1 h to the facility, 3 h on: 20 minutes there, then 30 before the long leg.
    const gate = facility(2, { unloadSeconds: 20 * MINUTE, restsDriver: true });
    const solution = best(
      problem([0, 2 * HOUR, 3 * HOUR, 6 * HOUR], {
        clients: [client(1, { facilities: [0] })],
        facilities: [gate],
        vehicles: [truck({ endLocation: 3 })],
      }),
    );
    expect(shape(solution)).toBe("client0, facility0, break 30");
  });
});

describe("a day at the wheel", () => {
  it("has 9 hours, with a break after each 4.5", () => {
    // 2:15 h there and back twice is 9 h; with one more second the second client needs another truck.
    const most = { maxDrivingSeconds: EU_561_DAILY_DRIVING_SECONDS, centsPerHour: 3600, fixedCents: 10 * HOUR };
    const routes = (metres: number): number => {
      const clients = [client(1), client(2)];
      const vehicles = [truck(most), truck(most)];
      return best(problem([0, metres, -metres], { clients, vehicles })).routes.length;
    };
    expect([routes(2.25 * HOUR), routes(2.25 * HOUR + 1)]).toEqual([1, 2]);
  });
});

/** Shortest duration over all orders and all kinds of break before every leg, at departures of whole minutes. */
function bruteForce(instance: RoutingProblem): number {
  const { clients, vehicles, profiles, locationCount } = instance;
  const { durationSeconds } = profiles[0]!;
  const { breakRule, endLocation, shifts } = vehicles[0]!;
  let best = Number.POSITIVE_INFINITY;
  const go = (at: number, left: number[], time: number, since: number, half: boolean, departure: number): void => {
    if (time > shifts[0]!.latest || time - departure >= best) return;
    const leg = (to: number, reach: (arrival: number, since: number, half: boolean) => void): void => {
      const seconds = durationSeconds[at * locationCount + to]!;
      const limit = breakRule!.drivingSeconds;
      if (since + seconds <= limit) reach(time + seconds, since + seconds, half);
      if (seconds <= limit) reach(time + breakRule!.breakSeconds + seconds, seconds, false);
      const [first, second] = breakRule!.split!;
      if (half && seconds <= limit) reach(time + second + seconds, seconds, false);
      if (!half && since + seconds <= limit) reach(time + first + seconds, since + seconds, true);
    };
    if (left.length === 0) {
      leg(endLocation, (arrival) => {
        if (arrival <= shifts[0]!.latest) best = Math.min(best, arrival - departure);
      });
    }
    for (const next of left) {
      const { location, windows, serviceSeconds } = clients[next]!;
      leg(location, (arrival, driven, part) => {
        for (const { earliest, latest } of windows[0]!) {
          const start = Math.max(arrival, earliest);
          if (start > latest) continue;
          go(
            location,
            left.filter((c) => c !== next),
            start + serviceSeconds,
            driven,
            part,
            departure,
          );
        }
      });
    }
  };
  for (let departure = shifts[0]!.earliest; departure < 12 * HOUR; departure += 5 * MINUTE)
    go(
      vehicles[0]!.startLocation,
      clients.map((_, c) => c),
      departure,
      0,
      false,
      departure,
    );
  return best;
}

describe("against brute force", () => {
  it("finds the shortest day on 25 small instances with windows", () => {
    let split = 0;
    for (let seed = 1; seed <= 25; seed++) {
      const next = numbers(seed);
      // Everything in multiples of 5 minutes, so that the best departure is one as well.
      const tick = (from: number, to: number): number => Math.round((from + next() * (to - from)) / 300) * 300;
      const points = [0, ...Array.from({ length: 4 }, () => tick(-1.5 * HOUR, 2 * HOUR))];
      const clients = [1, 2, 3].map((location) => {
        const earliest = tick(6 * HOUR, 11 * HOUR);
        const windows = [[{ earliest, latest: earliest + tick(0, 3 * HOUR) }]];
        return client(location, { windows, serviceSeconds: tick(0, HOUR), prizeCents: 1_000_000 });
      });
      const shifts = [{ earliest: 5 * HOUR, latest: 20 * HOUR }];
      const breakRule = { ...EU_561_BREAK, drivingSeconds: 2.5 * HOUR };
      const instance = problem(points, { clients, vehicles: [truck({ endLocation: 4, shifts, breakRule })] });
      const solution = best(instance);
      if (solution.unserved.length > 0) {
        expect(bruteForce(instance)).toBe(Number.POSITIVE_INFINITY);
        continue;
      }
      expect(solution.objectiveCents).toBe(bruteForce(instance));
      if (shape(solution).includes("break 15")) split++;
    }
    expect(split).toBeGreaterThan(0);
  });
});
