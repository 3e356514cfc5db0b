/** Task `nextBallotStep` of workflows/agreement-approval.asl.json. */
import { OfReminded } from "../../usecases/agreements/payloads.ts";
import { nextStep } from "../../usecases/agreements/steps.ts";
import type { Ports } from "../../usecases/ports.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock">) =>
  taskHandler("nextBallotStep", OfReminded, ports, (payload) => nextStep(ports, payload));
