/** Task `closeGame` of workflows/weekly-planning.asl.json. */
import { OfGame } from "../../usecases/run/payloads.ts";
import type { Ports } from "../../usecases/ports.ts";
import { closeGame } from "../../usecases/run/stages.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock" | "travelMatrix" | "engine">) =>
  taskHandler("closeGame", OfGame, ports, (payload) => closeGame(ports, payload));
