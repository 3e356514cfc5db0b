/** Task `failWeek` of workflows/weekly-planning.asl.json. */
import { OfFailure } from "../../usecases/run/payloads.ts";
import type { Ports } from "../../usecases/ports.ts";
import { failWeek } from "../../usecases/weeks/weekStates.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock">) =>
  taskHandler("failWeek", OfFailure, ports, (payload) => failWeek(ports, payload));
