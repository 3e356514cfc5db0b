/** The planned week: follow it, read its result and its tours. */
import * as z from "zod";
import { PHASES } from "../../planning/progress.ts";
import { StorageFill } from "./fills.ts";
import { Id, RegionId, Week } from "./common.ts";
import type { Route } from "./route.ts";
import { WeekOfRegion } from "./startPlan.ts";

export const WEEK_STATUSES = ["planning", "planned", "failed"] as const;

export const WeekSummary = z.strictObject({
  jointCostCents: z.int(),
  standAloneTotalCents: z.int(),
  savingCents: z.int(),
  tours: z.int(),
  pickups: z.int(),
  unserved: z.int(),
});

export const WeekPlan = z
  .strictObject({
    region: RegionId,
    week: Week,
    status: z.enum(WEEK_STATUSES),
    execution: z.string(),
    inputSha256: z.string().nullable(),
    startedAt: z.string(),
    endedAt: z.string().nullable(),
    progress: z
      .strictObject({ phase: z.enum([...PHASES, "publish"]), part: z.number().min(0).max(1), at: z.string() })
      .nullable()
      .meta({ description: "Abschnitt der Planung und wie weit er ist" }),
    summary: WeekSummary.nullable(),
    failure: z.strictObject({ cause: z.string(), action: z.string() }).nullable(),
    tours: z.array(
      z.strictObject({
        id: Id,
        vehicleName: z.string(),
        date: z.string(),
        stops: z.int(),
        distanceMetres: z.int(),
        durationSeconds: z.int(),
      }),
    ),
    fills: z
      .array(StorageFill)
      .optional()
      .meta({ description: "wie voll die Lager nach der Vorhersage sind; fehlt bei früher geplanten Wochen" }),
    plan: z.string().nullable().meta({ description: "Adresse der ganzen plan.json" }),
  })
  .meta({ id: "WeekPlan" });
export type WeekPlan = z.infer<typeof WeekPlan>;

export const readPlan = {
  name: "readPlan",
  method: "GET",
  path: "/api/regions/{region}/weeks/{week}/plan",
  summary: "Stand und Ergebnis der Planung",
  description: "Stand, Fortschritt und Ergebnis der Woche.",
  access: { kind: "roles", roles: ["yard", "dispatcher", "mayor", "finance", "admin"] },
  parameters: WeekOfRegion,
  responses: { 200: { description: "die Woche", schema: WeekPlan } },
} as const satisfies Route;

/** Files of a planned week, by the path below `…/weeks/{week}/`. */
export const readTour = {
  name: "readTour",
  method: "GET",
  path: "/api/regions/{region}/weeks/{week}/tours/{file}",
  summary: "Tour als PDF, GPX, ICS oder GeoJSON",
  description: "`{file}` ist die Kennung der Tour mit der Endung .pdf, .gpx, .ics oder .geojson.",
  access: { kind: "roles", roles: ["dispatcher", "admin"] },
  parameters: z.strictObject({
    ...WeekOfRegion.shape,
    file: z
      .string()
      .max(110)
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\.(pdf|gpx|ics|geojson)$/, "expected a tour such as t1.pdf")
      .meta({ description: "Tour und Endung", example: "hook-1-2026-11-24.pdf" }),
  }),
  responses: {
    200: {
      description: "die Datei",
      contentTypes: ["application/pdf", "application/gpx+xml", "text/calendar", "application/geo+json"],
    },
  },
} as const satisfies Route;

export const readPlanFile = {
  name: "readPlanFile",
  method: "GET",
  path: "/api/regions/{region}/weeks/{week}/files/{file}",
  summary: "Plan, Bericht und Tabellen der Woche",
  description:
    "plan.json, report.html, routes.geojson, tours.ics, costs.csv, costs.machine.csv oder trust.json: alle Eingaben und Ergebnisse, " +
    "unterschrieben, zum Nachrechnen.",
  access: { kind: "roles", roles: ["dispatcher", "mayor", "finance", "admin"] },
  parameters: z.strictObject({
    ...WeekOfRegion.shape,
    file: z
      .enum(["plan.json", "trust.json", "report.html", "routes.geojson", "tours.ics", "costs.csv", "costs.machine.csv"])
      .meta({ description: "Name der Datei" }),
  }),
  responses: {
    200: {
      description: "die Datei",
      contentTypes: ["application/json", "text/html", "application/geo+json", "text/calendar", "text/csv"],
    },
  },
} as const satisfies Route;
