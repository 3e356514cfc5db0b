/** Called by whoever sets a region up, with the files of its folder. */
import * as z from "zod";
import type { Ports } from "../../usecases/ports.ts";
import { heldBlobs } from "../../usecases/heldBlobs.ts";
import { importRegion } from "../../usecases/regions/importRegion.ts";
import { taskHandler } from "../taskHandler.ts";

const Payload = z.object({ files: z.record(z.string().min(1), z.string()) });

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock">) =>
  taskHandler("importRegion", Payload, ports, ({ files }) => importRegion(ports, heldBlobs(files)));
