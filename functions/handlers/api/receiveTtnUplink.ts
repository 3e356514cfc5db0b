/** `POST /api/regions/{region}/uplinks/ttn` */
import { receiveTtnUplink as route } from "../../contract/reports.ts";
import { checkApiKey } from "../../usecases/keys/apiKeys.ts";
import type { Ports } from "../../usecases/ports.ts";
import { receiveUplink } from "../../usecases/uplinks/receiveUplink.ts";
import { readTtn } from "../../usecases/uplinks/ttn.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock">) =>
  apiHandler(
    route,
    ports,
    async ({ parameters: { region }, reach, body }) => ({
      status: 202,
      body: await receiveUplink(ports, { region, reach, reading: readTtn(body) }),
    }),
    (region, key) => checkApiKey(ports, region, key),
  );
