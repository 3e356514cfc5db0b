/** Task `notifyTours` of workflows/board-publication.asl.json. */
import { notifyTours } from "../../usecases/board/notifyTours.ts";
import { OfBoardRuns } from "../../usecases/board/task.ts";
import type { Ports } from "../../usecases/ports.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock" | "mailer">) =>
  taskHandler("notifyTours", OfBoardRuns, ports, ({ task: _, ...runs }) => notifyTours(ports, runs));
