/** The landfill engine: insertion prices and times against driving anew, and small days against trying everything. */
import { describe, expect, it } from "vitest";
import { Budget } from "../../../../optimizer/routing/budget.ts";
import { Insertion } from "../../../../optimizer/routing/landfill/insertion.ts";
import { isFacility, type Landfill } from "../../../../optimizer/routing/landfill/instance.ts";
import { Routes } from "../../../../optimizer/routing/landfill/routes.ts";
import { searchLandfill } from "../../../../optimizer/routing/landfill/search.ts";
import { Random, shuffle } from "../../../../optimizer/routing/random.ts";

const HOUR = 3600;

/** Rectilinear ways in minutes on a grid of 60 by 60, two landfills, lunch of half an hour from 11 to 12. */
function sample(seed: number, clientCount: number): Landfill {
  const random = new Random(seed);
  const nodes = clientCount + 3;
  const at = Array.from({ length: nodes }, () => [random.below(60), random.below(60)] as const);
  const way = at.flatMap(([x, y]) => at.map(([u, v]) => Math.abs(x - u) + Math.abs(y - v)));
  const isClient = (node: number): boolean => node > 0 && node <= clientCount;
  const opens = Array.from({ length: nodes }, (_, node) => (isClient(node) ? (6 + random.below(5)) * HOUR : 6 * HOUR));
  return {
    clientCount,
    facilityCount: 2,
    nodes,
    cost: Float64Array.from(way),
    seconds: Float64Array.from(way, (minutes) => minutes * 60),
    load: Float64Array.from({ length: nodes }, (_, node) => (isClient(node) ? 1 + random.below(6) : 0)),
    service: Float64Array.from({ length: nodes }, (_, node) => (node === 0 ? 0 : 300 * (1 + random.below(4)))),
    opens: Float64Array.from(opens),
    closes: Float64Array.from(opens, (open, node) =>
      isClient(node) ? open + (2 + random.below(8)) * HOUR : 15 * HOUR,
    ),
    capacity: 10,
    mostLoad: 25,
    mostStops: 5,
    fixedCost: 100,
    lunch: { earliest: 11 * HOUR, latest: 12 * HOUR, seconds: HOUR / 2 },
    fleet: 3,
  };
}

function costOf({ cost, nodes }: Landfill, row: readonly number[]): number {
  return [...row, 0].reduce((sum, node, i) => sum + cost[(row[i - 1] ?? 0) * nodes + node]!, 0);
}

/** Whether the row can be driven in time, lunch being tried behind every stop. */
function isInTime(instance: Landfill, row: readonly number[]): boolean {
  const { seconds, nodes, opens, closes, service } = instance;
  const lunch = instance.lunch!;
  const drive = (departure: number, lunchBehind: number): boolean => {
    let time = departure;
    for (const [i, node] of row.entries()) {
      time = Math.max(opens[node]!, time + seconds[(row[i - 1] ?? 0) * nodes + node]!);
      if (time > closes[node]!) return false;
      time += service[node]!;
      if (i !== lunchBehind) continue;
      time = Math.max(time, lunch.earliest);
      if (time > lunch.latest) return false;
      time += lunch.seconds;
    }
    time += seconds[row.at(-1)! * nodes]!;
    const needsNone = time <= lunch.latest || departure >= lunch.latest;
    return time <= closes[0]! && (lunchBehind >= 0 || needsNone);
  };
  return drive(opens[0]!, -1) || drive(lunch.latest, -1) || row.some((_, i) => drive(opens[0]!, i));
}

function fits(instance: Landfill, row: readonly number[]): boolean {
  let trip = 0;
  let day = 0;
  for (const node of row) {
    trip = isFacility(instance, node) ? 0 : trip + instance.load[node]!;
    day += instance.load[node]!;
    if (trip > instance.capacity) return false;
  }
  const stops = row.filter((node) => !isFacility(instance, node)).length;
  return trip === 0 && day <= instance.mostLoad && stops <= instance.mostStops && isInTime(instance, row);
}

