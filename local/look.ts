/** The pages that only this machine serves look like those of the house. */
import { BASE } from "../planning/report/style/base.ts";
import { TOKENS } from "../planning/report/style/tokens.ts";

export const LOOK = TOKENS + BASE;
