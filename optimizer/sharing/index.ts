/** Who pays how much of a joint cost: rules, the never-worse guarantee, stability. Numbers in, numbers out. */
export * from "./coalitions.ts";
export {
  findSuperadditivePair,
  MOST_PLAYERS_IN_A_TABLE,
  validateCostGame,
  type CostGame,
  type SuperadditivePair,
} from "./costGame.ts";
export { closeUnderPartition, partitionOf, type Closure } from "./closure.ts";
export { byTonnes, twoPart } from "./keys.ts";
export { marginalSums, shapleyCents, shapleyValue } from "./shapley.ts";
export { roundFractions } from "./exactRounding.ts";
export { capAtStandAlone, type CapOutcome } from "./cap.ts";
export { blockingAmong, worstBlocking, type Blocking, type BlockingAmong, type ExaminedCoalition } from "./blocking.ts";
export { divide, stabilityOf, type CostToDivide, type DivideOutcome, type Division, type Stability } from "./divide.ts";
