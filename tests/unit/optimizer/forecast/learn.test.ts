import { expect, test } from "vitest";
import {
  cellChances,
  evenBelief,
  forecastMonths,
  initialModel,
  learnStep,
  LEVELS,
  likelihoodOf,
  predict,
  quantileCell,
  quartersReading,
  reportValue,
  sensorReading,
  unknownStorage,
  update,
  type Learned,
} from "../../../../optimizer/forecast/index.ts";

const FILLS = Float64Array.from({ length: LEVELS }, (_, level) => level / (LEVELS - 1));
const exact = (level: number) => likelihoodOf(FILLS, sensorReading(FILLS[level]!, 0.2, 0.005, 0.02)).byCell;

test("rows of a model sum to 1, before and after learning", () => {
  const initial = initialModel();
  const history = Array.from({ length: 60 }, (_, day) => (day % 3 === 2 ? null : exact(day % LEVELS)));
  const learned = learnStep({ pooled: initial, own: [initial] }, initial, [history]);
  for (const { transition, cells, regimes } of [initial, learned.pooled, ...learned.own])
    for (let row = 0; row < cells * regimes; row++)
      expect(
        transition.subarray(row * cells * regimes, (row + 1) * cells * regimes).reduce((a, b) => a + b, 0),
      ).toBeCloseTo(1, 9);
});

test("a container that is emptied every time it is full is known to be after a few months", () => {
  const initial = initialModel();
  // 0 1 2 3 4 5 0 1 …: a level a day.
  const history = Array.from({ length: 240 }, (_, day) => exact(day % LEVELS));
  let learned: Learned = { pooled: initial, own: [initial] };
  for (let step = 0; step < 12; step++) learned = learnStep(learned, initial, [history]);
  const model = learned.own[0]!;
  const tomorrow = (level: number) => {
    let belief = evenBelief(model);
    // 42 days that end at this level.
    for (const likelihood of history.slice(level + 1, level + 43))
      belief = update(model, predict(model, belief), likelihood).belief;
    return quantileCell(cellChances(model, predict(model, belief)), 0.5);
  };
  expect([0, 1, 2, 3, 4, 5].map(tomorrow)).toEqual([1, 2, 3, 4, 5, 0]);
});

test("the chances of all quarters together are 1 at every fill", () => {
  const all = [0, 1, 2, 3, 4, 5].map((quarters) => likelihoodOf(FILLS, quartersReading(quarters)).byCell);
  FILLS.forEach((_, cell) => expect(all.reduce((sum, byCell) => sum + byCell[cell]!, 0)).toBeCloseTo(1, 6));
});

test("a report is worth nothing where nothing is at stake, and never less than nothing", () => {
  const belief = unknownStorage();
  const worth = (tripCents: number, overflowCents: number) =>
    reportValue(belief, 0.4, { tripCents, loadPart: 0.5, overflowCents });
  expect(worth(0, 100_000)).toBeCloseTo(0, 6);
  expect(worth(15_000, 0)).toBeCloseTo(0, 6);
  expect(worth(15_000, 100_000)).toBeGreaterThan(50);
});

test("monthly amounts: a steady season goes on at the level of the last months", () => {
  const season = [1, 1, 2, 3, 3, 2, 2, 2, 2, 3, 4, 2];
  const place = (level: number) =>
    new Map(Array.from({ length: 48 }, (_, month) => [month, level * (month >= 40 ? 2 : 1) * season[month % 12]!]));
  const [one, other] = forecastMonths([place(10), place(30)], 47, 3);
  [
    ...one!.map((amount, ahead) => amount / (20 * season[ahead]!)),
    ...other!.map((amount, ahead) => amount / (60 * season[ahead]!)),
  ].forEach((ratio) => {
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(1.1);
  });
});

test("monthly amounts: no forecast where the newest months are missing, and none from the future", () => {
  const known = new Map([100, 101, 102, 103].map((month) => [month, 5]));
  expect(forecastMonths([known], 105, 1)).toEqual([null]);
  const later = new Map([...known, [104, 500]]);
  expect(forecastMonths([later], 103, 1)).toEqual(forecastMonths([known], 103, 1));
});
