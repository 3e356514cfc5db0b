/** Every rule by key, as a function of one context. A new rule is one entry here and one key in keys.ts. */
import { equalProfit } from "../core/equalProfit.ts";
import { leximinShares } from "../core/leximin.ts";
import { nearestShares } from "../core/nearest.ts";
import { owenShares } from "../core/owen.ts";
import type { TableGame } from "../game/table.ts";
import type { Measure } from "../nucleolus/certificate.ts";
import { shapleyValue } from "../shapley.ts";
import type { RuleContext, Settled, StableSet } from "./context.ts";
import {
  egnsc,
  equal,
  proportional,
  scrb,
  separableCosts,
  standAloneCosts,
  standAloneProportional,
  tau,
  twoPartShares,
} from "./formula.ts";
import type { RuleKey } from "./keys.ts";
import type { RuleOptions, TargetKey } from "./options.ts";
import { allocated, undefinedBecause, type DataNeeded, type RuleOutcome } from "./outcome.ts";

/** Rules that need no engine. Shares in cost form. */
export function formulaRule(key: RuleKey, game: TableGame, options: RuleOptions): RuleOutcome | null {
  switch (key) {
    case "tonnes":
      return weighted(game, options.tonnes, "tonnes");
    case "inhabitants":
      return weighted(game, options.inhabitants, "inhabitants");
    case "twoPart":
      return twoPart(game, options);
    case "equal":
      return equal(game);
    case "standAlone":
      return standAloneProportional(game);
    case "separable":
      return allocated(separableCosts(game));
    case "scrb":
      return scrb(game);
    case "egnsc":
      return egnsc(game);
    case "tau":
      return tau(game);
    case "shapley":
      return allocated(shapleyValue(game));
    default:
      return null;
  }
}

function weighted(game: TableGame, weights: readonly number[] | undefined, need: DataNeeded): RuleOutcome {
  return weights === undefined ? { status: "needsData", needs: [need] } : proportional(game, weights);
}

function twoPart(game: TableGame, { room, tonnes, capacityShare = 0.5 }: RuleOptions): RuleOutcome {
  if (room !== undefined && tonnes !== undefined) return twoPartShares(game, room, tonnes, capacityShare);
  const needs: DataNeeded[] = [];
  if (tonnes === undefined) needs.push("tonnes");
  if (room === undefined) needs.push("room");
  return { status: "needsData", needs };
}

/** Rules that need the engine. Shares in cost form. */
export function programRule(key: RuleKey, context: RuleContext): RuleOutcome | null {
  switch (key) {
    case "nucleolus":
      return nucleolus(context, "excess");
    case "prenucleolus":
      return settled(context.prenucleolus("excess"));
    case "perCapitaNucleolus":
      return nucleolus(context, "perCapita");
    case "perCapitaPrenucleolus":
      return settled(context.prenucleolus("perCapita"));
    case "leastCorePoint":
      return allocated(context.prenucleolus("excess").leastCorePoint);
    case "leastCorePerCapitaPoint":
      return allocated(context.prenucleolus("perCapita").leastCorePoint);
    case "equalProfit":
      return stably(context, (set) => equalProfitRule(context, set));
    case "leximinAbs":
      return stably(context, (set) =>
        leximin(
          context,
          set,
          context.separator.standAlone.map(() => 1),
        ),
      );
    case "leximinRelStandalone":
      return stably(context, (set) => leximinRelative(context, set));
    case "nearestStable":
      return stably(context, (set) => nearest(context, set));
    case "owen":
      return owen(context);
    default:
      return null;
  }
}

type Stable = Extract<StableSet, { status: "stable" }>;

function nucleolus(context: RuleContext, measure: Measure): RuleOutcome {
  const result = context.nucleolus(measure);
  return result === null ? undefinedBecause("noImputation") : settled(result);
}

function settled({ shares, certificate }: Settled): RuleOutcome {
  if (certificate === null) return allocated(shares);
  return { status: "allocated", allocation: shares, exact: certificate.shares, certificate };
}

function stably(context: RuleContext, choose: (set: Stable) => RuleOutcome): RuleOutcome {
  const set = context.stableSet();
  return set.status === "stable" ? choose(set) : undefinedBecause("boundsContradict");
}

function equalProfitRule({ game, separator, solver }: RuleContext, { epsilon, bounds, within }: Stable): RuleOutcome {
  if (!standAloneCosts(game).every((cost) => cost > 0)) return undefinedBecause("standAloneNotPositive");
  const { shares, f } = equalProfit(separator, solver, epsilon, bounds);
  return { status: "allocated", allocation: shares, measure: f, within };
}

function leximin({ separator, solver }: RuleContext, set: Stable, weights: readonly number[]): RuleOutcome {
  const shares = leximinShares(separator, solver, set.epsilon, set.bounds, weights);
  return { status: "allocated", allocation: shares, within: set.within };
}

function leximinRelative(context: RuleContext, set: Stable): RuleOutcome {
  const alone = standAloneCosts(context.game);
  return alone.every((cost) => cost > 0) ? leximin(context, set, alone) : undefinedBecause("standAloneNotPositive");
}

function nearest({ game, options, separator, solver }: RuleContext, set: Stable): RuleOutcome {
  const target = targetShares(game, options);
  if (!Array.isArray(target)) return target as RuleOutcome;
  const { shares, moved } = nearestShares(separator, solver, set.epsilon, set.bounds, target as number[]);
  return { status: "allocated", allocation: shares, measure: moved, within: set.within };
}

/** The shares of the key in cost form, or the outcome that says why there are none. */
function targetShares(game: TableGame, options: RuleOptions): readonly number[] | RuleOutcome {
  const target: TargetKey | readonly number[] =
    options.target ?? (options.tonnes === undefined ? "standAlone" : "tonnes");
  if (typeof target !== "string") return game.kind === "cost" ? target : target.map((share) => -share);
  const outcome = formulaRule(target, game, options)!;
  return outcome.status === "allocated" ? outcome.allocation : outcome;
}

function owen({ game, options, solver }: RuleContext): RuleOutcome {
  if (options.lpGame === undefined) return { status: "needsData", needs: ["lpGame"] };
  if (options.lpGame.players !== game.players) throw new RangeError("the LP game has other players than the table");
  const outcome = owenShares(options.lpGame, solver);
  if (outcome.status !== "priced") return undefinedBecause("programmeUnsolvable");
  return { status: "allocated", allocation: outcome.shares, ranges: outcome.ranges };
}
