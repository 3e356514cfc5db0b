/** `DELETE /api/regions/{region}/keys/{key}` */
import { revokeApiKey as route } from "../../contract/keys.ts";
import { revokeApiKey } from "../../usecases/keys/apiKeys.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock">) =>
  apiHandler(route, ports, async ({ parameters }) => {
    await revokeApiKey(ports, parameters.region, parameters.key);
    return { status: 204 };
  });
