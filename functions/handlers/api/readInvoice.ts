/** `GET /api/regions/{region}/settlements/{settlement}/invoices/{seller}/{buyer}` */
import { readInvoice as route } from "../../contract/documents.ts";
import { invoiceFile } from "../../usecases/documents/invoiceFile.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs">) =>
  apiHandler(route, ports, async ({ parameters: { region, settlement, seller, buyer }, query, reach }) => {
    const asked = { region, settlement, seller, buyer, number: query.number, reach };
    const { number, xml } = await invoiceFile(ports, asked);
    return {
      status: 200,
      headers: {
        "content-type": "application/xml; charset=utf-8",
        "content-disposition": `attachment; filename="${number}.xml"`,
      },
      body: xml,
    };
  });
