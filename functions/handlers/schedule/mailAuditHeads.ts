/** Once a week: tells every member where the audit log ends. */
import * as z from "zod";
import { mailAuditHeads } from "../../usecases/audit/weeklyHead.ts";
import type { Ports } from "../../usecases/ports.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "archive" | "mailer" | "clock">) =>
  taskHandler("mailAuditHeads", z.object({}), ports, () => mailAuditHeads(ports));
