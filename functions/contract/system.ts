/** About the system itself. */
import * as z from "zod";
import type { Route } from "./route.ts";

const none = z.strictObject({});

export const readHealth = {
  name: "readHealth",
  method: "GET",
  path: "/api/health",
  summary: "Läuft das System?",
  description: "Antwortet, wenn Funktion und Speicher antworten.",
  access: { kind: "public" },
  parameters: none,
  responses: {
    200: {
      description: "es läuft",
      schema: z.strictObject({ status: z.literal("ok"), version: z.string(), time: z.string() }),
    },
  },
} as const satisfies Route;

export const readKeys = {
  name: "readKeys",
  method: "GET",
  path: "/api/keys",
  summary: "Öffentliche Schlüssel",
  description:
    "Schlüssel (JWKS, RFC 7517), mit denen die Vertrauensdateien trust.json unterschrieben sind; leer, wo keiner eingerichtet ist.",
  access: { kind: "public" },
  parameters: none,
  responses: {
    200: {
      description: "die Schlüssel",
      schema: z.strictObject({ keys: z.array(z.looseObject({ kid: z.string() })) }),
    },
  },
} as const satisfies Route;

export const readOpenApi = {
  name: "readOpenApi",
  method: "GET",
  path: "/api/openapi.json",
  summary: "Beschreibung der Schnittstelle",
  description: "OpenAPI 3.1.",
  access: { kind: "public" },
  parameters: none,
  responses: { 200: { description: "OpenAPI 3.1", schema: z.looseObject({}) } },
} as const satisfies Route;

export const readApiDocs = {
  name: "readApiDocs",
  method: "GET",
  path: "/api/docs",
  summary: "Die Schnittstelle, lesbar",
  description: "Dieselbe Beschreibung als Seite.",
  access: { kind: "public" },
  parameters: none,
  responses: { 200: { description: "eine Seite", contentTypes: ["text/html"] } },
} as const satisfies Route;
