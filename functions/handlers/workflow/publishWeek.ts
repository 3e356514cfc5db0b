/** Task `publishWeek` of workflows/weekly-planning.asl.json. */
import { OfRun } from "../../usecases/run/payloads.ts";
import type { Ports } from "../../usecases/ports.ts";
import { publishWeek } from "../../usecases/weeks/weekStates.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock">) =>
  taskHandler("publishWeek", OfRun, ports, ({ run }) => publishWeek(ports, run));
