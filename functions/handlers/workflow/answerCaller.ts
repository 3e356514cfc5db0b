/** Task `answerCaller` of workflows/coalition-costs.asl.json. */
import { OfAnswer } from "../../usecases/run/payloads.ts";
import type { Ports } from "../../usecases/ports.ts";
import { answerCaller } from "../../usecases/run/coalitionCosts.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "workflows">) =>
  taskHandler("answerCaller", OfAnswer, ports, (payload) => answerCaller(ports, payload));
