export { arrivalLevel, LEVEL_WINDOW_DAYS, openingStock, type Observation } from "./arrivals.ts";
