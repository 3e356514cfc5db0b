/** `GET /api/openapi.json` */
import { openApi } from "../../contract/openapi.ts";
import { readOpenApi as route } from "../../contract/system.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log">) => {
  const body = openApi();
  return apiHandler(route, ports, async () => ({
    status: 200,
    headers: { "cache-control": "public, max-age=300", "access-control-allow-origin": "*" },
    body,
  }));
};
