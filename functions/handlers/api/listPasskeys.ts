/** `GET /api/regions/{region}/passkeys` */
import { listPasskeys as route } from "../../contract/passkeys.ts";
import { listPasskeys } from "../../usecases/agreements/passkeys/removePasskey.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store">) =>
  apiHandler(route, ports, async ({ parameters: { region }, reach }) => ({
    status: 200,
    body: { passkeys: await listPasskeys(ports, region, reach) },
  }));
