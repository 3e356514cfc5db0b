/** `GET /api/regions/{region}/ledger/{year}` */
import { readLedger as route } from "../../contract/settlement.ts";
import { readLedger } from "../../usecases/settlement/ledger.ts";
import { ownLedger } from "../../usecases/settlement/own.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs">) =>
  apiHandler(route, ports, async ({ parameters: { region, year }, reach }) => ({
    status: 200,
    body: ownLedger(await readLedger(ports, region, Number(year)), reach),
  }));
