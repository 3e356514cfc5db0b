/** `POST /api/regions/{region}/weeks/{week}/plan` */
import { startPlan as route } from "../../contract/startPlan.ts";
import type { Ports } from "../../usecases/ports.ts";
import { startPlan } from "../../usecases/weeks/startPlan.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock" | "workflows">) =>
  apiHandler(route, ports, async ({ parameters, body, principal }) => {
    const { region, week } = parameters;
    const started = await startPlan(ports, { region, week, options: body, by: principal!.subject });
    return { status: 202, headers: { location: `/api/regions/${region}/weeks/${week}/plan` }, body: started };
  });
