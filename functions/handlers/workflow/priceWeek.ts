/** Task `priceWeek` of workflows/weekly-planning.asl.json. */
import { OfRun } from "../../usecases/run/payloads.ts";
import type { Ports } from "../../usecases/ports.ts";
import { priceWeek } from "../../usecases/run/priceWeek.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (
  ports: Pick<Ports, "log" | "store" | "blobs" | "clock" | "travelMatrix" | "engine" | "signer">,
) => taskHandler("priceWeek", OfRun, ports, ({ run }) => priceWeek(ports, run));
