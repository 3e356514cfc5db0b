/** How a budget is divided: one long cooling, or several fresh starts and then new tries on tours drawn from their plans. */
import { temperatureAt } from "../annealing.ts";

export interface PhaseSettings {
  /** Iterations for each client from which several phases are better than one cooling; docs/decisions/0010. */
  readonly manyIterations: number;
  /** Fresh starts, the share of the budget they get together, and tries on recombined tours for the rest. */
  readonly starts: number;
  readonly startShare: number;
  readonly tries: number;
  /** Temperatures at the beginning of a start, of a try, and at the end of each, as shares of the mean arc between clients. */
  readonly hot: number;
  readonly warm: number;
  readonly cold: number;
}

export interface Phase {
  readonly number: number;
  /** It begins with tours drawn from the plans so far. */
  readonly recombined: boolean;
  readonly temperature: number;
}

/** @param share of the budget used, 0 to 1 @param perClient iterations for each client that the budget is worth */
export function phaseAt(settings: PhaseSettings, share: number, perClient: number): Phase {
  const { manyIterations, starts, startShare, tries, hot, warm, cold } = settings;
  if (perClient < manyIterations)
    return { number: 0, recombined: false, temperature: temperatureAt({ hot, cold }, share) };
  if (share < startShare) {
    const at = (share / startShare) * starts;
    return { number: Math.floor(at), recombined: false, temperature: temperatureAt({ hot, cold }, at % 1) };
  }
  const at = ((share - startShare) / (1 - startShare)) * tries;
  return {
    number: starts + Math.floor(at),
    recombined: true,
    temperature: temperatureAt({ hot: warm, cold }, at % 1),
  };
}
