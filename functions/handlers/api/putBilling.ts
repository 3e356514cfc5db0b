/** `PUT /api/regions/{region}/billing` */
import { putBilling as route } from "../../contract/documents.ts";
import { putBilling } from "../../usecases/documents/readBilling.ts";
import type { Ports } from "../../usecases/ports.ts";
import { readIndex } from "../../usecases/records/region.ts";
import { needWholeRegion } from "../../usecases/weighings/reach.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock">) =>
  apiHandler(route, ports, async ({ parameters: { region }, headers, body, reach, principal }) => {
    needWholeRegion(reach);
    await readIndex(ports.store, region);
    const version = await putBilling(ports, region, body, { by: principal!.subject, ifMatch: headers["if-match"] });
    return { status: 200, headers: { etag: `"${version}"` }, body };
  });
