/** Weighbridge tickets: import, work list, decisions; what tours became; densities. */
import * as z from "zod";
import { WEIGHING_WRITERS } from "../../domain/access.ts";
import { DensityEstimate } from "../../domain/settlement/density.ts";
import { MappingProfile } from "../../domain/settlement/profile.ts";
import { TourFate, TourRecord } from "../../domain/settlement/tourRecord.ts";
import { Candidate, Decision, Match, TicketId, Weighing, WeighingState } from "../../domain/settlement/weighing.ts";
import { WorkItem } from "../../domain/settlement/workItem.ts";
import { Id, RegionId, Week } from "./common.ts";
import type { Route } from "./route.ts";

/** Most rows in one file. */
export const MOST_ROWS = 2000;

const region = z.strictObject({ region: RegionId });
const FileName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .meta({ description: "Name der Datei, für die Arbeitsliste", example: "waage-2026-48.csv" });
const ProfileId = MappingProfile.shape.id.meta({ description: "Kennung des Einleseprofils", example: "waage-nord" });

export const weeksQuery = z.looseObject({
  firstWeek: Week.meta({ description: "erste Woche des Zeitraums" }),
  lastWeek: Week.meta({ description: "letzte Woche, höchstens sieben nach der ersten" }),
});

export const ImportReceipt = z
  .strictObject({
    dry: z.boolean().meta({ description: "wahr: nur geprüft, nichts geschrieben" }),
    rows: z.array(
      z.strictObject({
        row: z.int(),
        fate: z
          .enum(["taken", "known", "contradiction", "stuck"])
          .meta({ description: "aufgenommen, schon bekannt, widerspricht einem bekannten, nicht lesbar" }),
        ticketId: z.string().nullable(),
        cause: z.string(),
      }),
    ),
  })
  .meta({ id: "ImportReceipt" });
export type ImportReceipt = z.infer<typeof ImportReceipt>;

export const importWeighings = {
  name: "importWeighings",
  method: "POST",
  path: "/api/regions/{region}/weighings",
  summary: "Wiegescheine einlesen",
  description:
    `Eine Datei einer Waage mit bis zu ${MOST_ROWS} Zeilen, gelesen nach einem Einleseprofil. Jede Zeile wird aufgenommen, ist ` +
    "schon bekannt oder kommt in die Arbeitsliste; dieselbe Datei noch einmal ändert nichts. Mit `dry=true` wird nur geprüft.",
  access: { kind: "roles", roles: WEIGHING_WRITERS },
  parameters: region,
  query: z.looseObject({
    profile: ProfileId,
    file: FileName.optional(),
    dry: z.enum(["true", "false"]).optional().meta({ description: "nur prüfen" }),
  }),
  body: { "text/csv": z.string().min(1).max(2_000_000) },
  responses: { 200: { description: "was aus jeder Zeile wurde", schema: ImportReceipt } },
} as const satisfies Route;

export const ShownWeighing = z
  .strictObject({
    weighing: Weighing,
    state: WeighingState,
    match: Match.nullable(),
    candidates: z.array(Candidate),
  })
  .meta({ id: "ShownWeighing" });
export type ShownWeighing = z.infer<typeof ShownWeighing>;

export const listWeighings = {
  name: "listWeighings",
  method: "GET",
  path: "/api/regions/{region}/weighings",
  summary: "Wiegescheine mit ihrer Tour",
  description:
    "Die Scheine eines Zeitraums, jeder mit der Entladung, zu der er gehört, und den Losen, aus denen die Ladung kam. Wer nur für " +
    "eine Kommune zuständig ist, bekommt die mit ihrem Material.",
  access: { kind: "roles", roles: WEIGHING_WRITERS },
  parameters: region,
  query: weeksQuery,
  responses: { 200: { description: "die Scheine", schema: z.strictObject({ weighings: z.array(ShownWeighing) }) } },
} as const satisfies Route;

export const decideWeighing = {
  name: "decideWeighing",
  method: "POST",
  path: "/api/regions/{region}/weighings/{ticket}/decisions",
  summary: "Über einen Wiegeschein entscheiden",
  description:
    "Ordnet ihn einer Entladung zu (match), bestätigt sein Gewicht (confirm), sondert ihn aus (void) oder vermerkt, dass die Ladung " +
    "abgelehnt wurde (refuse). Der Schein selbst bleibt, wie er war; jede Entscheidung steht im Prüfprotokoll.",
  access: { kind: "roles", roles: WEIGHING_WRITERS },
  parameters: z.strictObject({ region: RegionId, ticket: TicketId }),
  body: { "application/json": Decision },
  responses: { 200: { description: "der Schein mit allen Entscheidungen", schema: Weighing } },
} as const satisfies Route;

