/** Shapes that several operations share. Field names carry units. */
import * as z from "zod";
import { isWeek } from "../../domain/week.ts";

export const RegionId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "expected a region such as saarlouis")
  .meta({ description: "Kennung der Region", example: "saarlouis" });

export const Week = z
  .string()
  .regex(/^\d{4}-W\d{2}$/, "expected an ISO week such as 2026-W48")
  .refine(isWeek, "there is no such ISO week")
  .meta({ description: "ISO-Woche", example: "2026-W48" });

/** As master data has it: letters, digits, dot, dash, underscore. */
export const Id = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, "expected letters, digits, dot, dash or underscore")
  .meta({ description: "Kennung", example: "bous-woody" });

export const IdempotencyKey = z
  .string()
  .min(8)
  .max(200)
  .regex(/^[\x21-\x7e]+$/, "expected 8 to 200 printable characters without spaces")
  .meta({
    description:
      "Vom Absender erdacht, am besten eine UUID. Derselbe Schlüssel mit demselben Inhalt gibt die erste Antwort noch einmal.",
    example: "6f2b7e0a-5f2e-4a39-9d5e-0c8c0a5e6b11",
  });

/** One fault of the input (RFC 9457 extension member). */
export const ProblemItem = z
  .strictObject({
    code: z.string().meta({ description: "siehe docs/problems.md" }),
    pointer: z.string().meta({ description: "JSON-Zeiger auf die Stelle, oder Datei und Zeile" }),
    cause: z.string().meta({ description: "was nicht stimmt" }),
    action: z.string().meta({ description: "was zu tun ist" }),
  })
  .meta({ id: "ProblemItem" });
export type ProblemItem = z.infer<typeof ProblemItem>;

/** Problem details for HTTP APIs, RFC 9457. */
export const ProblemDetails = z
  .strictObject({
    type: z.string().meta({ description: "benennt die Art des Fehlers" }),
    title: z.string().meta({ description: "deutsch, kurz" }),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional().meta({ description: "Kennung der Anfrage, für Rückfragen" }),
    problems: z.array(ProblemItem).optional().meta({ description: "jeder Fehler der Eingabe auf einmal" }),
  })
  .meta({ id: "ProblemDetails" });
export type ProblemDetails = z.infer<typeof ProblemDetails>;
