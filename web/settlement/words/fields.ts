/** What two tickets of one number differ in, as people say it. */
import type { Facts } from "./shape.ts";

type Field = "number" | "weighbridge" | "weighedAt" | "grossKg" | "tareKg" | "netKg" | "vehicle" | "refused";
export type FieldNames = Readonly<Record<Field, string>>;

/** @param facts `fields`: names of fields, with a comma between two */
export const fieldsOf = (facts: Facts, names: FieldNames): string =>
  String(facts["fields"] ?? "")
    .split(", ")
    .map((field) => (field in names ? names[field as Field] : field))
    .join(", ");
