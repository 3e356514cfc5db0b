/** Task `notifyResult` of workflows/agreement-approval.asl.json. */
import { OfVersion } from "../../usecases/agreements/payloads.ts";
import { notifyResult } from "../../usecases/agreements/notifyResult.ts";
import type { Ports } from "../../usecases/ports.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock" | "mailer" | "secrets" | "site">) =>
  taskHandler("notifyResult", OfVersion, ports, (payload) => notifyResult(ports, payload));
