/** `GET /api/regions/{region}/settlements/{settlement}/invoices/{seller}/{buyer}` */
import { readInvoice as route } from "../../contract/documents.ts";
import { invoiceFile } from "../../usecases/documents/invoiceFile.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";
import { fileAnswer } from "./fileAnswer.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs">) =>
  apiHandler(route, ports, async ({ parameters: { region, settlement, seller, buyer }, query, reach }) => {
    const asked = { region, settlement, seller, buyer, number: query.number, reach };
    const { issued, xml } = await invoiceFile(ports, asked);
    if (query.form === "xml")
      return fileAnswer(
        { contentType: "application/xml; charset=utf-8", content: xml, fileName: `${issued.number}.xml` },
        true,
      );
    const { invoicePaper } = await import("../../usecases/documents/invoicePaper.ts");
    const content = await invoicePaper(new TextDecoder().decode(xml), issued);
    return fileAnswer({ contentType: "application/pdf", content, fileName: `${issued.number}.pdf` });
  });
