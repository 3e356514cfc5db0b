/** Task `startCoalitionCosts` of workflows/weekly-planning.asl.json. */
import { OfBatches } from "../../usecases/run/payloads.ts";
import type { Ports } from "../../usecases/ports.ts";
import { startCoalitionCosts } from "../../usecases/run/coalitionCosts.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "workflows">) =>
  taskHandler("startCoalitionCosts", OfBatches, ports, (payload) => startCoalitionCosts(ports, payload));
