/** What may be said of a difference: below the noise of the solvers it is no saving. */
import { savingKind } from "../../../planning/report/saving.ts";
import type { Compared } from "./figures.ts";

export interface Saving {
  readonly kind: "gain" | "none" | "loss";
  /** alone − joint */
  readonly amount: number;
}

export function savingOf({ alone, joint }: Compared): Saving {
  return { kind: savingKind(alone - joint, alone), amount: alone - joint };
}
