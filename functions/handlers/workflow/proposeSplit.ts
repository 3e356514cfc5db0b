/** Task `proposeSplit` of workflows/weekly-planning.asl.json. */
import * as z from "zod";
import { proposePublished, reportNotProposed } from "../../usecases/agreements/proposePublished.ts";
import type { Ports } from "../../usecases/ports.ts";
import { OfRun } from "../../usecases/run/payloads.ts";
import { taskHandler } from "../taskHandler.ts";

/** With a failure: what became of the first attempt. */
const OfProposal = OfRun.extend({ failure: z.object({ error: z.string(), cause: z.string() }).optional() });

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock" | "mailer" | "workflows">) =>
  taskHandler("proposeSplit", OfProposal, ports, ({ run, failure }) =>
    failure === undefined ? proposePublished(ports, run) : reportNotProposed(ports, run, failure),
  );
