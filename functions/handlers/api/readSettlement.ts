/** `GET /api/regions/{region}/settlements/{settlement}` */
import { readSettlement as route } from "../../contract/settlement.ts";
import { ownCorrection, ownSettlement } from "../../usecases/settlement/own.ts";
import { readSettlement } from "../../usecases/settlement/readSettlement.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs">) =>
  apiHandler(route, ports, async ({ parameters: { region, settlement: id }, reach }) => {
    const { settlement, closed, corrections } = await readSettlement(ports, region, id);
    const own = corrections.map((one) => ownCorrection(one, reach));
    return { status: 200, body: { settlement: ownSettlement(settlement, reach), closed, corrections: own, items: [] } };
  });
