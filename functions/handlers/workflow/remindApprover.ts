/** Task `remindApprover` of workflows/agreement-approval.asl.json. */
import { OfReminded } from "../../usecases/agreements/payloads.ts";
import { remind } from "../../usecases/agreements/steps.ts";
import type { Ports } from "../../usecases/ports.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock" | "mailer" | "secrets" | "site">) =>
  taskHandler("remindApprover", OfReminded, ports, (payload) => remind(ports, payload));
