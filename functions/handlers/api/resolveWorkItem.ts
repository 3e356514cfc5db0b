/** `POST /api/regions/{region}/work-list/{item}/resolution` */
import { resolveWorkItem as route } from "../../contract/weighings.ts";
import { resolveStuck } from "../../usecases/weighings/decide.ts";
import { needWholeRegion } from "../../usecases/weighings/reach.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock">) =>
  apiHandler(route, ports, async ({ parameters: { region, item }, body, reach, principal }) => {
    needWholeRegion(reach);
    await resolveStuck(ports, region, { id: item, ...body, by: principal!.subject });
    return { status: 204 };
  });
