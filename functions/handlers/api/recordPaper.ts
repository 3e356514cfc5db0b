/** `POST /api/regions/{region}/agreements/{agreement}/versions/{version}/paper` */
import { recordPaper as route } from "../../contract/agreements.ts";
import { recordPaper } from "../../usecases/agreements/paper.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock">) =>
  apiHandler(route, ports, async ({ parameters, body, principal }) => {
    const { paper, inForce } = await recordPaper(ports, parameters, { ...body, by: principal!.subject });
    return { status: 200, body: { scanSha256: paper.scanSha256, inForce } };
  });
