import { describe, expect, test } from "vitest";
import type { Case } from "./case.ts";
import { DATA } from "./cases/data.ts";
import { ERRORS } from "./cases/errors.ts";
import { FLOW } from "./cases/flow.ts";
import { MAPS } from "./cases/maps.ts";
import { runCase } from "./runCase.ts";

const TABLE: Readonly<Record<string, readonly Case[]>> = { data: DATA, flow: FLOW, errors: ERRORS, maps: MAPS };

describe.each(Object.entries(TABLE))("%s", (_group, cases) => {
  test.each(cases.map((row) => [row.name, row] as const))("%s", async (_name, row) => {
    const { expect: expected } = row;
    const outcome = await runCase(row);
    const { causeHas, ...exact } = expected;
    const status = expected.error === undefined ? "SUCCEEDED" : "FAILED";
    expect(outcome).toMatchObject({ status, faults: [], ...exact });
    if (causeHas !== undefined) expect(outcome.cause).toContain(causeHas);
  });
});

const all = Object.values(TABLE).flat();

test("no name stands in the table twice", () => {
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});
