/** `GET /api/regions/{region}/agreements` */
import { listAgreements as route } from "../../contract/agreements.ts";
import { listAgreements } from "../../usecases/agreements/status.ts";
import type { Ports } from "../../usecases/ports.ts";
import { readIndex } from "../../usecases/records/region.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store">) =>
  apiHandler(route, ports, async ({ parameters: { region } }) => {
    await readIndex(ports.store, region);
    return { status: 200, body: { agreements: await listAgreements(ports.store, region) } };
  });
