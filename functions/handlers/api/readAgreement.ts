/** `GET /api/regions/{region}/agreements/{agreement}` */
import { readAgreement as route } from "../../contract/agreements.ts";
import { readStatus } from "../../usecases/agreements/status.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store">) =>
  apiHandler(route, ports, async ({ parameters: { region, agreement } }) => ({
    status: 200,
    body: await readStatus(ports.store, region, agreement),
  }));
