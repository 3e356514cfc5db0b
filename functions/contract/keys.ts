/** Keys of machines that cannot sign in, such as a sensor network's webhook. */
import * as z from "zod";
import { RegionId } from "./common.ts";
import type { Route } from "./route.ts";

export const ApiKey = z
  .strictObject({
    id: z.string().meta({ description: "Kennung, aus der sich der Schlüssel nicht erraten lässt" }),
    name: z.string(),
    createdAt: z.string(),
  })
  .meta({ id: "ApiKey" });
export type ApiKey = z.infer<typeof ApiKey>;

const region = z.strictObject({ region: RegionId });
const access = { kind: "roles", roles: ["admin"] } as const;

export const listApiKeys = {
  name: "listApiKeys",
  method: "GET",
  path: "/api/regions/{region}/keys",
  summary: "Schlüssel für Sensornetze",
  description: "Die Schlüssel der Region; sie selbst sind nirgends gespeichert.",
  access,
  parameters: region,
  responses: { 200: { description: "die Schlüssel", schema: z.strictObject({ keys: z.array(ApiKey) }) } },
} as const satisfies Route;

export const createApiKey = {
  name: "createApiKey",
  method: "POST",
  path: "/api/regions/{region}/keys",
  summary: "Schlüssel anlegen",
  description: "Legt einen Schlüssel an. Er steht nur in dieser Antwort; gespeichert wird sein Hash.",
  access,
  parameters: region,
  body: {
    "application/json": z.strictObject({
      name: z.string().trim().min(1).max(100).meta({ description: "wofür, etwa der Name des Netzes" }),
    }),
  },
  responses: { 201: { description: "der Schlüssel", schema: ApiKey.extend({ key: z.string() }) } },
} as const satisfies Route;

export const revokeApiKey = {
  name: "revokeApiKey",
  method: "DELETE",
  path: "/api/regions/{region}/keys/{key}",
  summary: "Schlüssel sperren",
  description: "Der Schlüssel gilt sofort nicht mehr.",
  access,
  parameters: z.strictObject({
    region: RegionId,
    key: z
      .string()
      .regex(/^[0-9a-f]{16}$/, "expected the id of a key")
      .meta({ description: "Kennung des Schlüssels", example: "0123456789abcdef" }),
  }),
  responses: { 204: { description: "gesperrt" } },
} as const satisfies Route;
