/** Reports of yards, by API, CSV and sensor. */
import * as z from "zod";
import { Contamination, MOST_FILL, Timestamp } from "../../domain/region/reports.ts";
import { Id, IdempotencyKey, ProblemItem, RegionId } from "./common.ts";
import type { Route } from "./route.ts";

/** Most reports in one request. */
export const MOST_REPORTS = 500;

export const NewReport = z
  .strictObject({
    storageId: Id,
    observedAt: Timestamp.meta({ description: "wann gesehen; RFC 3339 mit Zeitzone" }),
    quarters: z.int().min(0).max(5).optional().meta({ description: "0 leer bis 4 voll, 5 übervoll" }),
    volumeM3: z.number().min(0).max(100_000).optional().meta({ description: "Kubikmeter, statt der Viertel" }),
    percent: z
      .number()
      .min(0)
      .max(100 * MOST_FILL)
      .optional()
      .meta({ description: "Prozent des Raums, wie Sensoren messen; statt der Viertel" }),
    errorPercent: z
      .number()
      .gt(0)
      .max(50)
      .optional()
      .meta({ description: "Standardabweichung des Sensors in Prozent des Raums, zu percent; Vorgabe 4" }),
    contamination: Contamination.optional().meta({ description: "Störstoffe: none keine, some etwas, much viel" }),
    heapBeside: z.boolean().optional().meta({ description: "ob ein Haufen daneben liegt" }),
    reportedBy: z.string().trim().min(1).max(100).optional().meta({ description: "Vorgabe: wer angemeldet ist" }),
  })
  .refine((r) => [r.quarters, r.volumeM3, r.percent].filter((one) => one !== undefined).length === 1, {
    error: "give quarters, volumeM3 or percent: one of them, and only one",
    path: ["quarters"],
    params: { code: "report.measure" },
  })
  .meta({ id: "NewReport" });
export type NewReport = z.infer<typeof NewReport>;

export const ReportsReceipt = z
  .strictObject({
    accepted: z
      .array(z.strictObject({ index: z.int(), id: z.string() }))
      .meta({ description: "angenommene Meldungen mit ihrer Stelle in der Anfrage" }),
    rejected: z
      .array(z.strictObject({ index: z.int(), problems: z.array(ProblemItem) }))
      .meta({ description: "abgelehnte Meldungen, jede mit allen Fehlern" }),
  })
  .meta({ id: "ReportsReceipt" });
export type ReportsReceipt = z.infer<typeof ReportsReceipt>;

const region = z.strictObject({ region: RegionId });
const receipt = { description: "angenommen; Fehler stehen bei der einzelnen Meldung", schema: ReportsReceipt };

export const submitReports = {
  name: "submitReports",
  method: "POST",
  path: "/api/regions/{region}/reports",
  summary: "Füllstände melden",
  description:
    "Eine Meldung oder bis zu 500 auf einmal, als JSON oder als CSV (Spalten storageId;observedAt;quarters;volumeM3;percent;errorPercent;contamination;heapBeside). " +
    "Ein Bauhof meldet nur für Sammelstellen, die seine Gemeinde nutzt.",
  access: { kind: "roles", roles: ["yard", "dispatcher", "admin"] },
  parameters: region,
  headers: z.looseObject({ "idempotency-key": IdempotencyKey }),
  itemwise: true,
  body: {
    "application/json": z.union([NewReport, z.array(NewReport).min(1).max(MOST_REPORTS)]),
    "text/csv": z.string().min(1),
  },
  responses: { 202: receipt },
} as const satisfies Route;

/** The Things Stack v3 and ChirpStack v4 send more than is read; what is read is checked when it is read. */
const Uplink = z.looseObject({});

const DEDUPLICATED =
  "Doppelt gesandte Meldungen zählen einmal. Der Sensor muss einem Lagerplatz zugeordnet sein; " +
  "andere Ereignisse als Messungen werden bestätigt und nicht ausgewertet.";

export const receiveTtnUplink = {
  name: "receiveTtnUplink",
  method: "POST",
  path: "/api/regions/{region}/uplinks/ttn",
  summary: "Sensormeldung von The Things Stack v3",
  description: `Webhook von The Things Stack. ${DEDUPLICATED}`,
  access: { kind: "apiKey" },
  parameters: region,
  body: { "application/json": Uplink },
  responses: { 202: receipt },
} as const satisfies Route;

export const receiveChirpstackUplink = {
  name: "receiveChirpstackUplink",
  method: "POST",
  path: "/api/regions/{region}/uplinks/chirpstack",
  summary: "Sensormeldung von ChirpStack v4",
  description: `Webhook von ChirpStack, dessen Ereignis im Parameter \`event\` steht. ${DEDUPLICATED}`,
  access: { kind: "apiKey" },
  parameters: region,
  query: z.looseObject({ event: z.string().max(40).optional() }),
  body: { "application/json": Uplink },
  responses: { 202: receipt },
} as const satisfies Route;
