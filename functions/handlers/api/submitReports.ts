/** `POST /api/regions/{region}/reports` */
import { submitReports as route } from "../../contract/reports.ts";
import type { Ports } from "../../usecases/ports.ts";
import { submitReports } from "../../usecases/reports/submitReports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock">) =>
  apiHandler(route, ports, async ({ parameters, headers, reach, principal, body, contentType }) => {
    const { region } = parameters;
    const idempotencyKey = headers["idempotency-key"];
    const submission = { region, reach, sender: principal!.name, idempotencyKey, body, contentType };
    return { status: 202, body: await submitReports(ports, submission) };
  });
