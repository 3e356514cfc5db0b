/** Task `forecastWeek` of workflows/weekly-planning.asl.json. */
import { OfRun } from "../../usecases/run/payloads.ts";
import type { Ports } from "../../usecases/ports.ts";
import { forecastWeek } from "../../usecases/run/stages.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock">) =>
  taskHandler("forecastWeek", OfRun, ports, ({ run }) => forecastWeek(ports, run));
