/** `GET /api/regions/{region}/audit-log` */
import { readAuditLog as route } from "../../contract/audit.ts";
import { exportedText } from "../../usecases/audit/readLog.ts";
import type { Ports } from "../../usecases/ports.ts";
import { readIndex } from "../../usecases/records/region.ts";
import { apiHandler } from "./apiHandler.ts";

export const createHandler = (ports: Pick<Ports, "log" | "store" | "clock">) =>
  apiHandler(route, ports, async ({ parameters: { region } }) => {
    await readIndex(ports.store, region);
    return {
      status: 200,
      headers: {
        "content-type": "application/jsonl",
        "content-disposition": `attachment; filename="${region}-audit-log.jsonl"`,
      },
      body: await exportedText(ports, region),
    };
  });
