// Who may import whom: the table behind the paragraph of the same name in CONTRIBUTING.md.

export interface Layer {
  /** Layers this one may import besides itself; "*" is every layer. */
  readonly layers: readonly string[] | "*";
  /** Packages and node: modules this one may import; "*" is every package. */
  readonly packages: readonly string[] | "*";
}

const SOLVERS = ["highs", "javascript-lp-solver", "node:worker_threads"];
const OPTIMIZER = [
  "optimizer",
  "optimizer/lp",
  "optimizer/flow",
  "optimizer/routing",
  "optimizer/sharing",
  "optimizer/forecast",
  "optimizer/checker",
];
const CORE = ["domain", ...OPTIMIZER, "planning"];

/** A file belongs to the layer with the longest matching folder. Files in the root folder belong to the layer ".". */
export const IMPORT_TABLE: Readonly<Record<string, Layer>> = {
  domain: { layers: [], packages: ["zod"] },

  // What the folders of the optimizer share (the seeded generator, typed-array helpers) lies beside them.
  optimizer: { layers: ["domain"], packages: [] },
  "optimizer/lp": { layers: ["domain", "optimizer"], packages: SOLVERS },
  "optimizer/flow": { layers: ["domain", "optimizer", "optimizer/lp"], packages: [] },
  "optimizer/routing": { layers: ["domain", "optimizer"], packages: SOLVERS },
  "optimizer/sharing": { layers: ["domain", "optimizer", "optimizer/lp"], packages: [] },
  "optimizer/forecast": { layers: ["domain", "optimizer"], packages: [] },
  // Shares no code with what it checks, not even helpers.
  "optimizer/checker": { layers: ["domain"], packages: [] },

  planning: { layers: ["domain", ...OPTIMIZER], packages: [] },

  // What the API takes and answers; read by handlers, gateways and tests.
  "functions/contract": { layers: ["domain", "planning"], packages: ["zod"] },
  "functions/ports": { layers: ["domain"], packages: "*" },
  "functions/adapters": { layers: ["domain", "functions/ports"], packages: "*" },
  "functions/usecases": { layers: [...CORE, "functions/contract", "functions/ports"], packages: "*" },
  "functions/handlers": {
    layers: [...CORE, "functions/contract", "functions/ports", "functions/usecases", "web"],
    packages: "*",
  },

  web: { layers: ["domain", "functions/usecases"], packages: "*" },

  // The only two places that choose adapters.
  local: { layers: [...CORE, ...functionsLayers(), "web"], packages: "*" },
  infra: { layers: [...CORE, ...functionsLayers(), "web"], packages: "*" },

  cli: { layers: [...CORE, "functions/ports", "functions/usecases", "local"], packages: "*" },
  // Seeded scripts that make the example regions.
  examples: { layers: ["domain", "optimizer"], packages: "*" },
  scripts: { layers: [], packages: "*" },
  tests: { layers: "*", packages: "*" },
  ".": { layers: [], packages: "*" },
};

function functionsLayers(): string[] {
  return ["functions/contract", "functions/ports", "functions/adapters", "functions/usecases", "functions/handlers"];
}
