/** `GET /api/decisions/{receipt}` */
import { readDecision as route } from "../../contract/agreements.ts";
import { confirmDecision } from "../../usecases/agreements/receipts.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store">) =>
  apiHandler(route, ports, async ({ parameters: { receipt } }) => ({
    status: 200,
    body: await confirmDecision(ports.store, receipt),
  }));
