export {
  cellChances,
  chanceFrom,
  evenBelief,
  normalise,
  quantileCell,
  regimeChances,
  temper,
  update,
  type Belief,
  type Lattice,
} from "./belief.ts";
export { initialModel, LEVELS, predict, type FillModel } from "./fillModel.ts";
export { LEARNING, learnStep, type History, type Learned, type LearnOptions } from "./learn.ts";
export { likelihoodOf, quartersReading, sensorReading, volumeReading, type Reading } from "./reading.ts";
export { forecastMonths, learnedProfile, MONTHLY, type MonthlyOptions, type Months } from "./monthly.ts";
export { overflowChances, weeklyArrivals } from "./ahead.ts";
export {
  fillSpread,
  filterStorage,
  WINDOW_DAYS,
  type Emptying,
  type Plausibility,
  type Spread,
  type StorageEvent,
  type StorageState,
} from "./storageFilter.ts";
export { unknownStorage } from "./storageModel.ts";
export { bestLoads, loadsCents, reportValue, type Stakes } from "./reportValue.ts";
export { normalQuantile } from "./normal.ts";
export { anomalies, learnWeather, weatherFactor, type Anomaly, type WeatherDay, type WeatherWeek } from "./weather.ts";
