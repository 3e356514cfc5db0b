/** Task `freezeInput` of workflows/weekly-planning.asl.json. */
import type { Ports } from "../../usecases/ports.ts";
import { freezeWeek } from "../../usecases/run/freezeWeek.ts";
import { OfFreeze } from "../../usecases/run/payloads.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock">) =>
  taskHandler("freezeInput", OfFreeze, ports, (payload) => freezeWeek(ports, payload));
