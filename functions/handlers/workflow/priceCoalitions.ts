/** Task `priceCoalitions` of workflows/coalition-costs.asl.json. */
import { OfBatch } from "../../usecases/run/payloads.ts";
import type { Ports } from "../../usecases/ports.ts";
import { priceCoalitions } from "../../usecases/run/stages.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock" | "travelMatrix" | "engine">) =>
  taskHandler("priceCoalitions", OfBatch, ports, (payload) => priceCoalitions(ports, payload));
