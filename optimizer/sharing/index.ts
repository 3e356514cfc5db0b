/** Who pays how much of a joint cost: rules, the never-worse guarantee, stability. Numbers in, numbers out. */
export * from "./coalitions.ts";
export {
  findSuperadditivePair,
  MOST_PLAYERS_IN_A_TABLE,
  validateCostGame,
  type CostGame,
  type SuperadditivePair,
} from "./costGame.ts";
export {
  closeUnderPartition,
  closeUnderSupersets,
  partitionOf,
  type Closure,
  type SupersetClosure,
} from "./closure.ts";
export { centShares, type CentShares } from "./centShares.ts";
export { byTonnes, twoPart } from "./keys.ts";
export { marginalSums, shapleyCents, shapleyValue } from "./shapley.ts";
export { roundFractions } from "./exactRounding.ts";
export { capAtStandAlone, type CapOutcome } from "./cap.ts";
export { blockingAmong, worstBlocking, type Blocking, type BlockingAmong, type ExaminedCoalition } from "./blocking.ts";
export { divide, stabilityOf, type CostToDivide, type DivideOutcome, type Division, type Stability } from "./divide.ts";
export {
  readTable,
  subgame,
  tableGame,
  tableOfCosts,
  type GameInput,
  type GameKind,
  type TableGame,
  type TableOutcome,
} from "./game/table.ts";
export { formatFraction, parseFraction, toNumber, type Fraction } from "./exact/fraction.ts";
export { RULE_KEYS, type RuleKey } from "./rules/keys.ts";
export type { RuleOptions, TargetKey } from "./rules/options.ts";
export type { Allocated, DataNeeded, RuleOutcome, UndefinedReason } from "./rules/outcome.ts";
export { allRules, type AllRules, type CoreVerdict, type RuleScalars } from "./rules/allRules.ts";
export { blockingUnder, type BlockingCoalition, type RuleBlocking } from "./rules/blockingUnder.ts";
export { supportOfEqualProfit, supportOfNearest, type TightGroup, type WeightedGroup } from "./core/support.ts";
export { nearestAmong } from "./core/nearestAmong.ts";
export type { SideConstraints } from "./core/constraints.ts";
export {
  openLpGame,
  owenShares,
  type LpGame,
  type LpGameCosts,
  type LpGameRow,
  type OwenOutcome,
} from "./core/owen.ts";
export type {
  CertificateLevel,
  CoreCertificate,
  LeastCoreCertificate,
  Measure,
  NucleolusCertificate,
} from "./nucleolus/certificate.ts";
export { coreProof, leastCoreProof, nucleolusProof } from "./nucleolus/storedProof.ts";
export {
  MOST_PLAYERS_IN_A_STORE,
  openCoalitionStore,
  type CoalitionStore,
  type FunctionGame,
} from "./large/coalitionStore.ts";
export type { SearchEffort } from "./large/search.ts";
export { oracleSeparator, type ExcessProver, type OracleOptions } from "./large/oracleSeparator.ts";
export { lpGameProver, type LpGameProver, type ProverOptions } from "./large/lpGameProver.ts";
export { largeLeastCore, type LargeLeastCore, type LargeLeastCoreOptions } from "./large/leastCore.ts";
export { sampleShapley, type ShapleySample, type ShapleySampleOptions } from "./large/sampleShapley.ts";
export { twoLevelShares, type TwoLevelRules, type TwoLevelShares } from "./large/twoLevel.ts";
export { lexicographicShares, type SequentialResult } from "./nucleolus/sequential.ts";
export type { Cut, Separator } from "./nucleolus/separator.ts";
