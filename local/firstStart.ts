/** A system without a region takes one in and plans its next week, so that there is something to see. */
import { InputError } from "../domain/problem.ts";
import { fileBlobs } from "../functions/adapters/files/fileBlobs.ts";
import type { PlanOptions } from "../functions/contract/weeks.ts";
import type { Ports } from "../functions/usecases/ports.ts";
import { readRegion } from "../functions/usecases/readRegion.ts";
import { allItems } from "../functions/usecases/records/allItems.ts";
import { REGIONS_PK } from "../functions/usecases/records/keys.ts";
import { importRegion } from "../functions/usecases/regions/importRegion.ts";
import { startPlan } from "../functions/usecases/weeks/startPlan.ts";
import { nextWeek } from "../planning/forecast.ts";

export interface FirstWeek {
  readonly region: string;
  readonly week: string;
}

export async function hasRegion(ports: Pick<Ports, "store">): Promise<boolean> {
  return (await allItems(ports.store, { pk: REGIONS_PK })).length > 0;
}

/**
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
  await importRegion(ports, files);
  if (week === undefined) return undefined;
  await startPlan(ports, { region: region.settings.id, week, options });
  return { region: region.settings.id, week };
}
