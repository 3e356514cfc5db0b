/** Task `reckonSettlement` of workflows/settlement-reckoning.asl.json. */
import * as z from "zod";
import type { Ports } from "../../usecases/ports.ts";
import { ReckoningTask, reckonSettlement } from "../../usecases/settlement/startReckoning.ts";
import { taskHandler } from "../taskHandler.ts";

const OfReckoning = z.object({ task: ReckoningTask });

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock" | "travelMatrix" | "engine">) =>
  taskHandler("reckonSettlement", OfReckoning, ports, ({ task }) => reckonSettlement(ports, task));
