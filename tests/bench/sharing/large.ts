/** Games without a table: known nucleoli by search, and the least core of a 52-player flow game enclosed by proofs. */
import { type LpSolver } from "../../../optimizer/lp/index.ts";
import {
  largeLeastCore,
  lexicographicShares,
  lpGameProver,
  openCoalitionStore,
  openLpGame,
  oracleSeparator,
  owenShares,
} from "../../../optimizer/sharing/index.ts";
import { generatedGame } from "../../unit/optimizer/sharing/generated.ts";
import { flowGame } from "./games.ts";
import { measure, type Row } from "./row.ts";

/** Coalitions priced before the search for rows ends; about 40 CPU seconds. */
const MOST_EXAMINED = 40_000;

export function enclosed(solver: LpSolver, seed: number): Row[] {
  return [...knownNucleoli(solver), ...flowRows(solver, seed)];
}

function knownNucleoli(solver: LpSolver): Row[] {
  return ["airport_52", "bankruptcy_52", "horse_market_8x10"].map((id) => {
    const { game, nucleolus } = generatedGame(id);
    return measure(`nucleolus by search, ${id} (error)`, game.players, null, 1, () => {
      const separator = oracleSeparator(openCoalitionStore(game), { effort: { starts: 12, evaluations: 5000 } });
      const options = { measure: "excess", upper: separator.standAlone } as const;
      const { shares } = lexicographicShares(separator, solver, options);
      return Math.max(...shares.map((share, i) => Math.abs(share - nucleolus[i]!))) / separator.scale;
    });
  });
}

/** The check of the second line is the gap between both proven bounds on ε in per cent of the joint cost. */
function flowRows(solver: LpSolver, seed: number): Row[] {
  const game = flowGame(52, 8, seed);
  const owen = measure("Owen prices with ranges, flow game", 52, null, 1, () => {
    const outcome = owenShares(game, solver);
    return outcome.status === "priced" ? Math.round(outcome.jointCost) : NaN;
  });
  const costs = openLpGame(game, solver);
  const prover = lpGameProver(game, solver, { maxNodes: 1000 });
  let gap = Infinity;
  const time = measure("least core of the flow game, proved", 52, 60_000, 1, () => {
    const store = openCoalitionStore({ players: 52, cost: (members) => costs.cost(members)! });
    const found = largeLeastCore(store, solver, { prover, mostExamined: MOST_EXAMINED });
    gap = (100 * (found.noGroupGainsMoreThan! - found.lowerBound)) / store.cost(store.all);
    return Math.round(found.lowerBound);
  });
  costs.dispose();
  prover.dispose();
  return [
    owen,
    time,
    { ...time, what: "  gap of the bounds on ε, % of the cost", target: 1, met: gap <= 1, check: gap },
  ];
}
