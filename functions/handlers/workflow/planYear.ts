/** Task `planYear` of workflows/year-planning.asl.json. */
import * as z from "zod";
import type { Ports } from "../../usecases/ports.ts";
import { planYearTask, YearTask } from "../../usecases/year/planYearTask.ts";
import { taskHandler } from "../taskHandler.ts";

const OfYear = z.object({ task: YearTask });

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock" | "travelMatrix" | "engine">) =>
  taskHandler("planYear", OfYear, ports, ({ task }) => planYearTask(ports, task));
