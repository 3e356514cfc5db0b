/** The settlement's pages as people reach them: a week that was really planned, and a day after it. */
import { createHandler } from "../../functions/handlers/page/settlementPage.ts";
import { openInput } from "../../functions/usecases/run/run.ts";
import { putProfile } from "../../functions/usecases/weighings/profiles.ts";
import { PLANNED, plannedSystem, type PlannedSystem } from "./plannedSystem.ts";
import { reachedPage, type Reached } from "./reachedPage.ts";
import { TEST_PROFILE, ticketLines } from "./weighingFile.ts";

export interface SettlementSite extends PlannedSystem, Reached {
  /** Lines of the weighbridge's file, one for each unloading of the week. */
  readonly lines: readonly string[];
}

/** The Tuesday after the planned week. */
export const AFTER = "2026-12-01T08:00:00Z";

export async function settlementSite(): Promise<SettlementSite> {
  const system = await plannedSystem();
  system.clock.milliseconds = Date.parse(AFTER);
  const { region } = await openInput(system.ports, { ...PLANNED, run: system.run });
  await putProfile(system.ports, PLANNED.region, TEST_PROFILE, "test");
  const site = await reachedPage(system, createHandler, "Karla Kämmerin");
  return { ...site, lines: ticketLines(system.plan, region) };
}
