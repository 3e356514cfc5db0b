/** The audit log, for anyone who is to check it. */
import * as z from "zod";
import { RegionId } from "./common.ts";
import type { Route } from "./route.ts";

export const readAuditLog = {
  name: "readAuditLog",
  method: "GET",
  path: "/api/regions/{region}/audit-log",
  summary: "Prüfprotokoll herunterladen",
  description:
    "Jede Entscheidung der Region als JSON-Zeilen, jede durch ihren Hash mit der vorigen verbunden; " +
    "`gruenverbund verify-log DATEI` prüft sie ohne dieses System.",
  access: { kind: "roles", roles: ["dispatcher", "mayor", "finance", "admin"] },
  parameters: z.strictObject({ region: RegionId }),
  responses: { 200: { description: "das Protokoll", contentTypes: ["application/jsonl"] } },
} as const satisfies Route;
