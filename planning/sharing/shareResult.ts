/** What `gruenverbund share --json` prints: every rule's shares, the scalars, the core, who would leave. */
import type { CoreProof, LeastCoreProof, NucleolusProof } from "../../domain/sharing/certificate.ts";
import {
  coreProof,
  formatFraction,
  leastCoreProof,
  members,
  nucleolusProof,
  RULE_KEYS,
  type AllRules,
  type DataNeeded,
  type RuleKey,
  type RuleOutcome,
  type RuleScalars,
  type TableGame,
} from "../../optimizer/sharing/index.ts";

export interface SharedRule {
  /** One per player, in the sign of the game; `null` where the rule has no answer. */
  readonly allocation: readonly number[] | null;
  /** The same as fractions, where they were settled exactly. */
  readonly exact?: readonly string[];
  /** Why there is no answer: undefined for this game, or data that the file does not have. */
  readonly reason?: string;
  readonly needs?: readonly string[];
  readonly within?: "core" | "leastCore";
  readonly measure?: number;
  readonly certificate?: NucleolusProof | LeastCoreProof;
}

export interface SharedBlocking {
  readonly count: number;
  readonly worst: readonly {
    readonly coalition: number;
    readonly members: readonly string[];
    readonly excess: number;
  }[];
}

export interface ShareResult {
  readonly players: readonly string[];
  readonly rules: Readonly<Partial<Record<RuleKey, SharedRule>>>;
  readonly scalars: {
    readonly leastCoreEpsilon: number | null;
    readonly leastCorePerCapitaEpsilon: number | null;
    readonly epmF: number | null;
  };
  readonly core: { readonly empty: boolean | null; readonly certificate?: CoreProof };
  readonly blocking: Readonly<Partial<Record<RuleKey, SharedBlocking>>>;
}

/** What a rule lacks, in the words of the file. */
const FIELD_OF: Readonly<Record<DataNeeded, string>> = {
  tonnes: "tonnes",
  inhabitants: "inhabitants",
  room: "capacity",
  target: "nearestTo",
  lpGame: "linear programme",
  solver: "solver",
};

/** @param certificates whether proofs are part of the result */
export function shareResult(game: TableGame, found: AllRules, certificates: boolean): ShareResult {
  const keys = RULE_KEYS.filter((key) => found.rules[key] !== undefined);
  const { leastCoreEpsilon, leastCorePerCapitaEpsilon, epmF } = found.scalars;
  const core = found.core;
  return {
    players: game.names,
    rules: Object.fromEntries(keys.map((key) => [key, shared(key, found.rules[key]!, found.scalars, certificates)])),
    scalars: { leastCoreEpsilon, leastCorePerCapitaEpsilon, epmF },
    core: {
      empty: core?.empty ?? null,
      ...(certificates && core?.certificate ? { certificate: coreProof(core.certificate) } : {}),
    },
    blocking: Object.fromEntries(
      keys.flatMap((key) => {
        const blocking = found.blocking[key];
        if (blocking === undefined) return [];
        const worst = blocking.worst.map(({ coalition, excess }) => ({
          coalition,
          members: members(coalition).map((i) => game.names[i]!),
          excess,
        }));
        return [[key, { count: blocking.count, worst }]];
      }),
    ),
  };
}

function shared(key: RuleKey, outcome: RuleOutcome, scalars: RuleScalars, certificates: boolean): SharedRule {
  if (outcome.status === "undefined") return { allocation: null, reason: outcome.reason };
  if (outcome.status === "needsData") return { allocation: null, needs: outcome.needs.map((need) => FIELD_OF[need]) };
  const { allocation, exact, within, measure } = outcome;
  const certificate = certificates ? certificateOf(key, outcome, scalars) : undefined;
  return {
    allocation,
    ...(exact === undefined ? {} : { exact: exact.map(formatFraction) }),
    ...(within === undefined ? {} : { within }),
    ...(measure === undefined ? {} : { measure }),
    ...(certificate === undefined ? {} : { certificate }),
  };
}

function certificateOf(
  key: RuleKey,
  outcome: Extract<RuleOutcome, { status: "allocated" }>,
  { leastCore, leastCorePerCapita }: RuleScalars,
): NucleolusProof | LeastCoreProof | undefined {
  if (outcome.certificate !== undefined) return nucleolusProof(outcome.certificate);
  if (key === "leastCorePoint" && leastCore !== null) return leastCoreProof(leastCore);
  if (key === "leastCorePerCapitaPoint" && leastCorePerCapita !== null) return leastCoreProof(leastCorePerCapita);
  return undefined;
}
