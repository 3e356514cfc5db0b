/** Once a week for each region, before the planned week. */
import * as z from "zod";
import type { Ports } from "../../usecases/ports.ts";
import { startScheduledWeek } from "../../usecases/weeks/scheduledWeek.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock" | "workflows">) =>
  taskHandler("startScheduledWeek", z.object({ region: z.string() }), ports, ({ region }) =>
    startScheduledWeek(ports, region),
  );
