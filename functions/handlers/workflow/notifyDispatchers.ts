/** Task `notifyDispatchers` of workflows/weekly-planning.asl.json. */
import { notifyDispatchers } from "../../usecases/mail/notifyDispatchers.ts";
import type { Ports } from "../../usecases/ports.ts";
import { OfRun } from "../../usecases/run/payloads.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "mailer" | "clock">) =>
  taskHandler("notifyDispatchers", OfRun, ports, ({ run }) => notifyDispatchers(ports, run));
