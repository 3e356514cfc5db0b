/** Documents of a closed settlement: the statement of a municipality, its bookings, its register lines, invoices between two. */
import * as z from "zod";
import { BILLING_WRITERS, FINANCE_READERS, type Role } from "../../domain/access.ts";
import { Billing } from "../../domain/billing/billing.ts";
import { IssuedInvoice } from "../../domain/billing/issuedInvoice.ts";
import { Settlement } from "../../domain/settlement/settlement.ts";
import { RegionId } from "./common.ts";
import type { Route } from "./route.ts";

/** Whoever reads what the cooperation costs; and mayors, of their own municipality. */
const READERS: readonly Role[] = [...FINANCE_READERS, "mayor"];

/** By name: what it is sent as. */
export const SETTLEMENT_FILES = {
  "statement.html": "text/html; charset=utf-8",
  "statement.pdf": "application/pdf",
  "statement.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "bookings.csv": "text/csv; charset=utf-8",
  "EXTF_bookings.csv": "text/csv; charset=windows-1252",
  "register.csv": "text/csv; charset=utf-8",
} as const;

export const SettlementFile = z.enum(
  Object.keys(SETTLEMENT_FILES) as [keyof typeof SETTLEMENT_FILES, ...(keyof typeof SETTLEMENT_FILES)[]],
);
export type SettlementFile = z.infer<typeof SettlementFile>;

const Member = z.string().regex(/^\d{8}$/);
const settlement = Settlement.shape.id.meta({ description: "erste und letzte Woche", example: "2026-W45_2026-W48" });

export const readSettlementFile = {
  name: "readSettlementFile",
  method: "GET",
  path: "/api/regions/{region}/settlements/{settlement}/members/{member}/{file}",
  summary: "Abrechnung einer Kommune als Datei",
  description:
    "statement.html, statement.pdf oder statement.xlsx: dieselbe Abrechnung mit jedem Wiegeschein und jeder Tour. bookings.csv und " +
    "EXTF_bookings.csv (DATEV-Format): die Buchungen, mit den Konten aus den Rechnungsangaben. register.csv: Registerzeilen für 20 02 01.",
  access: { kind: "roles", roles: READERS },
  parameters: z.strictObject({
    ...{ region: RegionId, settlement },
    member: Member.meta({ description: "AGS der Kommune", example: "10044115" }),
    file: SettlementFile.meta({ description: "Name der Datei" }),
  }),
  responses: {
    200: {
      description: "die Datei",
      contentTypes: [
        ...["text/html", "text/csv", "application/pdf"],
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      ],
    },
  },
} as const satisfies Route;

export const readInvoice = {
  name: "readInvoice",
  method: "GET",
  path: "/api/regions/{region}/settlements/{settlement}/invoices/{seller}/{buyer}",
  summary: "Rechnung einer Kommune an eine andere",
  description:
    "XRechnung 3.0 (UBL 2.1, EN 16931) für das, was eine Kommune mit eigenen Fahrzeugen, Häckslern oder Anlagen für eine andere " +
    "geleistet hat, wie sie gestellt wurde; noch nicht gestellt: 404. Ohne `number` die neueste, nach einer Berichtigung also die " +
    "berichtigte (384).",
  access: { kind: "roles", roles: READERS },
  parameters: z.strictObject({
    ...{ region: RegionId, settlement },
    seller: Member.meta({ description: "AGS der Kommune, die die Rechnung stellt", example: "10044115" }),
    buyer: Member.meta({ description: "AGS der Kommune, die sie bekommt", example: "10044111" }),
  }),
  query: z.strictObject({
    number: z
      .string()
      .max(120)
      .optional()
      .meta({ description: "Nummer einer bestimmten", example: "GV-saarlouis-10044115-2026-0001" }),
    form: z
      .enum(["xml", "pdf"])
      .default("xml")
      .meta({ description: "xml: die Rechnung selbst; pdf: was darin steht, zum Lesen", example: "xml" }),
  }),
  responses: { 200: { description: "die Rechnung", contentTypes: ["application/xml", "application/pdf"] } },
} as const satisfies Route;

export const issueInvoices = {
  name: "issueInvoices",
  method: "POST",
  path: "/api/regions/{region}/settlements/{settlement}/invoices",
  summary: "Rechnungen stellen",
  description:
    "Stellt die Rechnungen zwischen den Kommunen, die aus einer abgeschlossenen Abrechnung und ihren Berichtigungen folgen. Jede " +
    "bekommt die nächste Nummer ihres Ausstellers, und ihre Datei ändert sich nie mehr; eine Berichtigung führt zu einer " +
    "berichtigten Rechnung (384). Zweimal aufgerufen geschieht beim zweiten Mal nichts. Was die Rechnungsangaben nicht hergeben, " +
    "steht unter `missing`. Jede gestellte geht per Mail an die Rechnungsadresse ihres Empfängers. Wer nur für eine Kommune zuständig ist, stellt deren Rechnungen.",
  access: { kind: "roles", roles: BILLING_WRITERS },
  parameters: z.strictObject({ region: RegionId, settlement }),
  responses: {
    200: {
      description: "was gestellt wurde",
      schema: z.strictObject({ issued: z.array(IssuedInvoice), missing: z.array(z.string()) }),
    },
  },
} as const satisfies Route;

const ETag = z
  .string()
  .regex(/^"\d{1,15}"$/, 'expected an ETag such as "3", or * for any')
  .or(z.literal("*"))
  .meta({ description: 'ETag der Fassung, die geändert wird; "0", solange es keine gibt', example: '"3"' });

const billing =
  "Anschriften, Konten, Leitweg-IDs der Kommunen und Kontierungsprofile, für Rechnungen und Buchungsstapel.";

export const readBilling = {
  name: "readBilling",
  method: "GET",
  path: "/api/regions/{region}/billing",
  summary: "Rechnungsangaben",
  description: billing,
  access: { kind: "roles", roles: BILLING_WRITERS },
  parameters: z.strictObject({ region: RegionId }),
  responses: { 200: { description: "die Angaben", schema: Billing } },
} as const satisfies Route;

export const putBilling = {
  name: "putBilling",
  method: "PUT",
  path: "/api/regions/{region}/billing",
  summary: "Rechnungsangaben setzen",
  description: `${billing} Prüfziffern von IBAN und Leitweg-ID werden geprüft; was falsch ist, wird im Ganzen gesagt (422). If-Match nennt die Fassung, auf der die Änderung beruht; hat jemand anderes inzwischen geändert, gilt sie nicht (412).`,
  access: { kind: "roles", roles: BILLING_WRITERS },
  parameters: z.strictObject({ region: RegionId }),
  headers: z.looseObject({ "if-match": ETag }),
  body: { "application/json": Billing },
  responses: { 200: { description: "die Angaben", schema: Billing } },
} as const satisfies Route;
