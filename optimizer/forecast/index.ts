export { arrivalLevel, LEVEL_WINDOW_DAYS, openingStock, type Observation } from "./arrivals.ts";
export {
  cellChances,
  chanceFrom,
  evenBelief,
  normalise,
  quantileCell,
  regimeChances,
  update,
  type Belief,
  type Lattice,
} from "./belief.ts";
export { initialModel, LEVELS, predict, type FillModel } from "./fillModel.ts";
export { LEARNING, learnStep, type Learned, type LearnOptions } from "./learn.ts";
export { likelihoodOf, quartersReading, sensorReading, volumeReading, type Reading } from "./reading.ts";
export { forecastMonths, MONTHLY, type MonthlyOptions, type Months } from "./monthly.ts";
