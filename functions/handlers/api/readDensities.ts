/** `GET /api/regions/{region}/densities` */
import { readDensities as route } from "../../contract/weighings.ts";
import { weeksOfPeriod } from "../../usecases/settlement/period.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock">) =>
  apiHandler(route, ports, async ({ parameters: { region }, query, reach }) => {
    const { shownDensities } = await import("../../usecases/weighings/shown.ts");
    const densities = await shownDensities(ports, { region, weeks: weeksOfPeriod(query), reach });
    return { status: 200, body: { densities } };
  });
