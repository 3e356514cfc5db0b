/** Task `awaitDecision` of workflows/agreement-approval.asl.json. */
import { OfWait } from "../../usecases/agreements/payloads.ts";
import { awaitDecision } from "../../usecases/agreements/waits.ts";
import type { Ports } from "../../usecases/ports.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock" | "workflows">) =>
  taskHandler("awaitDecision", OfWait, ports, (payload) => awaitDecision(ports, payload));
