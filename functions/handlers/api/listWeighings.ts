/** `GET /api/regions/{region}/weighings` */
import { listWeighings as route } from "../../contract/weighings.ts";
import { weeksOfPeriod } from "../../usecases/settlement/period.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock">) =>
  apiHandler(route, ports, async ({ parameters: { region }, query, reach }) => {
    const { shownWeighings } = await import("../../usecases/weighings/shown.ts");
    const weighings = await shownWeighings(ports, { region, weeks: weeksOfPeriod(query), reach });
    return { status: 200, body: { weighings } };
  });
