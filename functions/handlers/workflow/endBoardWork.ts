/** Task `endBoardWork` of workflows/board-publication.asl.json. */
import { endBoardWork } from "../../usecases/board/ended.ts";
import { OfBoardEnd } from "../../usecases/board/task.ts";
import type { Ports } from "../../usecases/ports.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store">) =>
  taskHandler("endBoardWork", OfBoardEnd, ports, ({ task, kind, ...end }) => endBoardWork(ports, task, kind, end));
