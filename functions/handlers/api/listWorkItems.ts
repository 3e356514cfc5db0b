/** `GET /api/regions/{region}/work-list` */
import { listWorkItems as route } from "../../contract/weighings.ts";
import { weeksOfPeriod } from "../../usecases/settlement/period.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock">) =>
  apiHandler(route, ports, async ({ parameters: { region }, query, reach }) => {
    const { shownItems } = await import("../../usecases/weighings/shown.ts");
    const items = await shownItems(ports, { region, weeks: weeksOfPeriod(query), reach });
    return { status: 200, body: { items } };
  });
