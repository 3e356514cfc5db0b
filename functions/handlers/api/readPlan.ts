/** `GET /api/regions/{region}/weeks/{week}/plan` */
import { readPlan as route } from "../../contract/weeks.ts";
import type { Ports } from "../../usecases/ports.ts";
import { readWeek } from "../../usecases/weeks/readWeek.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store">) =>
  apiHandler(route, ports, async ({ parameters, reach }) => ({
    status: 200,
    body: await readWeek(ports.store, parameters.region, parameters.week, reach),
  }));
