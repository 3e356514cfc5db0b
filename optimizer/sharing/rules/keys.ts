/** The rules by key, in the order in which they are shown; the keys of the test collection and of `share --json`. */
export const RULE_KEYS = [
  "tonnes",
  "inhabitants",
  "twoPart",
  "equal",
  "standAlone",
  "separable",
  "scrb",
  "egnsc",
  "tau",
  "shapley",
  "nucleolus",
  "prenucleolus",
  "perCapitaNucleolus",
  "perCapitaPrenucleolus",
  "leastCorePoint",
  "leastCorePerCapitaPoint",
  "equalProfit",
  "leximinAbs",
  "leximinRelStandalone",
  "owen",
  "nearestStable",
] as const;

export type RuleKey = (typeof RULE_KEYS)[number];
