/** Real fill levels of 31 public containers (../shared/data/wyndham-smartbin): a forecast from every third day on. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  cellChances,
  evenBelief,
  initialModel,
  LEARNING,
  LEVELS,
  learnStep,
  temper,
  likelihoodOf,
  predict,
  quantileCell,
  quartersReading,
  sensorReading,
  update,
  type FillModel,
  type Learned,
  type LearnOptions,
} from "../../../optimizer/forecast/index.ts";
import { Score } from "./score.ts";

export const HORIZONS = [1, 3, 7] as const;
/** Days before the first forecast. */
const FIRST = 180;
const ORIGIN_EVERY = 3;
const RELEARN_EVERY = 7;
const STEPS = { first: 12, later: 3 };
/** Days that a belief is built up over. */
const RUN_UP = 60;
const SEASON = 7;
/** Readings are 0, 2, … 10 of 10. */
const UNIT = 2;

export interface Settings extends LearnOptions {
  readonly windowDays: number;
  /** Chance that a reading is a slip. */
  readonly stray: number;
  /** Power that chances of days between two reports are raised to; below 1 widens them. */
  readonly between: number;
}
export const SETTINGS: Settings = { ...LEARNING, windowDays: 300, stray: 0.06, between: 0.8 };

export interface Thinning {
  /** One report in so many days. */
  readonly every: number;
  readonly quarters: boolean;
}

export interface Container {
  readonly id: string;
  /** Daily readings 0 … 5. */
  readonly levels: readonly number[];
}

export function readContainers(folder: string): Container[] {
  const byId = new Map<string, { date: string; level: number }[]>();
  for (const line of readFileSync(join(folder, "wyndham-smartbin", "fill_daily.csv"), "utf8")
    .trim()
    .split("\n")
    .slice(1)) {
    const [id, date, fullness] = line.split(",") as [string, string, string];
    byId.set(id, [...(byId.get(id) ?? []), { date, level: Number(fullness) / UNIT }]);
  }
  return [...byId].map(([id, rows]) => ({
    id,
    levels: rows.sort((a, b) => (a.date < b.date ? -1 : 1)).map(({ level }) => level),
  }));
}

const FILLS = Float64Array.from({ length: LEVELS }, (_, level) => level / (LEVELS - 1));
/** A reading is what it says, or a slip. */
const EXACT = 0.005;

const quartersOf = (level: number): number => Math.min(4, Math.round((level / (LEVELS - 1)) * 4 - 1e-9));

/** @param groups of a container (by its place) and day, under which its forecasts are scored */
export function scoreContainers(
  containers: readonly Container[],
  { every, quarters }: Thinning,
  settings: Settings,
  groups: (container: number, day: number) => readonly string[],
): Map<string, Map<number, Score>> {
  const eye = { error: EXACT, stray: settings.stray };
  const exact = Array.from(
    FILLS,
    (fill) => likelihoodOf(FILLS, sensorReading(fill, 1 / (LEVELS - 1), eye.error, eye.stray)).byCell,
  );
  const seen = quarters ? [0, 1, 2, 3, 4].map((q) => likelihoodOf(FILLS, quartersReading(q, eye)).byCell) : exact;
  const symbol = (level: number) => (quarters ? quartersOf(level) : level);
  /** What the report says, in levels: all that baselines know. */
  const said = (level: number) => (quarters ? (quartersOf(level) / 4) * (LEVELS - 1) : level);
  const report = (levels: readonly number[], day: number) =>
    day >= 0 && day % every === 0 ? seen[symbol(levels[day]!)]! : null;
  const scores = new Map<string, Map<number, Score>>();
  const initial = initialModel();
  let learned: Learned = { pooled: initial, own: containers.map(() => initial) };
  for (let today = FIRST; today < containers[0]!.levels.length; today++) {
    if ((today - FIRST) % RELEARN_EVERY === 0) {
      const from = Math.max(0, today - settings.windowDays);
      const histories = containers.map(({ levels }) =>
        Array.from({ length: today - from + 1 }, (_, i) => report(levels, from + i)),
      );
      for (let step = 0; step < (today === FIRST ? STEPS.first : STEPS.later); step++)
        learned = learnStep(learned, initial, histories, settings);
    }
    if (today % ORIGIN_EVERY !== 0) continue;
    containers.forEach(({ levels }, c) => {
      const model = learned.own[c]!;
      let belief = beliefOn(model, today, (day) => report(levels, day));
      for (let ahead = 1; ahead <= Math.max(...HORIZONS) && today + ahead < levels.length; ahead++) {
        belief = predict(model, belief);
        if (!HORIZONS.some((h) => h === ahead)) continue;
        const sharp = readingChances(cellChances(model, belief), exact);
        // No report has ever shown a single day's step: what was learned of it is too sure of itself.
        const chances = ahead < every ? temper(sharp, settings.between) : sharp;
        const rivals = baselines((day) => said(levels[day]!), today, ahead, every);
        for (const name of groups(c, today))
          scoreOf(scores, name, ahead).add(chances, quantileCell(sharp, 0.5), levels[today + ahead]!, UNIT, rivals);
      }
    });
  }
  return scores;
}

function scoreOf(scores: Map<string, Map<number, Score>>, name: string, ahead: number): Score {
  const row = scores.get(name) ?? new Map<number, Score>();
  scores.set(name, row);
  const score = row.get(ahead) ?? new Score();
  row.set(ahead, score);
  return score;
}

function beliefOn(model: FillModel, today: number, report: (day: number) => Float64Array | null) {
  let belief = evenBelief(model);
  for (let day = Math.max(0, today - RUN_UP); day <= today; day++) {
    belief = predict(model, belief);
    const likelihood = report(day);
    if (likelihood !== null) belief = update(model, belief, likelihood).belief;
  }
  return belief;
}

function readingChances(levels: Float64Array, exact: readonly Float64Array[]): Float64Array {
  const chances = Float64Array.from(exact, (likelihood) =>
    likelihood.reduce((sum, l, cell) => sum + l * levels[cell]!, 0),
  );
  const sum = chances.reduce((a, b) => a + b, 0);
  return chances.map((chance) => chance / sum);
}

/** From the same reports: the last one; the rise since the last fall goes on; what was seen a week before. */
function baselines(said: (day: number) => number, today: number, ahead: number, every: number) {
  const last = today - (today % every);
  let start = last;
  while (start - every >= 0 && said(start - every) <= said(start)) start -= every;
  const rate = start < last ? (said(last) - said(start)) / (last - start) : 0;
  let season = today + ahead - SEASON;
  while (season % every !== 0 || season > today) season--;
  return {
    persistence: said(last),
    linear: Math.min(LEVELS - 1, said(last) + rate * (today + ahead - last)),
    seasonal: said(season),
  };
}
