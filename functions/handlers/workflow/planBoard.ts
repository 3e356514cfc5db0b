/** Task `planBoard` of workflows/board-publication.asl.json. */
import { planBoard } from "../../usecases/board/publish.ts";
import { OfBoard } from "../../usecases/board/task.ts";
import type { Ports } from "../../usecases/ports.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (
  ports: Pick<Ports, "log" | "store" | "blobs" | "clock" | "travelMatrix" | "engine" | "signer">,
) => taskHandler("planBoard", OfBoard, ports, ({ task }) => planBoard(ports, task));
