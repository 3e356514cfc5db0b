/** What every record of a region shares: an id, and where its values come from. */
import * as z from "zod";
import { flag, optionalCell, text } from "../units.ts";
import { parseOpeningHours } from "../openingHours.ts";

export const Id = text.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, "ids use letters, digits, dot, dash and underscore");
export const Ags = text.regex(/^\d{8}$/, "an AGS has eight digits");

/** Columns that every table may carry. A row without `verified: true` is an assumption and is listed as one. */
export const sourced = {
  source: optionalCell(z.string()),
  verified: optionalCell(flag),
};

/** A single value with its source, for JSON files. */
export function sourcedValue<T extends z.ZodType>(value: T) {
  return z.strictObject({
    value,
    source: z.string().optional(),
    verified: z.boolean().optional(),
    note: z.string().optional(),
  });
}

export const OpeningHoursText = text.superRefine((value, context) => {
  const result = parseOpeningHours(value);
  if (!result.ok) context.addIssue({ code: "custom", message: result.cause, params: { code: "hours.syntax" } });
});

/** Several words in one cell, separated by spaces. */
export function wordList<T extends z.ZodType<string, string>>(word: T) {
  return z
    .union([z.array(z.string()), z.string().transform((cell) => cell.split(/[\s+]+/).filter((part) => part !== ""))])
    .pipe(z.array(word));
}

/** woody: branches, hedge cuttings · herbaceous: perennials, mixed soft material · grassLeaves · mixed: not separated. */
export const Fraction = z.enum(["woody", "herbaceous", "grassLeaves", "mixed"]);
export type Fraction = z.infer<typeof Fraction>;

/** How material travels: as it was tipped, or after the shredder. */
export const Form = z.enum(["loose", "shredded"]);
export type Form = z.infer<typeof Form>;

/** What a vehicle can do. A hook-lift carries roll-off containers, a walking floor bulk, a grab loads by itself. */
export const Capability = z.enum(["hookLift", "walkingFloor", "grab", "trailer"]);
export type Capability = z.infer<typeof Capability>;
