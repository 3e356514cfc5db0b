/** Every quarter of an hour. */
import * as z from "zod";
import { reconcileAgreements } from "../../usecases/agreements/reconcileAgreements.ts";
import type { Ports } from "../../usecases/ports.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (
  ports: Pick<Ports, "log" | "store" | "clock" | "mailer" | "workflows" | "secrets" | "site">,
) => taskHandler("reconcileAgreements", z.unknown(), ports, () => reconcileAgreements(ports));
