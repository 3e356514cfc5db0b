/** Why not, what it costs, and what a tour made by hand is worth. */
export { type Board, boardOf, judgePlan, makeMove, openBoard, priceMove } from "./board.ts";
export { explain } from "./reasons.ts";
export { removalGains } from "./removal.ts";
export { tourOf } from "./tourOf.ts";
