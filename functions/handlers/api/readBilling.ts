/** `GET /api/regions/{region}/billing` */
import { readBilling as route } from "../../contract/documents.ts";
import { ApiProblem } from "../../usecases/apiProblem.ts";
import { keptBilling } from "../../usecases/documents/readBilling.ts";
import type { Ports } from "../../usecases/ports.ts";
import { needWholeRegion } from "../../usecases/weighings/reach.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store">) =>
  apiHandler(route, ports, async ({ parameters: { region }, reach }) => {
    needWholeRegion(reach);
    const { billing, version } = await keptBilling(ports, region);
    if (billing === null) throw new ApiProblem(404, `Die Region „${region}“ hat noch keine Rechnungsangaben.`);
    return { status: 200, headers: { etag: `"${version}"` }, body: billing };
  });
