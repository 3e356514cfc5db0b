import { expect, test } from "vitest";
import { evenDaySets, daySetsBefore } from "../../../domain/routing/daySets.ts";

test("k visits are spread evenly, once for every beginning", () => {
  // The schemes of the Milan instances (PVRP-IF): 4 and 6 days.
  expect(evenDaySets(4, 1)).toEqual([[0], [1], [2], [3]]);
  expect(evenDaySets(4, 2)).toEqual([
    [0, 2],
    [1, 3],
  ]);
  expect(evenDaySets(4, 4)).toEqual([[0, 1, 2, 3]]);
  expect(evenDaySets(6, 2)).toEqual([
    [0, 3],
    [1, 4],
    [2, 5],
  ]);
  expect(evenDaySets(6, 3)).toEqual([
    [0, 2, 4],
    [1, 3, 5],
  ]);
});

test("where the days do not divide, gaps differ by one day at most, round the horizon", () => {
  for (const [days, visits] of [
    [5, 2],
    [7, 2],
    [7, 3],
    [7, 5],
  ] as const)
    for (const scheme of evenDaySets(days, visits)) {
      const gaps = scheme.map((day, i) => (i + 1 < visits ? scheme[i + 1]! : scheme[0]! + days) - day);
      expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
    }
});

test("only allowed days are used", () => {
  expect(evenDaySets(7, 2, [0, 1, 2, 3, 4])).toEqual([
    [0, 3],
    [1, 4],
    [0, 4],
  ]);
  expect(evenDaySets(7, 6, [0, 1, 2, 3, 4])).toEqual([]);
});

test("before a day means any day before it", () => {
  expect(daySetsBefore(3)).toEqual([[0], [1], [2]]);
});
