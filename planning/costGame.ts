/** The cost of every group of municipalities: the same flow model, narrowed to the group. */
import type { CostGame } from "../domain/plan/plan.ts";
import type { Region } from "../domain/region/tables.ts";
import {
  coalitionOf,
  type BlockCosts,
  grandCoalition,
  hasMember,
  type FlowProblem,
  type FlowResult,
  type FlowSolver,
  type Pattern,
  unitePatterns,
} from "../optimizer/flow/index.ts";
import { closeUnderPartition, partitionOf } from "../optimizer/sharing/index.ts";

/** Up to here every group is priced: 8,191 of them. */
export const MOST_ENUMERATED = 13;

/** Prices all groups, block by block. Where the work is done in parallel is the caller's affair. */
export type GroupCosts = (
  problem: FlowProblem,
  allowed: Pattern,
  onProgress: (done: number) => void,
) => Promise<readonly BlockCosts[]>;

export interface EnumeratedGame {
  readonly values: Float64Array;
  readonly joint: FlowResult;
}

/** Planning the whole anew with what its parts do ends after this many rounds. */
const MOST_ROUNDS = 3;

/**
 * Prices every group and closes under partition. A cheaper partition of all shows that the joint plan can be improved:
 * it is planned anew with what the parts do.
 */
export async function enumerateGame(
  solver: FlowSolver,
  firstJoint: FlowResult,
  standAlone: readonly FlowResult[],
  costs: GroupCosts,
  onProgress: (done: number) => void,
): Promise<EnumeratedGame> {
  const { problem } = solver;
  const all = grandCoalition(problem);
  const allowed = unitePatterns([firstJoint.pattern, ...standAlone.map((plan) => plan.pattern)]);
  const priced = new Float64Array(all + 1);
  for (const { coalitions, cents } of await costs(problem, allowed, onProgress)) {
    coalitions.forEach((coalition, i) => (priced[coalition] = cents[i]!));
  }
  for (const plan of standAlone) priced[plan.decisions.coalition] = plan.costCents;
  let joint = firstJoint;
  for (let round = 0; ; round++) {
    const values = priced.slice();
    values[all] = joint.costCents;
    const { splits } = closeUnderPartition(values, problem.members);
    if (values[all]! >= joint.costCents || round === MOST_ROUNDS) return { values, joint };
    const parts = partitionOf(all, splits).map((coalition) => ({
      coalition,
      pattern: usedBy(solver, coalition, allowed, standAlone),
    }));
    const better = solver.realise(all, sideBySide(problem, parts));
    if (better.costCents >= joint.costCents) return { values, joint };
    joint = { ...better, lowerBoundCents: Math.min(joint.lowerBoundCents, better.costCents) };
  }
}

/** What a part really does: its own plan, or that part of what is allowed which pays. */
function usedBy(solver: FlowSolver, coalition: number, allowed: Pattern, standAlone: readonly FlowResult[]): Pattern {
  const alone = standAlone.find((plan) => plan.decisions.coalition === coalition);
  return alone?.pattern ?? solver.price(coalition, allowed).used;
}

/** What several groups do, each with its own material, as one pattern. */
export function sideBySide(
  problem: FlowProblem,
  parts: readonly { readonly coalition: number; readonly pattern: Pattern }[],
): Pattern {
  const first = parts[0]!.pattern;
  const works = (w: number, k: number, p: number) =>
    parts.some(
      ({ coalition, pattern }) => pattern.campaigns[w]![k]![p]! && hasMember(coalition, problem.parts[p]!.member),
    );
  return {
    campaigns: first.campaigns.map((week, w) => week.map((shredder, k) => shredder.map((_, p) => works(w, k, p)))),
    opened: first.opened.map((_, f) => parts.some(({ pattern }) => pattern.opened[f]!)),
  };
}

/** Groups looked at when there are too many to price them all: all but one, and the members of each district. */
export function examinedGroups(region: Region, problem: FlowProblem): number[] {
  const all = region.municipalities.map((_, i) => i);
  const allButOne = all.map((out) => coalitionOf(all.filter((m) => m !== out)));
  const districts = new Map<string, number[]>();
  region.municipalities.forEach((m, i) =>
    districts.set(m.ags.slice(0, 5), [...(districts.get(m.ags.slice(0, 5)) ?? []), i]),
  );
  const groups = districts.size > 1 ? [...districts.values()].filter((group) => group.length > 1).map(coalitionOf) : [];
  return [...groups, ...allButOne].filter((group) => group !== grandCoalition(problem));
}

export function nameGame(
  region: Region,
  values: readonly number[] | Float64Array,
  examined: CostGame["examined"],
): CostGame {
  const enumerated = values.length > 0;
  return {
    kind: "cost",
    players: region.municipalities.map((m) => m.ags),
    values: Array.from(values),
    examined: [...examined],
    method: enumerated
      ? "Alle Gruppen mit dem Mengenmodell bewertet, Häckselkampagnen aus dem gemeinsamen und den einzelnen Plänen, unter Zerlegung abgeschlossen"
      : "Geprüft: jede Gemeinde allein, alle ohne eine, die Gemeinden je Kreis",
  };
}
