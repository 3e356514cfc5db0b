/** `GET /api/regions/{region}/settlements` */
import { listSettlements as route } from "../../contract/settlement.ts";
import { readIndex } from "../../usecases/records/region.ts";
import { listSettlements } from "../../usecases/settlement/readSettlement.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store">) =>
  apiHandler(route, ports, async ({ parameters: { region } }) => {
    await readIndex(ports.store, region);
    return { status: 200, body: { settlements: await listSettlements(ports.store, region) } };
  });
