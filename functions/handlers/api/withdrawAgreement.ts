/** `POST /api/regions/{region}/agreements/{agreement}/versions/{version}/withdrawal` */
import { withdrawAgreement as route } from "../../contract/agreements.ts";
import { withdraw } from "../../usecases/agreements/withdraw.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock" | "workflows">) =>
  apiHandler(route, ports, async ({ parameters, body: { reason }, principal }) => {
    await withdraw(ports, parameters, { reason, by: principal!.subject });
    return { status: 204 };
  });
