/** `POST /api/regions/{region}/agreements` */
import { proposeAgreement as route } from "../../contract/agreements.ts";
import { proposeWeek } from "../../usecases/agreements/proposeWeek.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock" | "workflows">) =>
  apiHandler(route, ports, async ({ parameters: { region }, body, principal }) => {
    const { key, sha256, again } = await proposeWeek(ports, { region, ...body, by: principal!.subject });
    const { agreement, version } = key;
    const location = `/api/regions/${region}/agreements/${agreement}`;
    return { status: 202, headers: { location }, body: { agreement, version, sha256, again } };
  });
