/** Task `planFlow` of workflows/weekly-planning.asl.json. */
import { OfRun } from "../../usecases/run/payloads.ts";
import type { Ports } from "../../usecases/ports.ts";
import { planFlow } from "../../usecases/run/stages.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock" | "travelMatrix" | "engine">) =>
  taskHandler("planFlow", OfRun, ports, ({ run }) => planFlow(ports, run));
