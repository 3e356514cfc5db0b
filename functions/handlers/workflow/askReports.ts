/** Task `askReports` of workflows/weekly-planning.asl.json. */
import { askReports } from "../../usecases/mail/askReports.ts";
import type { Ports } from "../../usecases/ports.ts";
import { OfWeek } from "../../usecases/run/payloads.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (
  ports: Pick<Ports, "log" | "store" | "blobs" | "mailer" | "clock" | "secrets" | "site">,
) => taskHandler("askReports", OfWeek, ports, (payload) => askReports(ports, payload));
