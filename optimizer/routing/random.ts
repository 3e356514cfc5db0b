/** The solver's one source of chance is the optimizer's. */
export { Random, shuffle } from "../random.ts";
