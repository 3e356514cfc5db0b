/** Collection points: master data with versions. */
import * as z from "zod";
import { OpeningHoursText, Ags } from "../../domain/region/common.ts";
import { Contamination } from "../../domain/region/reports.ts";
import { Equipment } from "../../domain/region/places.ts";
import { Id, RegionId } from "./common.ts";
import { PlannedFill } from "./fills.ts";
import type { Route } from "./route.ts";

/** What can be changed at a point; its storages are part of the region's tables. */
export const PointFields = z.strictObject({
  name: z.string().trim().min(1).max(200),
  municipalityAgs: Ags,
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accessHours: OpeningHoursText.meta({ description: "Annahmezeiten für Fahrzeuge", example: "Mo-Fr 07:00-16:00" }),
  equipment: z.array(Equipment),
  status: z.enum(["open", "closed"]),
});
export type PointFields = z.infer<typeof PointFields>;

const LatestReport = z.strictObject({
  id: z.string(),
  observedAt: z.string(),
  quarters: z.int().optional(),
  volumeM3: z.number().optional(),
  percent: z.number().optional(),
  contamination: Contamination.optional(),
  heapBeside: z.boolean().optional(),
  reportedBy: z.string(),
});

export const Point = z
  .strictObject({
    id: Id,
    ...PointFields.shape,
    etag: z.string().meta({ description: "für If-Match beim Ändern" }),
    servedMunicipalities: z.array(z.string()).meta({ description: "AGS der Gemeinden, die die Sammelstelle nutzen" }),
    storages: z.array(
      z.strictObject({
        id: Id,
        streamId: Id,
        kind: z.string(),
        units: z.int(),
        volumeLitres: z.number(),
        latestReport: LatestReport.nullable(),
        forecast: PlannedFill.nullable().meta({ description: "Vorhersage der zuletzt geplanten Woche" }),
      }),
    ),
  })
  .meta({ id: "Point" });
export type Point = z.infer<typeof Point>;

const ETag = z
  .string()
  .regex(/^"\d{1,15}"$/, 'expected an ETag such as "3", or * for any')
  .or(z.literal("*"))
  .meta({ description: "ETag der Fassung, die geändert wird", example: '"3"' });

export const listPoints = {
  name: "listPoints",
  method: "GET",
  path: "/api/regions/{region}/points",
  summary: "Sammelstellen mit letzter Meldung und Vorhersage",
  description: "Alle Sammelstellen; ein Bauhof und ein Bürgermeister sehen die, die ihre Gemeinde nutzt.",
  access: { kind: "roles", roles: ["yard", "dispatcher", "mayor", "finance", "admin"] },
  parameters: z.strictObject({ region: RegionId }),
  responses: { 200: { description: "die Sammelstellen", schema: z.strictObject({ points: z.array(Point) }) } },
} as const satisfies Route;

export const putPoint = {
  name: "putPoint",
  method: "PUT",
  path: "/api/regions/{region}/points/{point}",
  summary: "Sammelstelle ändern",
  description:
    "Ändert eine bestehende Sammelstelle. If-Match nennt die Fassung, auf der die Änderung beruht; " +
    "hat sie inzwischen jemand geändert, wird nichts geschrieben (412).",
  access: { kind: "roles", roles: ["admin"] },
  parameters: z.strictObject({ region: RegionId, point: Id }),
  headers: z.looseObject({ "if-match": ETag }),
  body: { "application/json": PointFields },
  responses: { 200: { description: "die neue Fassung", schema: Point } },
} as const satisfies Route;
