import type { LpSolver } from "../../optimizer/lp/index.ts";

/** Loaded when something is to be solved: what is refused or only read starts without it. */
export const engine = async (): Promise<LpSolver> => (await import("../../optimizer/lp/highs.ts")).highsSolver();
