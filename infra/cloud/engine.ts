export { highsSolver as engine } from "../../optimizer/lp/highs.ts";
