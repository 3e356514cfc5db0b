/** Agreements on the split: propose, follow, decide as somebody signed in, record what was decided on paper, confirm a decision. */
import * as z from "zod";
import { AGREEMENT_KINDS, Agreement, ApproverRole, ReaderRole } from "../../domain/agreement/agreement.ts";
import { DECISIONS } from "../../domain/agreement/ballot.ts";
import { STATES } from "../../domain/agreement/stateMachine.ts";
import { Id, RegionId, Week } from "./common.ts";
import type { Route } from "./route.ts";

const region = z.strictObject({ region: RegionId });
const AgreementId = Id.max(80).meta({ description: "Kennung der Vereinbarung", example: "2026-W48-period" });
const Version = z.coerce.number().int().min(1).meta({ description: "Fassung", example: 1 });
const one = z.strictObject({ ...region.shape, agreement: AgreementId });
const version = z.strictObject({ ...one.shape, version: Version });

const Ags = z.string().regex(/^\d{8}$/);
const Day = z.iso.date();

export const AgreementVersion = z
  .strictObject({
    version: z.int(),
    state: z.enum(STATES),
    sha256: z.string().meta({ description: "SHA-256 des Vorschlags (RFC 8785)" }),
    openedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
    against: z.array(z.string()).meta({ description: "wer abgelehnt oder nichts gesagt hat" }),
    reason: z.string().nullable(),
    told: z.boolean().meta({ description: "Alle wissen, wie die Abstimmung ausging." }),
  })
  .meta({ id: "AgreementVersion" });

export const AgreementSummary = z
  .strictObject({
    id: z.string(),
    kind: z.enum(AGREEMENT_KINDS),
    versions: z.array(AgreementVersion),
  })
  .meta({ id: "AgreementSummary" });
export type AgreementSummary = z.infer<typeof AgreementSummary>;

const Standing = z.strictObject({
  ags: z.string(),
  name: z.string(),
  role: ApproverRole,
  decision: z.enum(DECISIONS).nullable(),
  at: z.string().nullable(),
  deputy: z.boolean().nullable(),
  undeliverable: z.boolean().meta({ description: "Eine Mail kam nicht an." }),
});

export const UndeliveredMail = z
  .strictObject({
    id: z.string(),
    occasion: z.string().meta({ description: "wovon sie handelt, etwa `ballot`, `receipt` oder `tours`" }),
    contactId: z.string().meta({ description: "an wen, wie in contacts.csv" }),
    week: z.string(),
    agreement: z.string().nullable(),
    status: z.enum(["waiting", "refused", "bounced"]).meta({
      description: "waiting: wird wieder versucht; refused, bounced: nahm die Adresse nicht, kam zurück",
    }),
    since: z.string().meta({ description: "erster Versuch" }),
    at: z.string().meta({ description: "letzter Versuch, oder wann sie zurückkam" }),
    attempts: z.int(),
    cause: z.string().nullable().meta({ description: "Worte des Mailservers, ohne Adressen" }),
    nextAt: z.string().nullable().meta({ description: "frühestens dann wird sie wieder versucht" }),
  })
  .meta({ id: "UndeliveredMail" });

export const AgreementStatus = z
  .strictObject({
    ...AgreementSummary.shape,
    agreement: Agreement.meta({ id: "Agreement" }),
    ballots: z.array(Standing),
    questions: z.array(
      z.strictObject({
        ...{ id: z.string(), ags: z.string(), role: ReaderRole, at: z.string(), text: z.string() },
        answer: z.string().nullable(),
      }),
    ),
    mails: z
      .array(UndeliveredMail)
      .optional()
      .meta({ description: "Mails, die noch nicht zugestellt sind; nur für Disposition und Verwaltung" }),
    paper: z
      .strictObject({
        ...{ scanSha256: z.string(), resolutionDate: Day, supervisoryDate: Day, publicationDate: Day },
      })
      .nullable(),
  })
  .meta({ id: "AgreementStatus" });
export type AgreementStatus = z.infer<typeof AgreementStatus>;

/** Six megabytes are all that a function takes; base64 is a third longer. */
const MOST_SCAN = 5_500_000;

export const Paper = z
  .strictObject({
    scan: z.base64().min(8).max(MOST_SCAN).meta({ description: "der unterschriebene Scan, base64, höchstens 4 MB" }),
    contentType: z.enum(["application/pdf", "image/jpeg", "image/png", "image/tiff"]),
    resolutionDate: Day.meta({ description: "Beschluss des Rates" }),
    supervisoryDate: Day.meta({ description: "Genehmigung der Aufsicht oder Anzeige bei ihr" }),
    publicationDate: Day.meta({ description: "Bekanntmachung; am Tag danach tritt sie in Kraft" }),
  })
  .meta({ id: "Paper" });
export type Paper = z.infer<typeof Paper>;

export const proposeAgreement = {
  name: "proposeAgreement",
  method: "POST",
  path: "/api/regions/{region}/agreements",
  summary: "Aufteilung vorschlagen",
  description:
    "Legt die Aufteilung einer veröffentlichten Woche zur Abstimmung vor. Derselbe Plan noch einmal gibt die Fassung, die schon " +
    "läuft; ein neuer Plan ist eine neue Fassung, und die Links der alten gelten nicht mehr.",
  access: { kind: "roles", roles: ["dispatcher", "admin"] },
  parameters: region,
  body: { "application/json": z.strictObject({ week: Week, kind: z.enum(AGREEMENT_KINDS).default("period") }) },
  responses: {
    202: {
      description: "die Fassung ist unterwegs",
      schema: z.strictObject({ agreement: z.string(), version: z.int(), sha256: z.string(), again: z.boolean() }),
    },
  },
} as const satisfies Route;

