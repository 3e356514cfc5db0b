import { describe, expect, test } from "vitest";
import { cycles, layerOf, violations, type Import, type ImportGraph } from "./importRules.ts";
import { IMPORT_TABLE } from "./importTable.ts";

const file = (path: string): Import => ({ kind: "file", path });
const pkg = (name: string): Import => ({ kind: "package", name });
const graphOf = (imports: Record<string, Import[]>): ImportGraph => new Map(Object.entries(imports));
const judge = (from: string, one: Import) => violations(graphOf({ [from]: [one] }), IMPORT_TABLE);

describe("allowed", () => {
  test.each([
    ["domain/money.ts", pkg("zod")],
    ["domain/plan.ts", file("domain/money.ts")],
    ["optimizer/lp/engine.ts", pkg("highs")],
    ["optimizer/flow/model.ts", file("optimizer/lp/builder.ts")],
    ["optimizer/sharing/nucleolus.ts", file("optimizer/lp/builder.ts")],
    ["optimizer/routing/pool.ts", pkg("node:worker_threads")],
    ["planning/week.ts", file("optimizer/checker/plan.ts")],
    ["functions/adapters/dynamodb/store.ts", file("functions/ports/store.ts")],
    ["functions/handlers/report.ts", file("functions/usecases/report.ts")],
    ["web/week.ts", file("functions/usecases/week.ts")],
    ["local/start.ts", file("functions/adapters/sqlite/store.ts")],
    ["infra/app.ts", file("functions/adapters/dynamodb/store.ts")],
    ["tests/contract/store.test.ts", file("functions/adapters/sqlite/store.ts")],
  ])("%s imports %o", (from, one) => {
    expect(judge(from, one)).toEqual([]);
  });
});

describe("forbidden", () => {
  test.each([
    ["domain/plan.ts", file("optimizer/flow/model.ts")],
    ["domain/plan.ts", pkg("csv-parse")],
    ["domain/plan.ts", pkg("node:fs")],
    ["optimizer/flow/model.ts", pkg("highs")],
    ["optimizer/flow/model.ts", file("optimizer/routing/search.ts")],
    ["optimizer/sharing/core.ts", file("optimizer/routing/search.ts")],
    ["optimizer/routing/search.ts", file("optimizer/lp/builder.ts")],
    ["optimizer/forecast/fill.ts", file("optimizer/flow/model.ts")],
    ["optimizer/routing/search.ts", pkg("node:process")],
    ["optimizer/random.ts", file("optimizer/routing/search.ts")],
    ["optimizer/checker/plan.ts", file("optimizer/random.ts")],
    ["optimizer/checker/plan.ts", file("optimizer/flow/model.ts")],
    ["optimizer/flow/model.ts", file("planning/week.ts")],
    ["planning/week.ts", file("functions/usecases/week.ts")],
    ["planning/week.ts", pkg("node:fs")],
    ["planning/week.ts", { kind: "computed" }],
    ["functions/usecases/week.ts", file("functions/handlers/week.ts")],
    ["functions/usecases/week.ts", file("functions/adapters/sqlite/store.ts")],
    ["functions/handlers/week.ts", file("functions/adapters/sqlite/store.ts")],
    ["functions/adapters/sqlite/store.ts", file("functions/usecases/week.ts")],
    ["web/week.ts", file("planning/week.ts")],
    ["cli/plan.ts", file("functions/adapters/files/blobs.ts")],
    ["local/start.ts", file("tests/unit/house/importRules.ts")],
    ["domain/plan.ts", file("vitest.config.ts")],
    ["elsewhere/file.ts", pkg("zod")],
    ["functions/loose.ts", pkg("zod")],
  ] satisfies [string, Import][])("%s must not import %o", (from, one) => {
    expect(judge(from, one)).toHaveLength(1);
  });

  test("a violation names the file, its layer and the target", () => {
    expect(judge("domain/plan.ts", file("planning/week.ts"))).toEqual([
      "domain/plan.ts (domain) must not import planning/week.ts (planning)",
    ]);
  });
});

test("a file belongs to the longest folder, and a folder's name must match whole", () => {
  expect(layerOf("optimizer/lp/engine.ts", IMPORT_TABLE)).toBe("optimizer/lp");
  expect(layerOf("optimizer/lpx/engine.ts", IMPORT_TABLE)).toBe("optimizer");
  expect(layerOf("domainx/a.ts", IMPORT_TABLE)).toBeUndefined();
  expect(layerOf("vitest.config.ts", IMPORT_TABLE)).toBe(".");
});

describe("cycles", () => {
  test("a ring of three is found and shown as a path", () => {
    const ring = graphOf({ "a.ts": [file("b.ts")], "b.ts": [file("c.ts")], "c.ts": [file("a.ts")] });
    expect(cycles(ring)).toEqual([["a.ts", "b.ts", "c.ts", "a.ts"]]);
  });

  test("a ring that is entered from outside is shown without the way in", () => {
    const ring = graphOf({ "in.ts": [file("a.ts")], "a.ts": [file("b.ts")], "b.ts": [file("a.ts")] });
    expect(cycles(ring)).toEqual([["a.ts", "b.ts", "a.ts"]]);
  });

  test("a file that imports itself is a cycle", () => {
    expect(cycles(graphOf({ "a.ts": [file("a.ts")] }))).toEqual([["a.ts", "a.ts"]]);
  });

  test("two ways to the same file are no cycle", () => {
    const diamond = graphOf({
      "a.ts": [file("b.ts"), file("c.ts")],
      "b.ts": [file("d.ts")],
      "c.ts": [file("d.ts")],
      "d.ts": [],
    });
    expect(cycles(diamond)).toEqual([]);
  });
});