export const listWorkItems = {
  name: "listWorkItems",
  method: "GET",
  path: "/api/regions/{region}/work-list",
  summary: "Arbeitsliste der Abrechnung",
  description:
    "Was einen Zeitraum noch hindert, abgerechnet zu werden: jeder Punkt mit Kennung, Stelle, Ursache und was zu tun ist.",
  access: { kind: "roles", roles: WEIGHING_WRITERS },
  parameters: region,
  query: weeksQuery,
  responses: { 200: { description: "die Punkte", schema: z.strictObject({ items: z.array(WorkItem) }) } },
} as const satisfies Route;

export const resolveWorkItem = {
  name: "resolveWorkItem",
  method: "POST",
  path: "/api/regions/{region}/work-list/{item}/resolution",
  summary: "Liegengebliebenes erledigen",
  description:
    "Für Zeilen, die niemand lesen kann, und Scheine, die einem früheren widersprechen: verwerfen (drop), oder den neuen an die " +
    "Stelle des früheren setzen (take). Beides bleibt erhalten und steht im Prüfprotokoll.",
  access: { kind: "roles", roles: WEIGHING_WRITERS },
  parameters: z.strictObject({
    region: RegionId,
    item: z
      .string()
      .regex(/^(row|twin)-[0-9a-f]{32}$/, "expected the part after the colon of an item's id")
      .meta({ description: "Kennung nach dem Doppelpunkt", example: `row-${"0".repeat(32)}` }),
  }),
  body: {
    "application/json": z.strictObject({
      kind: z.enum(["drop", "take"]),
      reason: z.string().trim().min(3).max(500),
    }),
  },
  responses: { 204: { description: "erledigt" } },
} as const satisfies Route;

export const recordTour = {
  name: "recordTour",
  method: "PUT",
  path: "/api/regions/{region}/weeks/{week}/tours/{tour}/record",
  summary: "Gefahrene Tour erfassen",
  description:
    "Wie weit und wie lange sie wirklich gefahren ist, oder dass sie ausfiel. Ohne das gilt sie als gefahren wie geplant.",
  access: { kind: "roles", roles: WEIGHING_WRITERS },
  parameters: z.strictObject({ region: RegionId, week: Week, tour: Id }),
  body: { "application/json": TourFate },
  responses: { 200: { description: "was erfasst ist", schema: TourRecord } },
} as const satisfies Route;

export const putWeighingProfile = {
  name: "putWeighingProfile",
  method: "PUT",
  path: "/api/regions/{region}/weighing-profiles/{profile}",
  summary: "Einleseprofil anlegen oder ändern",
  description:
    "Sagt, wie die Datei einer Waage zu lesen ist: Spalten, Trenner, Zahlen, Zeiten, Einheit, und wofür ihre Wörter stehen.",
  access: { kind: "roles", roles: ["finance", "admin"] },
  parameters: z.strictObject({ region: RegionId, profile: ProfileId }),
  body: { "application/json": MappingProfile },
  responses: { 200: { description: "das Profil", schema: MappingProfile } },
} as const satisfies Route;

export const listWeighingProfiles = {
  name: "listWeighingProfiles",
  method: "GET",
  path: "/api/regions/{region}/weighing-profiles",
  summary: "Einleseprofile",
  description: "Die Einleseprofile der Region und das mitgelieferte „standard“.",
  access: { kind: "roles", roles: WEIGHING_WRITERS },
  parameters: region,
  responses: { 200: { description: "die Profile", schema: z.strictObject({ profiles: z.array(MappingProfile) }) } },
} as const satisfies Route;

export const readDensities = {
  name: "readDensities",
  method: "GET",
  path: "/api/regions/{region}/densities",
  summary: "Dichten aus Wiegescheinen",
  description:
    "Was ein Kubikmeter wiegt, je Sammelstelle, Fraktion, Form und Jahreszeit, mit Unsicherheit: die Annahme der Stammdaten, so weit " +
    "verschoben, wie die Scheine tragen. Die Planung rechnet mit dem, was alle bisherigen Scheine der Jahreszeit ergeben " +
    "(region.json, learnedDensities), sonst mit den Stammdaten.",
  access: { kind: "roles", roles: WEIGHING_WRITERS },
  parameters: region,
  query: weeksQuery,
  responses: {
    200: { description: "die Schätzungen", schema: z.strictObject({ densities: z.array(DensityEstimate) }) },
  },
} as const satisfies Route;

export const attachWeighingPhoto = {
  name: "attachWeighingPhoto",
  method: "PUT",
  path: "/api/regions/{region}/weighings/{ticket}/photo",
  summary: "Foto zum Wiegeschein",
  description: "Legt ein Foto des Papiers zum Schein, ein JPEG in Base64; ohne Angaben über Ort und Gerät.",
  access: { kind: "roles", roles: WEIGHING_WRITERS },
  parameters: z.strictObject({ region: RegionId, ticket: TicketId }),
  body: { "application/json": z.strictObject({ jpegBase64: z.base64().min(1).max(5_400_000) }) },
  responses: { 204: { description: "abgelegt" } },
} as const satisfies Route;
