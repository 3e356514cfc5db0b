/** Pages that are no report look like those of the house. */
import { BASE } from "./base.ts";
import { FIGURES } from "./figures.ts";
import { TOKENS } from "./tokens.ts";

export const LOOK = TOKENS + BASE + FIGURES;
