/** Passkeys of the people who decide: the administration sees them, and removes one of a lost device. */
import * as z from "zod";
import { Id, RegionId } from "./common.ts";
import type { Route } from "./route.ts";

const access = { kind: "roles", roles: ["admin"] } as const;
const region = z.strictObject({ region: RegionId });

export const HeldPasskey = z
  .strictObject({
    contactId: z.string(),
    name: z.string().meta({ description: "der Person, wie in contacts.csv" }),
    role: z.string(),
    ags: z.string().nullable(),
    passkey: z.string().meta({ description: "SHA-256 der Kennung, wie im Prüfprotokoll" }),
    label: z.string().nullable().meta({ description: "wie die Person ihn nennt" }),
    createdAt: z.string(),
    lastUsedAt: z.string().nullable(),
    valid: z.boolean().meta({ description: "Falsch: Name oder Adresse sind seitdem andere; er gilt nicht mehr." }),
  })
  .meta({ id: "HeldPasskey" });

export const listPasskeys = {
  name: "listPasskeys",
  method: "GET",
  path: "/api/regions/{region}/passkeys",
  summary: "Passkeys der Region",
  description: "Wer einen Passkey eingerichtet hat, und wann er zuletzt benutzt wurde.",
  access,
  parameters: region,
  responses: { 200: { description: "die Passkeys", schema: z.strictObject({ passkeys: z.array(HeldPasskey) }) } },
} as const satisfies Route;

export const removePasskey = {
  name: "removePasskey",
  method: "DELETE",
  path: "/api/regions/{region}/contacts/{contact}/passkeys/{passkey}",
  summary: "Passkey entfernen",
  description:
    "Mit ihm kann sofort nichts mehr entschieden werden; was damit entschieden ist, gilt weiter. Das Prüfprotokoll hält fest, wer ihn " +
    "entfernt hat, und die Person bekommt eine Mail.",
  access,
  parameters: z.strictObject({
    ...region.shape,
    contact: Id.meta({ description: "Kennung der Person in contacts.csv" }),
    passkey: z
      .string()
      .regex(/^[0-9a-f]{64}$/, "expected the SHA-256 that the list of passkeys names")
      .meta({ description: "Prüfsumme aus der Liste" }),
  }),
  responses: { 204: { description: "entfernt" } },
} as const satisfies Route;
