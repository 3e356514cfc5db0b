/** Rows for the linear programs of a game without a table: known coalitions first, then a search, then a proof. */
import type { Cut, Separator } from "../nucleolus/separator.ts";
import type { Span } from "../nucleolus/span.ts";
import { Random } from "../../random.ts";
import { everybody, single, type CoalitionStore } from "./coalitionStore.ts";
import { searchExcess, type SearchEffort } from "./search.ts";

/** Finds, or proves that there is none, a coalition with `x(S) − c(S)` above a limit. */
export interface ExcessProver {
  /**
   * @param stopAbove a coalition above this excess is enough
   * @returns the best coalition found, and an excess that no proper coalition exceeds
   */
  worst(
    shares: ArrayLike<number>,
    stopAbove: number,
  ): { readonly members: readonly number[] | null; readonly bound: number };
}

export interface OracleOptions {
  readonly effort?: SearchEffort;
  readonly prover?: ExcessProver;
  readonly seed?: number;
  /** No more rows are looked for once this many coalitions are priced. Default: none. */
  readonly mostExamined?: number;
  /** Asked between solves; once it says true, no more rows are looked for. A caller may look at a clock here. */
  readonly shouldStop?: () => boolean;
}

/** How far the running mean of the corners moves at each search. */
const TOWARDS_CORNER = 0.3;

const DEFAULT_EFFORT: SearchEffort = { starts: 6, evaluations: 4000 };

export function oracleSeparator(store: CoalitionStore, options: OracleOptions = {}): Separator {
  const { effort = DEFAULT_EFFORT, prover, seed = 1, mostExamined = Infinity, shouldStop = () => false } = options;
  const n = store.players;
  const random = new Random(seed);
  const [allLow, allHigh] = everybody(n);
  const alone = Array.from({ length: n }, (_, i) => single(i));
  const standAlone = alone.map(([low, high]) => store.cost(store.indexOf(low, high)));
  const cut = (index: number): Cut => ({ id: store.id(index), members: store.members(index), cost: store.cost(index) });
  const jointCost = store.cost(store.all);
  const sumAlone = standAlone.reduce((a, b) => a + b, 0);
  const center = Float64Array.from(standAlone, (cost) =>
    sumAlone === 0 ? jointCost / n : (jointCost * cost) / sumAlone,
  );
  return {
    players: n,
    jointCost,
    standAlone,
    scale: Math.max(Math.abs(jointCost), ...standAlone.map(Math.abs)) || 1,
    initial() {
      const others = alone.map(([low, high]) => store.indexOf(allLow ^ low, allHigh ^ high));
      const singles = alone.map(([low, high]) => store.indexOf(low, high));
      return [...new Set([...singles, ...others])].filter((k) => k !== store.all).map(cut);
    },
    above(shares, limit, most, settled) {
      const known = violated(shares, limit, most, settled);
      if (known.length > 0 || store.count() >= mostExamined || shouldStop()) return known;
      // Corners of a loose program jump about: what is violated between them and the running mean cuts deeper.
      center.forEach((mean, i) => (center[i] = mean + TOWARDS_CORNER * (shares[i]! - mean)));
      for (const point of [center, shares]) {
        searchExcess(store, point, limit, effort, random);
        const cuts = violated(shares, limit, most, settled);
        if (cuts.length > 0) return cuts;
      }
      if (prover === undefined) return [];
      const { members } = prover.worst(shares, limit);
      if (members === null) return [];
      priceMembers(store, members);
      return violated(shares, limit, most, settled);
    },
  };

  function violated(shares: ArrayLike<number>, limit: number, most: number, settled: Span | null): Cut[] {
    const excesses = store.excesses(shares);
    const above: number[] = [];
    excesses.forEach((excess, k) => {
      if (excess > limit && k !== store.all && store.id(k) !== 0) above.push(k);
    });
    above.sort((a, b) => excesses[b]! - excesses[a]! || store.id(a) - store.id(b));
    const cuts: Cut[] = [];
    for (const k of above) {
      if (cuts.length === most) break;
      if (settled === null || !settled.has(store.members(k))) cuts.push(cut(k));
    }
    return cuts;
  }
}

export function priceMembers(store: CoalitionStore, members: readonly number[]): number {
  let [low, high] = [0, 0];
  for (const i of members) {
    const [l, h] = single(i);
    low |= l;
    high |= h;
  }
  return store.indexOf(low, high);
}
