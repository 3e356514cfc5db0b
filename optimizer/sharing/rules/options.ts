/** What the rules may need besides the game. Everything is optional: a rule that lacks its data says so. */
import type { LpSolver } from "../../lp/index.ts";
import type { SideConstraints } from "../core/constraints.ts";
import type { LpGame } from "../core/owen.ts";
import type { RuleKey } from "./keys.ts";

export interface RuleOptions {
  /** Which rules; default: all. */
  readonly rules?: readonly RuleKey[];
  /** Whether the ε of both least cores, EPM's f and the verdict on the core are wanted too. Default true. */
  readonly scalars?: boolean;
  /** Engine for everything that chooses inside the core. */
  readonly solver?: LpSolver;
  /** Weights, one per player: mass delivered, inhabitants, storage room. Only proportions matter. */
  readonly tonnes?: readonly number[];
  readonly inhabitants?: readonly number[];
  readonly room?: readonly number[];
  /** Two-part key: the part of the cost divided by room. Default 0.5. */
  readonly capacityShare?: number;
  /** The programme behind the game, for Owen's prices. */
  readonly lpGame?: LpGame;
  /** What `nearestStable` stays near: a rule by formula, or shares. Default: `tonnes` where given, else `standAlone`. */
  readonly target?: TargetKey | readonly number[];
  /** For the rules that choose inside the core: `equalProfit`, `leximinAbs`, `leximinRelStandalone`, `nearestStable`. */
  readonly constraints?: SideConstraints;
  /** By coalition, how far its cost may lie from the truth; blocking groups are then held against it. */
  readonly gaps?: ArrayLike<number>;
  /** Exact shares and proofs for the nucleolus family, the least cores and the core. Default: up to 16 players. */
  readonly certificate?: boolean;
}

export type TargetKey = "tonnes" | "inhabitants" | "twoPart" | "equal" | "standAlone" | "scrb" | "egnsc" | "shapley";
