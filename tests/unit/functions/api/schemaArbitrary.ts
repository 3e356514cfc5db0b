/** Values that a JSON Schema of our OpenAPI description allows. */
import fc from "fast-check";
import type { OpenApi } from "../../../../functions/contract/openapi.ts";

type Schema = Readonly<Record<string, unknown>>;

/** Text that breaks parsers, paths, queries and spreadsheets. */
export const rubbish: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "null",
    "../..",
    "%2e%2e%2f",
    "'; DROP TABLE items; --",
    "=1+1",
    "\u0000",
    "{{7*7}}",
    "<script>",
    "9".repeat(400),
    "\ud800",
    "ä".repeat(2000),
  ),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.json({ maxDepth: 3 }),
);

export function fromSchema(schema: Schema, api: OpenApi): fc.Arbitrary<unknown> {
  const reference = schema["$ref"] as string | undefined;
  if (reference !== undefined) return fromSchema(api.components.schemas[reference.split("/").at(-1)!]!, api);
  if ("const" in schema) return fc.constant(schema["const"]);
  if ("enum" in schema) return fc.constantFrom(...(schema["enum"] as unknown[]));
  const choices = (schema["anyOf"] ?? schema["oneOf"]) as Schema[] | undefined;
  if (choices !== undefined) return fc.oneof(...choices.map((one) => fromSchema(one, api)));
  const all = schema["allOf"] as Schema[] | undefined;
  if (all !== undefined) return fromSchema(all.find((one) => "pattern" in one) ?? all[0]!, api);
  return ofType(schema, api);
}

function ofType(schema: Schema, api: OpenApi): fc.Arbitrary<unknown> {
  switch (schema["type"]) {
    case "string":
      return text(schema);
    case "integer":
      return fc.integer(bounds(schema));
    case "number":
      return fc.double({ ...bounds(schema), noNaN: true });
    case "boolean":
      return fc.boolean();
    case "array":
      return fc.array(fromSchema(schema["items"] as Schema, api), {
        minLength: Number(schema["minItems"] ?? 0),
        maxLength: 4,
      });
    case "object":
      return object(schema, api);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function bounds(schema: Schema): { min: number; max: number } {
  return { min: Number(schema["minimum"] ?? -1000), max: Math.min(Number(schema["maximum"] ?? 1000), 1_000_000) };
}

/** Texts that mean something in the tiny region. */
const SAMPLES: Readonly<Record<string, string>> = { "^\\d{8}$": "99001001" };

function text(schema: Schema): fc.Arbitrary<string> {
  const example = schema["example"] as string | undefined;
  const known = [example, SAMPLES[schema["pattern"] as string]].flatMap((one) =>
    one === undefined ? [] : [{ weight: 3, arbitrary: fc.constant(one) }],
  );
  if (schema["format"] === "date-time")
    return fc
      .date({ min: new Date("2026-01-01"), max: new Date("2026-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString());
  const pattern = schema["pattern"] as string | undefined;
  const min = Number(schema["minLength"] ?? 0);
  const max = Math.min(Number(schema["maxLength"] ?? 60), 60);
  // A pattern says itself how long a text is, such as 64 digits; cut to 60 there would be none.
  const longest = Number(schema["maxLength"] ?? 200);
  if (pattern !== undefined)
    return fc.oneof(
      ...known,
      fc.stringMatching(new RegExp(pattern)).filter((one) => one.length >= min && one.length <= longest),
    );
  return fc.oneof(
    ...known,
    fc.constantFrom("p-alt", "alt-woody", "99001001", "Mo-Fr 07:00-16:00"),
    fc.string({ minLength: min, maxLength: max }),
  );
}

function object(schema: Schema, api: OpenApi): fc.Arbitrary<unknown> {
  const properties = (schema["properties"] ?? {}) as Record<string, Schema>;
  const requiredKeys = (schema["required"] ?? []) as string[];
  const model = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, fromSchema(one, api)]));
  const any = fc.record(model, { requiredKeys });
  // What is checked beyond the schema, such as check digits, is right in its example alone.
  return "example" in schema
    ? fc.oneof({ weight: 3, arbitrary: any }, { weight: 1, arbitrary: fc.constant(schema["example"]) })
    : any;
}
