/** `GET /api/regions/{region}/weeks/{week}/finance/{file}` */
import { FINANCE_FILES, readFinanceFile as route } from "../../contract/finance.ts";
import type { Ports } from "../../usecases/ports.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "blobs">) =>
  apiHandler(route, ports, async ({ parameters: { region, week, file }, reach }) => {
    const { financeFile } = await import("../../usecases/finance/financeFile.ts");
    const fileName = `${region}-${week}-${file}`;
    return {
      status: 200,
      headers: {
        "content-type": FINANCE_FILES[file],
        "content-disposition": `${file.endsWith(".pdf") ? "inline" : "attachment"}; filename="${fileName}"`,
      },
      body: await financeFile(ports, { region, week, reach }, file),
    };
  });
