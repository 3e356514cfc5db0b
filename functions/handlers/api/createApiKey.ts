/** `POST /api/regions/{region}/keys` */
import { createApiKey as route } from "../../contract/keys.ts";
import { createApiKey } from "../../usecases/keys/apiKeys.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock">) =>
  apiHandler(route, ports, async ({ parameters, body }) => ({
    status: 201,
    body: await createApiKey(ports, parameters.region, body.name),
  }));
