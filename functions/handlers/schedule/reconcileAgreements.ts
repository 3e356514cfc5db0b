/** Every quarter of an hour. */
import * as z from "zod";
import { reconcileAgreements } from "../../usecases/agreements/reconcileAgreements.ts";
import { receiptPdf } from "../../usecases/agreements/pdf/receiptPdf.ts";
import type { Ports } from "../../usecases/ports.ts";
import { taskHandler } from "../taskHandler.ts";

export const createHandler = (
  ports: Pick<
    Ports,
    "log" | "store" | "blobs" | "clock" | "mailer" | "workflows" | "secrets" | "site" | "travelMatrix" | "engine"
  >,
) =>
  taskHandler("reconcileAgreements", z.unknown(), ports, () =>
    reconcileAgreements({ ...ports, receiptPaper: receiptPdf }),
  );
