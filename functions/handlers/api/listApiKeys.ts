/** `GET /api/regions/{region}/keys` */
import { listApiKeys as route } from "../../contract/keys.ts";
import { listApiKeys } from "../../usecases/keys/apiKeys.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store">) =>
  apiHandler(route, ports, async ({ parameters }) => ({
    status: 200,
    body: { keys: await listApiKeys(ports, parameters.region) },
  }));
