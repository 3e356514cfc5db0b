/** `POST /api/regions/{region}/settlements/{settlement}/invoices` */
import { issueInvoices as route } from "../../contract/documents.ts";
import { issueInvoices } from "../../usecases/documents/issueInvoices.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs" | "clock">) =>
  apiHandler(route, ports, async ({ parameters: { region, settlement }, reach, principal }) => {
    const asked = { id: settlement, by: principal!.subject, reach };
    const { issued, missing } = await issueInvoices(ports, region, asked);
    return { status: 200, body: { issued, missing } };
  });
