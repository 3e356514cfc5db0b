/** Task `routeWeek` of workflows/weekly-planning.asl.json. */
import { OfSeed } from "../../usecases/run/payloads.ts";
import type { Ports } from "../../usecases/ports.ts";
import { routeWeekFrom } from "../../usecases/run/stages.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock" | "travelMatrix">) =>
  taskHandler("routeWeek", OfSeed, ports, (payload) => routeWeekFrom(ports, payload));
