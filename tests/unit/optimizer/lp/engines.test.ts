import { describe, expect, test } from "vitest";
import {
  assertWellFormed,
  expectSolution,
  highsSolver,
  lpBuilder,
  solveWithJsLp,
  type LpModel,
} from "../../../../optimizer/lp/index.ts";

/** max 3x + 2y with x + y <= 4, x + 3y <= 9, x <= 3: the corner (3, 1) gives 11, by hand. */
function diet(integer: boolean): LpModel {
  const lp = lpBuilder();
  const x = lp.column({ cost: -3, upper: 3, integer });
  const y = lp.column({ cost: -2, integer });
  lp.row(-Infinity, 4, [
    [x, 1],
    [y, 1],
  ]);
  lp.row(-Infinity, 9, [
    [x, 1],
    [y, 3],
  ]);
  return lp.build();
}

/** A seeded linear congruential generator; numbers in [0, 1). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

/** Random covering LP: always feasible, always bounded. */
function covering(seed: number, integer: boolean): LpModel {
  const next = random(seed);
  const lp = lpBuilder();
  const columns = Array.from({ length: 8 }, () => lp.column({ cost: 1 + Math.floor(next() * 9), upper: 50, integer }));
  for (let r = 0; r < 6; r++) {
    lp.row(
      5 + Math.floor(next() * 20),
      Infinity,
      columns.map((c) => [c, Math.floor(next() * 4) + (c === r ? 1 : 0)] as const),
    );
  }
  return lp.build();
}

describe("both engines", () => {
  test("find the corner of a small program worked out by hand", async () => {
    const outcome = (await highsSolver()).open(diet(false)).solve();
    expect(expectSolution(outcome, "diet").objective).toBeCloseTo(-11, 9);
    expect(expectSolution(await solveWithJsLp(diet(false)), "diet").objective).toBeCloseTo(-11, 9);
  });

  test.each([1, 2, 3, 4, 5, 6])("agree on random covering programs, seed %i", async (seed) => {
    const engine = await highsSolver();
    for (const integer of [false, true]) {
      const model = covering(seed, integer);
      const first = expectSolution(engine.open(model).solve(), "HiGHS");
      const second = await solveWithJsLp(model, 5);
      if (second.status === "limit") continue;
      expect(expectSolution(second, "second engine").objective).toBeCloseTo(first.objective, 6);
    }
  });

  test("report what cannot be fulfilled as an outcome and do not throw", async () => {
    const lp = lpBuilder();
    lp.row(5, Infinity, [[lp.column({ cost: 1, upper: 3 }), 1]]);
    expect((await highsSolver()).open(lp.build()).solve().status).toBe("infeasible");
    expect((await solveWithJsLp(lp.build())).status).toBe("infeasible");
  });
});

describe("the HiGHS session", () => {
  test("re-solves after a bound, a cost and a coefficient change", async () => {
    const session = (await highsSolver()).open(diet(false));
    session.setColumnBounds(Int32Array.of(0), Float64Array.of(0), Float64Array.of(1));
    // x <= 1 leaves y <= 8/3: 3 + 16/3.
    expect(expectSolution(session.solve(), "bound").objective).toBeCloseTo(-25 / 3, 9);
    session.setColumnCosts(Int32Array.of(1), Float64Array.of(0));
    expect(expectSolution(session.solve(), "cost").objective).toBeCloseTo(-3, 9);
    session.setColumnCosts(Int32Array.of(1), Float64Array.of(-2));
    session.setCoefficient(1, 1, 6);
    // x = 1, 6y <= 8.
    expect(expectSolution(session.solve(), "coefficient").objective).toBeCloseTo(-3 - 8 / 3, 9);
    session.dispose();
  });

  test("gives the dual of a binding row: one more unit of the first row is worth 2", async () => {
    const solution = expectSolution((await highsSolver()).open(diet(false)).solve(), "diet");
    expect(solution.rowDual[0]).toBeCloseTo(-2, 9);
    expect(solution.rowDual[1]).toBeCloseTo(0, 9);
  });

  test("turns integrality off and on again", async () => {
    const lp = lpBuilder();
    const x = lp.column({ cost: -1, integer: true });
    lp.row(-Infinity, 3, [[x, 2]]);
    const session = (await highsSolver()).open(lp.build());
    expect(expectSolution(session.solve(), "whole").objective).toBe(-1);
    session.relax(true);
    expect(expectSolution(session.solve(), "relaxed").objective).toBeCloseTo(-1.5, 9);
    session.relax(false);
    expect(expectSolution(session.solve(), "whole again").objective).toBe(-1);
  });
});

test("a model with NaN or crossed bounds is refused before any engine sees it", () => {
  const lp = lpBuilder();
  lp.column({ cost: Number.NaN });
  expect(() => assertWellFormed(lp.build())).toThrow(/cost of column 0/);
  const crossed = lpBuilder();
  crossed.column({ cost: 1, lower: 2, upper: 1 });
  expect(() => assertWellFormed(crossed.build())).toThrow(/crossed/);
});

test("the second engine is stopped when it takes too long", async () => {
  const outcome = await solveWithJsLp(covering(1, true), 0);
  expect(outcome).toEqual({ status: "limit", detail: "stopped after 0 s" });
});
