/** The tiny region with a published week, and an agreement on it where one is asked for. */
import type { Plan } from "../../domain/plan/plan.ts";
import { proposeWeek } from "../../functions/usecases/agreements/proposeWeek.ts";
import { resultOf } from "../../functions/usecases/run/run.ts";
import { weekRecord } from "../../functions/usecases/weeks/readWeek.ts";
import { startPlan } from "../../functions/usecases/weeks/startPlan.ts";
import { approvalDriver, approvalFolder, type ApprovalDriver } from "./approval.ts";
import { testSystem, type TestSystem } from "./system.ts";

export const PLANNED = { region: "tiny", week: "2026-W48" } as const;

export interface PlannedSystem extends TestSystem, ApprovalDriver {
  readonly plan: Plan;
  readonly run: string;
  /** Proposes the split of the week. */
  propose(): Promise<void>;
}

export async function plannedSystem(
  change: (files: Record<string, string>) => void = () => undefined,
): Promise<PlannedSystem> {
  const folder = approvalFolder();
  change(folder);
  const system = await testSystem(folder);
  const { execution } = await startPlan(system.ports, { ...PLANNED, options: { seed: 1, iterations: 300 } });
  await system.finish(execution);
  const { run } = await weekRecord(system.ports.store, PLANNED.region, PLANNED.week);
  const bytes = await resultOf(system.ports.blobs, { ...PLANNED, run: run! }).get("plan.json");
  const driver = approvalDriver(system);
  return {
    ...{ ...system, ...driver, run: run! },
    plan: JSON.parse(new TextDecoder().decode(bytes)) as Plan,
    propose: async () => {
      await proposeWeek(system.ports, PLANNED);
      await driver.idle();
    },
  };
}