const readers = { kind: "roles", roles: ["dispatcher", "mayor", "finance", "admin"] } as const;

export const listAgreements = {
  name: "listAgreements",
  method: "GET",
  path: "/api/regions/{region}/agreements",
  summary: "Vereinbarungen der Region",
  description: "Jede Vereinbarung mit dem Stand aller Fassungen.",
  access: readers,
  parameters: region,
  responses: {
    200: { description: "die Vereinbarungen", schema: z.strictObject({ agreements: z.array(AgreementSummary) }) },
  },
} as const satisfies Route;

export const readAgreement = {
  name: "readAgreement",
  method: "GET",
  path: "/api/regions/{region}/agreements/{agreement}",
  summary: "Stand einer Vereinbarung",
  description: "Der Vorschlag der geltenden Fassung, wer entschieden hat, Fragen und was auf Papier vorliegt.",
  access: readers,
  parameters: one,
  responses: { 200: { description: "die Vereinbarung", schema: AgreementStatus } },
} as const satisfies Route;

export const listUndelivered = {
  name: "listUndelivered",
  method: "GET",
  path: "/api/regions/{region}/mails",
  summary: "Mails, die nicht zugestellt sind",
  description:
    "Mails der Planung, der Abstimmungen und des Prüfprotokolls, die warten, abgewiesen wurden oder zurückkamen: an wen, seit wann, wie " +
    "oft versucht, warum nicht, und wann der nächste Versuch ist.",
  access: { kind: "roles", roles: ["dispatcher", "admin"] },
  parameters: region,
  responses: { 200: { description: "die Mails", schema: z.strictObject({ mails: z.array(UndeliveredMail) }) } },
} as const satisfies Route;

export const decideAgreement = {
  name: "decideAgreement",
  method: "POST",
  path: "/api/regions/{region}/agreements/{agreement}/versions/{version}/decisions",
  summary: "Entscheiden",
  description:
    "Entscheidet für eine Kommune, in deren Rolle der Aufrufer angemeldet ist. `amount` ist der eigene Anteil, von Hand eingegeben. " +
    "Jede Rolle entscheidet einmal; eine zweite Entscheidung gibt die erste zurück.",
  access: { kind: "roles", roles: ["mayor", "finance"] },
  parameters: version,
  body: {
    "application/json": z.strictObject({
      ags: Ags,
      role: ApproverRole,
      decision: z.enum(DECISIONS),
      amount: z.string().min(1).max(40),
      reason: z.string().max(2000).optional(),
    }),
  },
  responses: {
    200: {
      description: "die Entscheidung mit ihrem Eintrag im Prüfprotokoll",
      schema: z.strictObject({
        again: z.boolean().meta({ description: "Entschieden war schon vorher." }),
        ...{ decision: z.enum(DECISIONS), amountCents: z.int(), at: z.string(), receiptId: z.string() },
        entry: z.strictObject({ seq: z.int(), sha256: z.string() }),
      }),
    },
  },
} as const satisfies Route;

export const answerQuestion = {
  name: "answerQuestion",
  method: "POST",
  path: "/api/regions/{region}/agreements/{agreement}/versions/{version}/questions/{question}",
  summary: "Frage beantworten",
  description: "Die Antwort sehen alle, die gefragt sind.",
  access: { kind: "roles", roles: ["dispatcher", "admin"] },
  parameters: z.strictObject({ ...version.shape, question: z.string().regex(/^[0-9a-f]{16}$/) }),
  body: { "application/json": z.strictObject({ text: z.string().trim().min(1).max(2000) }) },
  responses: { 204: { description: "beantwortet" } },
} as const satisfies Route;

export const recordPaper = {
  name: "recordPaper",
  method: "POST",
  path: "/api/regions/{region}/agreements/{agreement}/versions/{version}/paper",
  summary: "Unterschriebene Fassung aufnehmen",
  description:
    "Nimmt den Scan mit seinem Hash und die Daten von Beschluss, Aufsicht und Bekanntmachung auf. In Kraft tritt die Vereinbarung am " +
    "Tag nach der Bekanntmachung.",
  access: { kind: "roles", roles: ["dispatcher", "admin"] },
  parameters: version,
  body: { "application/json": Paper },
  responses: {
    200: {
      description: "aufgenommen",
      schema: z.strictObject({ scanSha256: z.string(), inForce: z.boolean() }),
    },
  },
} as const satisfies Route;

export const withdrawAgreement = {
  name: "withdrawAgreement",
  method: "POST",
  path: "/api/regions/{region}/agreements/{agreement}/versions/{version}/withdrawal",
  summary: "Vorschlag zurückziehen",
  description: "Beendet die Abstimmung ohne Ergebnis, solange die Vereinbarung nicht in Kraft ist.",
  access: { kind: "roles", roles: ["dispatcher", "admin"] },
  parameters: version,
  body: { "application/json": z.strictObject({ reason: z.string().trim().min(1).max(2000) }) },
  responses: { 204: { description: "zurückgezogen" } },
} as const satisfies Route;

export const readDecision = {
  name: "readDecision",
  method: "GET",
  path: "/api/decisions/{receipt}",
  summary: "Entscheidung bestätigen",
  description: "Der Eintrag des Prüfprotokolls, den eine Quittung nennt; wer sie hat, darf ihn sehen.",
  access: { kind: "public" },
  parameters: z.strictObject({
    receipt: z
      .string()
      .max(150)
      .regex(/^[a-z0-9-]+\.\d+\.[0-9a-f]{64}$/, "expected the id on a receipt")
      .meta({ description: "Kennung auf der Quittung" }),
  }),
  responses: { 200: { description: "der Eintrag", schema: z.looseObject({ seq: z.int(), sha256: z.string() }) } },
} as const satisfies Route;
