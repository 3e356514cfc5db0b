/**
 * Simulated storages with a sensor that reports daily: the grid filter, which plans use, against the learned transitions (learn.ts),
 * which know nothing of seasons and priors. Which of the two may say what lies there on Monday, and what comes in the week?
 */
import {
  cellChances,
  evenBelief,
  fillSpread,
  filterStorage,
  initialModel,
  LEVELS,
  learnStep,
  likelihoodOf,
  predict,
  sensorReading,
  update,
  weeklyArrivals,
  type FillModel,
  type History,
  type Learned,
} from "../../../optimizer/forecast/index.ts";
import { Random } from "../../../optimizer/random.ts";
import { simulateStorage } from "../../support/simulatedStorage.ts";
import { round } from "./score.ts";

const MONDAY = 4;
const DAYS = 300;
const LEARNED = 180;
const STEPS = 8;
const NOISE = 0.04;
/** No sensor sees a heap higher than this. */
const MOST_FILL = 1.25;
const FILLS = Float64Array.from({ length: LEVELS }, (_, level) => level / (LEVELS - 1));

export function scoreSensors(count: number, seed = 8) {
  const random = new Random(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random.fraction())) * Math.cos(2 * Math.PI * random.fraction());
  const storages = Array.from({ length: count }, () => {
    const truth = simulateStorage(random, MONDAY, DAYS, { missing: 1, ticketsLost: 1 });
    const seen = truth.fills.map((fill) => Math.min(MOST_FILL, Math.max(0, fill + NOISE * normal())));
    return { ...truth, readings: seen.map((fill) => sensorReading(fill, 0.01, NOISE)) };
  });
  const histories = storages.map(({ readings }): History =>
    readings.map((reading) => likelihoodOf(FILLS, reading).byCell),
  );
  const initial = initialModel();
  let learned: Learned = { pooled: initial, own: storages.map(() => initial) };
  for (let step = 0; step < STEPS; step++)
    learned = learnStep(
      learned,
      initial,
      histories.map((history) => history.slice(0, LEARNED)),
    );
  const sums = { forecasts: 0, stock: [0, 0], arrivals: [0, 0] };
  storages.forEach(({ fills, arrivals, readings, expected }, s) => {
    const events = readings.map((reading, day) => ({ kind: "reading" as const, at: MONDAY + day + 0.3, reading }));
    for (let at = LEARNED; at + 7 <= DAYS; at += 7) {
      const { belief } = filterStorage(events, () => expected, MONDAY + at);
      const came = arrivals.slice(at, at + 7).reduce((a, b) => a + b, 0);
      const model = learnedOn(learned.own[s]!, histories[s]!.slice(0, at));
      sums.forecasts++;
      sums.stock[0]! += Math.abs(fillSpread(belief).mean - fills[at]!);
      sums.stock[1]! += Math.abs(model.fill - fills[at]!);
      sums.arrivals[0]! += Math.abs(weeklyArrivals(belief, [7 * expected])[0]!.mean - came);
      sums.arrivals[1]! += Math.abs(model.week - came);
    }
  });
  const row = (what: string, [filter, transitions]: number[]) => ({
    ...{ what, forecasts: sums.forecasts, filter: round(filter! / sums.forecasts, 4) },
    learned: round(transitions! / sums.forecasts, 4),
  });
  return [row("opening stock", sums.stock), row("arrivals of the week", sums.arrivals)];
}

/** Fill after a day without a report, and what a week brings: the rises that are expected of it. */
function learnedOn(model: FillModel, history: History): { fill: number; week: number } {
  let belief = evenBelief(model);
  for (const likelihood of history.slice(-60)) {
    belief = predict(model, belief);
    if (likelihood !== null) belief = update(model, belief, likelihood).belief;
  }
  belief = predict(model, belief);
  const fill = cellChances(model, belief).reduce((mean, chance, cell) => mean + chance * FILLS[cell]!, 0);
  let week = 0;
  for (let day = 0; day < 7; day++, belief = predict(model, belief)) week += riseOf(model, belief);
  return { fill, week };
}

function riseOf({ transition, regimes }: FillModel, belief: Float64Array): number {
  let rise = 0;
  for (let from = 0; from < belief.length; from++)
    for (let to = 0; to < belief.length; to++) {
      const levels = Math.floor(to / regimes) - Math.floor(from / regimes);
      if (levels > 0) rise += (belief[from]! * transition[from * belief.length + to]! * levels) / (LEVELS - 1);
    }
  return rise;
}
