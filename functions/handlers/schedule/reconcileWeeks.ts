/** Every quarter of an hour. */
import * as z from "zod";
import type { Ports } from "../../usecases/ports.ts";
import { reconcileWeeks } from "../../usecases/weeks/reconcileWeeks.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock" | "workflows">) =>
  taskHandler("reconcileWeeks", z.unknown(), ports, () => reconcileWeeks(ports));
