/** The finance page as people reach it: a week that was really planned, an agreement on it. */
import { createHandler } from "../../functions/handlers/page/financePage.ts";
import { plannedSystem, type PlannedSystem } from "./plannedSystem.ts";
import { reachedPage, type Reached } from "./reachedPage.ts";

export type FinanceSite = PlannedSystem & Reached;

export const financeSite = async (change?: (files: Record<string, string>) => void): Promise<FinanceSite> =>
  reachedPage(await plannedSystem(change), createHandler, "Karla Kämmerin");
