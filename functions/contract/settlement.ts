/** Settling a period on weighed tonnes: preview, closing, corrections, the account of a year. */
import * as z from "zod";
import { FINANCE_READERS } from "../../domain/access.ts";
import { Ledger } from "../../domain/settlement/ledger.ts";
import { ClosedSettlement, Correction, Settlement } from "../../domain/settlement/settlement.ts";
import { WorkItem } from "../../domain/settlement/workItem.ts";
import { RegionId, Week } from "./common.ts";
import type { Route } from "./route.ts";
import { weeksQuery } from "./weighings.ts";

const region = z.strictObject({ region: RegionId });
const SettlementId = Settlement.shape.id.meta({
  description: "erste und letzte Woche",
  example: "2026-W45_2026-W48",
});
const one = z.strictObject({ region: RegionId, settlement: SettlementId });

const OWN =
  "Wer nur für eine Kommune zuständig ist, bekommt ihre Zahlen im Einzelnen und von den anderen nur die Summen.";

export const SettlementAnswer = z
  .strictObject({
    state: z
      .enum(["blocked", "running", "failed", "reckoned"])
      .optional()
      .meta({
        description:
          "einer Vorschau. blocked: die Arbeitsliste verbietet es. running: es wird noch gerechnet, in einigen Sekunden wieder fragen. " +
          "failed: das Rechnen ist gescheitert und beginnt auf spätere Anfrage neu",
      }),
    settlement: Settlement.nullable().meta({ description: "null, solange es nicht gerechnet ist" }),
    closed: ClosedSettlement.nullable(),
    corrections: z.array(Correction),
    items: z.array(WorkItem).meta({ description: "was in der Arbeitsliste noch offen ist" }),
  })
  .meta({ id: "SettlementAnswer" });

export const previewSettlement = {
  name: "previewSettlement",
  method: "GET",
  path: "/api/regions/{region}/settlement-preview",
  summary: "Abrechnung, wie sie jetzt wäre",
  description: `Rechnet einen Zeitraum auf gewogene Tonnen ab, ohne etwas abzuschließen. Dauert es länger als eine Anfrage darf, wird es im Hintergrund gerechnet, siehe „state“. ${OWN}`,
  access: { kind: "roles", roles: ["finance", "admin"] },
  parameters: region,
  query: weeksQuery,
  responses: { 200: { description: "die Abrechnung", schema: SettlementAnswer } },
} as const satisfies Route;

export const closeSettlement = {
  name: "closeSettlement",
  method: "POST",
  path: "/api/regions/{region}/settlements",
  summary: "Zeitraum abschließen",
  description:
    "Schließt einen Zeitraum für immer ab. `inputsSha256` ist der der angesehenen Vorschau: Kam seither etwas dazu, wird nichts " +
    "abgeschlossen (412). Steht noch etwas in der Arbeitsliste, auch nicht (409). Zweimal dasselbe gibt zweimal dieselbe Antwort.",
  access: { kind: "roles", roles: ["finance", "admin"] },
  parameters: region,
  body: {
    "application/json": z.strictObject({
      firstWeek: Week,
      weeks: z.int().min(1).max(8).meta({ description: "wie viele Wochen" }),
      inputsSha256: z.string().regex(/^[0-9a-f]{64}$/),
      advanceCents: z.record(z.string().regex(/^\d{8}$/), z.int()).optional(),
    }),
  },
  responses: { 200: { description: "was abgeschlossen ist", schema: ClosedSettlement } },
} as const satisfies Route;

export const listSettlements = {
  name: "listSettlements",
  method: "GET",
  path: "/api/regions/{region}/settlements",
  summary: "Abgeschlossene Abrechnungen",
  description: "Alle Abrechnungen der Region, die neueste zuerst.",
  access: { kind: "roles", roles: FINANCE_READERS },
  parameters: region,
  responses: {
    200: { description: "die Abrechnungen", schema: z.strictObject({ settlements: z.array(ClosedSettlement) }) },
  },
} as const satisfies Route;

export const readSettlement = {
  name: "readSettlement",
  method: "GET",
  path: "/api/regions/{region}/settlements/{settlement}",
  summary: "Abrechnung mit Belegen",
  description: `Eine abgeschlossene Abrechnung mit jedem Schein, jeder Tour und jedem Posten, und ihren Berichtigungen. ${OWN}`,
  access: { kind: "roles", roles: FINANCE_READERS },
  parameters: one,
  responses: { 200: { description: "die Abrechnung", schema: SettlementAnswer } },
} as const satisfies Route;

export const correctSettlement = {
  name: "correctSettlement",
  method: "POST",
  path: "/api/regions/{region}/settlements/{settlement}/corrections",
  summary: "Abrechnung berichtigen",
  description:
    "Bucht gegen, was sich seit dem Abschluss geändert hat: Die alten Beträge werden zurückgenommen, die neuen gebucht. Die " +
    "abgeschlossene Abrechnung bleibt, wie sie ist. Hat sich nichts geändert, gibt es nichts zu buchen (409).",
  access: { kind: "roles", roles: ["finance", "admin"] },
  parameters: one,
  body: { "application/json": z.strictObject({ reason: z.string().trim().min(3).max(1000) }) },
  responses: { 200: { description: "die Gegenbuchung", schema: Correction } },
} as const satisfies Route;

export const readLedger = {
  name: "readLedger",
  method: "GET",
  path: "/api/regions/{region}/ledger/{year}",
  summary: "Jahreskonto",
  description: `Alle Abrechnungen eines Jahres je Kommune, und was das Jahr als Ganzes ausgleicht. ${OWN}`,
  access: { kind: "roles", roles: FINANCE_READERS },
  parameters: z.strictObject({
    region: RegionId,
    year: z
      .string()
      .regex(/^20\d{2}$/, "expected a year such as 2026")
      .meta({ description: "Jahr", example: "2026" }),
  }),
  responses: { 200: { description: "das Konto", schema: Ledger } },
} as const satisfies Route;
