/** `PUT /api/regions/{region}/points/{point}` */
import { putPoint as route } from "../../contract/points.ts";
import { putPoint } from "../../usecases/points/putPoint.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock">) =>
  apiHandler(route, ports, async ({ parameters, headers, body, principal }) => {
    const change = { ...parameters, fields: body, ifMatch: headers["if-match"], by: principal!.subject };
    const point = await putPoint(ports, change);
    return { status: 200, headers: { etag: point.etag }, body: point };
  });
