/** Task `proposeWithout` of workflows/agreement-approval.asl.json. */
import { OfVersion } from "../../usecases/agreements/payloads.ts";
import { proposeWithout } from "../../usecases/agreements/proposeWithout.ts";
import type { Ports } from "../../usecases/ports.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (
  ports: Pick<Ports, "log" | "store" | "blobs" | "clock" | "workflows" | "travelMatrix" | "engine">,
) => taskHandler("proposeWithout", OfVersion, ports, (payload) => proposeWithout(ports, payload));
