/** A system without a region takes one in and plans its next week, so that there is something to see. */
import { InputError } from "../domain/problem.ts";
import { fileBlobs } from "../functions/adapters/files/fileBlobs.ts";
import type { Key } from "../functions/ports/store.ts";
import type { PlanOptions } from "../functions/contract/startPlan.ts";
import type { Ports } from "../functions/usecases/ports.ts";
import { readRegion } from "../functions/usecases/readRegion.ts";
import { allItems } from "../functions/usecases/records/allItems.ts";
import { REGIONS_PK } from "../functions/usecases/records/keys.ts";
import { importRegion } from "../functions/usecases/regions/importRegion.ts";
import { startPlan } from "../functions/usecases/weeks/startPlan.ts";
import { nextWeek } from "../planning/forecast/weeks.ts";

export interface FirstWeek {
  readonly region: string;
  readonly week: string;
}

/** There from before the region is written until its week is started: a kill in between is made good at the next start. */
const BEGUN: Key = { pk: "first-start", sk: "begun" };

/** Whether there is no region yet, or a first start that was stopped on its way. */
export async function isFirstStart({ store }: Pick<Ports, "store">): Promise<boolean> {
  const [begun, regions] = await Promise.all([store.get(BEGUN), allItems(store, { pk: REGIONS_PK })]);
  return begun !== undefined || regions.length === 0;
}

/**
 * May be repeated.
 *
 * @returns what is being planned now; undefined without a report to plan from
 * @throws InputError with every problem of the folder
 */
export async function takeIn(
  ports: Pick<Ports, "store" | "blobs" | "clock" | "workflows" | "log">,
  folder: string,
  options: PlanOptions = {},
): Promise<FirstWeek | undefined> {
  const files = fileBlobs(folder);
  const { region, problems } = await readRegion(files, ports.clock.now());
  if (region === null) throw new InputError(problems);
  const week = nextWeek(region);
  const { id } = region.settings;
  await ports.store.put({ ...BEGUN, data: { region: id } }, "any");
  await importRegion(ports, files);
  if (week !== undefined) await startPlan(ports, { region: id, week, options });
  await ports.store.remove(BEGUN, "any");
  return week === undefined ? undefined : { region: id, week };
}
