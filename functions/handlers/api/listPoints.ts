/** `GET /api/regions/{region}/points` */
import { listPoints as route } from "../../contract/points.ts";
import { listPoints } from "../../usecases/points/listPoints.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store">) =>
  apiHandler(route, ports, async ({ parameters, reach }) => ({
    status: 200,
    body: { points: await listPoints(ports.store, parameters.region, reach) },
  }));
