/** `POST /api/regions/{region}/uplinks/chirpstack` */
import { receiveChirpstackUplink as route } from "../../contract/reports.ts";
import { checkApiKey } from "../../usecases/keys/apiKeys.ts";
import type { Ports } from "../../usecases/ports.ts";
import { readChirpstack } from "../../usecases/uplinks/chirpstack.ts";
import { receiveUplink } from "../../usecases/uplinks/receiveUplink.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock">) =>
  apiHandler(
    route,
    ports,
    async ({ parameters: { region }, query, reach, body }) => ({
      status: 202,
      body: await receiveUplink(ports, { region, reach, reading: readChirpstack(body, query.event) }),
    }),
    (region, key) => checkApiKey(ports, region, key),
  );
