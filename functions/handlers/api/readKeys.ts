/** `GET /api/keys` */
import { readKeys } from "../../contract/system.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "signer">) =>
  apiHandler(readKeys, ports, async () => ({
    status: 200,
    body: { keys: [...(await ports.signer.publicKeys())] },
  }));
