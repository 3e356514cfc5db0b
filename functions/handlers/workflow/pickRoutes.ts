/** Task `pickRoutes` of workflows/weekly-planning.asl.json. */
import { OfCandidates } from "../../usecases/run/payloads.ts";
import type { Ports } from "../../usecases/ports.ts";
import { pickRoutes } from "../../usecases/run/stages.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "blobs">) =>
  taskHandler("pickRoutes", OfCandidates, ports, (payload) => pickRoutes(ports, payload));
