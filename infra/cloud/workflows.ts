import type { Workflows } from "../../functions/ports/workflows.ts";
import { late } from "./late.ts";

export const workflows = late<Workflows>(
  ["start", "describe", "stop", "sendTaskSuccess", "sendTaskFailure", "sendTaskHeartbeat"],
  async () => (await import("./sfn.ts")).openWorkflows(),
);
