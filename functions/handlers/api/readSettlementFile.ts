/** `GET /api/regions/{region}/settlements/{settlement}/members/{member}/{file}` */
import { SETTLEMENT_FILES, readSettlementFile as route } from "../../contract/documents.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

/** Shown where it is opened; everything else is saved. */
const SHOWN = [".pdf", ".html"];
/** The page brings its own style and loads nothing. */
const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs">) =>
  apiHandler(route, ports, async ({ parameters: { region, settlement, member, file }, reach }) => {
    const { settlementFile } = await import("../../usecases/documents/settlementFile.ts");
    const body = await settlementFile(ports, { region, settlement, member, reach }, file);
    const shown = SHOWN.some((end) => file.endsWith(end));
    // DATEV takes only names that begin with EXTF_.
    const [prefix, rest] = file.startsWith("EXTF_") ? ["EXTF_", file.slice(5)] : ["", file];
    return {
      status: 200,
      headers: {
        "content-type": SETTLEMENT_FILES[file],
        "content-disposition": `${shown ? "inline" : "attachment"}; filename="${prefix}${region}-${settlement}-${member}-${rest}"`,
        ...(file.endsWith(".html") ? { "content-security-policy": PAGE_POLICY } : {}),
      },
      body,
    };
  });
