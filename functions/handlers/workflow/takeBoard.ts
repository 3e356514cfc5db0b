/** Task `takeBoard` of workflows/board-publication.asl.json. */
import { takeBoard } from "../../usecases/board/takeBoard.ts";
import { OfBoardRuns } from "../../usecases/board/task.ts";
import type { Ports } from "../../usecases/ports.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock">) =>
  taskHandler("takeBoard", OfBoardRuns, ports, ({ task, ...runs }) => takeBoard(ports, task, runs));
