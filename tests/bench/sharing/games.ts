/** Seeded games for the benchmarks: the same on any machine. */
import { Random } from "../../../optimizer/random.ts";
import { popcount, type CostGame, type LpGame } from "../../../optimizer/sharing/index.ts";

/** Cost grows with a power of the size and is noisy, more so than a heuristic; whole cents. */
export function noisyGame(players: number, seed: number): CostGame {
  const random = new Random(seed);
  const values = Float64Array.from({ length: 2 ** players }, (_, s) =>
    s === 0 ? 0 : Math.round(10_000_000 * Math.sqrt(popcount(s)) * (1 + random.fraction())),
  );
  return { players, values };
}

/** What haulage looks like: members of different weight, economies of scale, a tenth of noise; whole cents. */
export function haulageGame(players: number, seed: number): CostGame {
  const random = new Random(seed);
  const weights = Array.from({ length: players }, () => 1 + 3 * random.fraction());
  return fill(players, weights, (weight) => Math.round(1e6 * weight ** 0.7 * (1 + 0.1 * random.fraction())));
}

/** Full of ties and levels: an estate divided among claims, as a cost game. */
export function bankruptcyGame(players: number, seed: number): CostGame {
  const random = new Random(seed);
  const claims = Array.from({ length: players }, () => random.below(1000));
  const total = claims.reduce((a, b) => a + b, 0);
  return fill(players, claims, (inside) => 0 - Math.max(0, Math.round(0.4 * total) - (total - inside)));
}

function fill(players: number, weights: readonly number[], cost: (weight: number) => number): CostGame {
  const sums = new Float64Array(2 ** players);
  const values = new Float64Array(2 ** players);
  for (let s = 1; s < sums.length; s++) {
    sums[s] = sums[s & (s - 1)]! + weights[31 - Math.clz32(s & -s)]!;
    values[s] = cost(sums[s]!);
  }
  return { players, values };
}

/**
 * Members haul their tonnes to plants; half the plants are the county's, used by everybody in proportion to tonnes, the
 * others belong to a member. A linear programming game, so Owen's prices give a core point.
 */
export function flowGame(players: number, plants: number, seed: number): LpGame {
  const random = new Random(seed);
  const place = () => [100 * random.fraction(), 100 * random.fraction()] as const;
  const homes = Array.from({ length: players }, place);
  const sites = Array.from({ length: plants }, place);
  const tonnes = homes.map(() => 50 + random.below(400));
  const total = tonnes.reduce((a, b) => a + b, 0);
  const capacity = sites.map(() => Math.round((total / plants) * (0.5 + random.fraction())));
  const owner = sites.map(() => random.below(players));
  const gate = sites.map(() => 20 + random.below(30));
  const costs: number[] = [];
  const outflow = homes.map(() => [] as [number, number][]);
  const inflow = sites.map(() => [] as [number, number][]);
  homes.forEach(([x, y], i) => {
    sites.forEach(([u, v], f) => {
      outflow[i]!.push([costs.length, 1]);
      inflow[f]!.push([costs.length, -1]);
      costs.push(gate[f]! + 0.6 * Math.hypot(x - u, y - v));
    });
    outflow[i]!.push([costs.length, 1]);
    costs.push(140);
  });
  const room = (f: number, i: number) =>
    f % 2 === 0 ? (-capacity[f]! * tonnes[i]!) / total : i === owner[f] ? -capacity[f]! : 0;
  return {
    players,
    costs,
    rows: [
      ...outflow.map((entries, i) => ({ entries, need: tonnes.map((t, k) => (k === i ? t : 0)) })),
      ...inflow.map((entries, f) => ({ entries, need: tonnes.map((_, i) => room(f, i)) })),
    ],
  };
}
