/** Task `optimizeBoard` of workflows/board-optimization.asl.json. */
import { optimizeBoard } from "../../usecases/board/optimize.ts";
import { OfBoard } from "../../usecases/board/task.ts";
import type { Ports } from "../../usecases/ports.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock" | "travelMatrix">) =>
  taskHandler("optimizeBoard", OfBoard, ports, ({ task }) => optimizeBoard(ports, task));