/** Rows that differ from `row` by the client alone, or by it and a landfill right before or behind it. */
function insertions(instance: Landfill, row: readonly number[], node: number): number[][] {
  const landfills = [instance.clientCount + 1, instance.clientCount + 2];
  const pieces = [[node], ...landfills.map((f) => [node, f]), ...landfills.map((f) => [f, node])];
  return Array.from({ length: row.length + 1 }, (_, i) => pieces.map((piece) => row.toSpliced(i, 0, ...piece))).flat();
}

describe("the landfill engine", () => {
  it("prices an insertion as the cheapest longer row that keeps every rule", () => {
    let served = 0;
    for (let seed = 1; seed <= 250; seed++) {
      const instance = sample(seed, 6);
      const nodes = Int32Array.from({ length: 6 }, (_, i) => i + 1);
      shuffle(nodes, 6, new Random(seed));
      const routes = new Routes(instance);
      const insertion = new Insertion(routes);
      let row: number[] = [];
      for (const node of nodes) {
        insertion.start();
        for (let i = 0; i <= row.length && insertion.hasRoom(0, node); i++) insertion.look(0, i, node);
        const longer = insertions(instance, row, node).filter((one) => fits(instance, one));
        const least = Math.min(...longer.map((one) => costOf(instance, one)));
        expect(insertion.extra).toBe(least - (row.length === 0 ? 0 : costOf(instance, row)));
        if (insertion.route < 0) continue;
        insertion.apply(node);
        served++;
        row = [...routes.sequence.slice(0, routes.length[0]!)];
        expect(fits(instance, row)).toBe(true);
        expect(routes.cost[0]).toBe(costOf(instance, row));
      }
    }
    expect(served).toBeGreaterThan(500);
  });

  it("finds the best day of four clients, and its rows keep every rule", () => {
    for (let seed = 1; seed <= 10; seed++) {
      const instance = sample(seed, 4);
      const { plan } = searchLandfill(instance, 1, new Budget({ seed: 1, iterations: 1500 }));
      for (const row of plan.rows) expect(fits(instance, [...row])).toBe(true);
      const best = bestDay(instance);
      const found = plan.rows.reduce((sum, row) => sum + costOf(instance, [...row]) + instance.fixedCost, 0);
      if (best === Number.POSITIVE_INFINITY) expect(plan.absent.length).toBeGreaterThan(0);
      else expect([found, plan.absent.length]).toEqual([best, 0]);
    }
  });
});

/** Every way to share the clients between up to three vehicles, to order them, and to tip between them. */
function bestDay(instance: Landfill): number {
  const routeOf = new Map<string, number>();
  const route = (clients: readonly number[]): number => {
    const key = clients.join();
    if (!routeOf.has(key))
      routeOf.set(key, clients.length === 0 ? 0 : bestRow(instance, [], clients) + instance.fixedCost);
    return routeOf.get(key)!;
  };
  let least = Number.POSITIVE_INFINITY;
  for (let code = 0; code < 3 ** instance.clientCount; code++) {
    const vehicleOf = (node: number): number => Math.floor(code / 3 ** (node - 1)) % 3;
    const nodes = Array.from({ length: instance.clientCount }, (_, i) => i + 1);
    const sum = [0, 1, 2].reduce((total, v) => total + route(nodes.filter((node) => vehicleOf(node) === v)), 0);
    least = Math.min(least, sum);
  }
  return least;
}

function bestRow(instance: Landfill, row: readonly number[], left: readonly number[]): number {
  if (left.length === 0 && row.length > 0 && isFacility(instance, row.at(-1)!)) {
    return fits(instance, row) ? costOf(instance, row) : Number.POSITIVE_INFINITY;
  }
  const tips = row.length > 0 && !isFacility(instance, row.at(-1)!);
  const landfills = tips ? [instance.clientCount + 1, instance.clientCount + 2] : [];
  return Math.min(
    ...landfills.map((landfill) => bestRow(instance, [...row, landfill], left)),
    ...left.map((node) =>
      bestRow(
        instance,
        [...row, node],
        left.filter((other) => other !== node),
      ),
    ),
  );
}
