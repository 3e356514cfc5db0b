/** German words of the documents of a settlement. */
import type { SettledLine } from "../../domain/settlement/settlement.ts";
import { COST_LINE_NAMES } from "../report/words.ts";

export const SETTLED_LINE_NAMES: Readonly<Record<SettledLine, string>> = {
  ...COST_LINE_NAMES,
  refusedLoads: "Zurückgewiesene Ladungen",
};
