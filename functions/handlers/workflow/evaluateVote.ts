/** Task `evaluateVote` of workflows/agreement-approval.asl.json. */
import { OfVersion } from "../../usecases/agreements/payloads.ts";
import { evaluate } from "../../usecases/agreements/evaluate.ts";
import type { Ports } from "../../usecases/ports.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock" | "workflows">) =>
  taskHandler("evaluateVote", OfVersion, ports, (payload) => evaluate(ports, payload));
