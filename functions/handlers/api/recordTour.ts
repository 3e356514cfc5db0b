/** `PUT /api/regions/{region}/weeks/{week}/tours/{tour}/record` */
import { recordTour as route } from "../../contract/weighings.ts";
import { recordTour } from "../../usecases/weighings/decide.ts";
import { needWholeRegion } from "../../usecases/weighings/reach.ts";
import { readIndex } from "../../usecases/records/region.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock">) =>
  apiHandler(route, ports, async ({ parameters: { region, week, tour }, body, reach, principal }) => {
    needWholeRegion(reach);
    await readIndex(ports.store, region);
    const record = await recordTour(ports, region, { week, tourId: tour, fate: body, by: principal!.subject });
    return { status: 200, body: record };
  });
