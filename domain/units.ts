/**
 * Units of the house. A unit is in the type inside and in the name at every JSON boundary (`costCents`, `massKg`).
 *
 * Money is integer cents, mass kg, volume litres, distance metres, duration seconds, clock time RFC 3339.
 * Values are branded here, where data enters; arithmetic falls back to plain numbers by design.
 */
import * as z from "zod";

const DECIMAL = /^[+-]?\d+(?:[.,]\d+)?$/;

/** A number, or the text of one as a spreadsheet writes it (`12.5` or `12,5`, no thousands separators). */
export const decimal = z
  .union(
    [
      z.number(),
      z
        .string()
        .trim()
        .regex(DECIMAL)
        .transform((text) => Number(text.replace(",", "."))),
    ],
    // Without it a union says only "Invalid input".
    { error: "expected a number such as 1234.5 or 1234,5, without thousands separators" },
  )
  .pipe(z.number());

/** A decimal of at least 0. */
export const nonNegative = decimal.pipe(z.number().min(0));
/** A decimal above 0. */
export const positive = decimal.pipe(z.number().positive());
/** A whole number of at least 0. */
export const count = decimal.pipe(z.number().int().min(0));
/** A fraction of one. */
export const share = decimal.pipe(z.number().min(0).max(1));

const wholeCents = decimal.pipe(z.number().int());

export const Cents = wholeCents.brand<"Cents">();
export type Cents = z.infer<typeof Cents>;
export const NonNegativeCents = wholeCents.pipe(z.number().int().min(0)).brand<"Cents">();

/** Above 0, for capacities. */
export const PositiveKg = positive.brand<"Kg">();
export const PositiveLitres = positive.brand<"Litres">();

export const Kg = nonNegative.brand<"Kg">();
export type Kg = z.infer<typeof Kg>;
export const Litres = nonNegative.brand<"Litres">();
export type Litres = z.infer<typeof Litres>;
export const Metres = nonNegative.brand<"Metres">();
export type Metres = z.infer<typeof Metres>;
export const Seconds = nonNegative.brand<"Seconds">();
export type Seconds = z.infer<typeof Seconds>;

export const Latitude = decimal.pipe(z.number().min(-90).max(90));
export const Longitude = decimal.pipe(z.number().min(-180).max(180));

/** `true`/`false` as JSON or as spreadsheets write it; empty is false. */
export const flag = z
  .union(
    [
      z.boolean(),
      z.enum(["true", "false", "ja", "nein", "1", "0", ""]).transform((word) => ["true", "ja", "1"].includes(word)),
    ],
    { error: "expected true or false (or ja, nein, 1, 0)" },
  )
  .pipe(z.boolean());

/** Text with at least one visible character. */
export const text = z.string().trim().min(1, "must not be empty");

/** Makes an empty cell the same as an absent one. */
export function optionalCell<T extends z.ZodType>(schema: T) {
  return z.preprocess((cell) => (cell === "" || cell === null ? undefined : cell), schema.optional());
}
