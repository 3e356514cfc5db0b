/**
 * Learns fill models from reports: expected transitions by the forward-backward recursion (Baum and others 1970,
 * doi:10.1214/aoms/1177697196; scaled as in Rabiner 1989, doi:10.1109/5.18626), old days forgotten at a steady pace, each
 * container drawn to what all have in common (a Dirichlet prior; partial pooling as in Efron and Morris 1975).
 */
import { evenBelief, normalise, update, type Belief } from "./belief.ts";
import { predict, type FillModel } from "./fillModel.ts";

/** Likelihood by level of each day's report, oldest first; null where there is none. */
export type History = readonly (Float64Array | null)[];

export interface LearnOptions {
  /** What a day weighs against the next one. */
  readonly keptPerDay: number;
  /** Transitions out of each state that the pooled model weighs as, against a container's own. */
  readonly pooledWeight: number;
  /** The same for the initial model against the pooled one. */
  readonly initialWeight: number;
}

export const LEARNING: LearnOptions = { keptPerDay: 0.995, pooledWeight: 2, initialWeight: 20 };

export interface Learned {
  readonly pooled: FillModel;
  /** In the order of the histories. */
  readonly own: readonly FillModel[];
}

/** One step of expectation and maximisation; repeat a few times. */
export function learnStep(
  before: Learned,
  initial: FillModel,
  histories: readonly History[],
  { keptPerDay, pooledWeight, initialWeight }: LearnOptions = LEARNING,
): Learned {
  const sum = new Float64Array(initial.transition.length);
  const own = histories.map((history, i) => {
    const counts = expectedTransitions(before.own[i]!, history, keptPerDay);
    for (let k = 0; k < sum.length; k++) sum[k]! += counts[k]!;
    return drawnTo(before.pooled, pooledWeight, counts);
  });
  return { pooled: drawnTo(initial, initialWeight, sum), own };
}

/** @returns how often each transition is thought to have happened, laid out as `transition` */
export function expectedTransitions(model: FillModel, history: History, keptPerDay: number): Float64Array {
  const size = model.cells * model.regimes;
  const counts = new Float64Array(size * size);
  const { beliefs, evidences } = forward(model, history);
  let after = new Float64Array(size).fill(1);
  let weight = 1;
  const seen = new Float64Array(size);
  for (let day = history.length - 1; day > 0; day--, weight *= keptPerDay) {
    const likelihood = history[day];
    for (let to = 0; to < size; to++)
      seen[to] =
        (after[to]! *
          (likelihood === null || likelihood === undefined ? 1 : likelihood[Math.floor(to / model.regimes)]!)) /
        evidences[day]!;
    const earlier = new Float64Array(size);
    const belief = beliefs[day - 1]!;
    for (let from = 0; from < size; from++) {
      const [row, weighted] = [from * size, weight * belief[from]!];
      let sum = 0;
      for (let to = 0; to < size; to++) {
        const joint = model.transition[row + to]! * seen[to]!;
        sum += joint;
        counts[row + to]! += weighted * joint;
      }
      earlier[from] = sum;
    }
    after = earlier;
  }
  return counts;
}

function forward(model: FillModel, history: History): { beliefs: Belief[]; evidences: Float64Array } {
  const evidences = new Float64Array(history.length).fill(1);
  const beliefs: Belief[] = [];
  let belief = evenBelief(model);
  history.forEach((likelihood, day) => {
    if (day > 0) belief = predict(model, belief);
    if (likelihood !== null) {
      const known = update(model, belief, likelihood);
      belief = known.belief;
      evidences[day] = known.evidence;
    }
    beliefs.push(belief);
  });
  return { beliefs, evidences };
}

function drawnTo(centre: FillModel, weight: number, counts: Float64Array): FillModel {
  const transition = counts.map((count, k) => count + weight * centre.transition[k]!);
  const size = centre.cells * centre.regimes;
  for (let from = 0; from < size; from++) normalise(transition.subarray(from * size, (from + 1) * size));
  return { ...centre, transition };
}
