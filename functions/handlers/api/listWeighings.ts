/** `GET /api/regions/{region}/weighings` */
import { listWeighings as route } from "../../contract/weighings.ts";
import { weeksOfPeriod } from "../../usecases/settlement/period.ts";
import { shownWeighings } from "../../usecases/weighings/shown.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock">) =>
  apiHandler(route, ports, async ({ parameters: { region }, query, reach }) => {
    const weighings = await shownWeighings(ports, { region, weeks: weeksOfPeriod(query), reach });
    return { status: 200, body: { weighings } };
  });
