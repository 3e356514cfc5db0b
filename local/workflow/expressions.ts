/**
 * Values with `{% … %}` strings, evaluated as Step Functions does: `$states` and the variables are bound, `$` is nothing,
 * and what comes out must be JSON. Everything that goes wrong is States.QueryEvaluationError with the place in its cause.
 */
import jsonata from "jsonata";
import { queryError, StatesError } from "./errors.ts";
import { stepFunctionsFunctions, type Surroundings } from "./jsonataFunctions.ts";
import type { Json, JsonObject, Template } from "./machine.ts";

export type Variables = Readonly<Record<string, Json>>;

export interface Bindings {
  /** `$states`: input, context, and result or errorOutput where the field has one. */
  readonly states: JsonObject;
  readonly variables: Variables;
}

export interface Evaluator {
  /** @param place state and field, for the cause of an error: `"Ask" Arguments/Payload` */
  template(template: Template, bindings: Bindings, place: string): Promise<Json>;
  /** A whole number (or any, with `fraction`) in [least, most]. */
  number(template: number | string, bindings: Bindings, place: string, range: Range): Promise<number>;
}

export interface Range {
  readonly least: number;
  readonly most: number;
  readonly fraction?: boolean;
}

export const isExpression = (text: string): boolean => text.startsWith("{%") && text.endsWith("%}") && text.length >= 4;
export const expressionSource = (text: string): string => text.slice(2, -2).trim();

export function createEvaluator(surroundings: Surroundings): Evaluator {
  const compiled = new Map<string, jsonata.Expression>();
  const functions = stepFunctionsFunctions(surroundings);

  const compile = (source: string): jsonata.Expression => {
    let expression = compiled.get(source);
    if (expression === undefined) {
      expression = jsonata(withOwnNow(source));
      for (const [name, { implementation, signature }] of Object.entries(functions))
        expression.registerFunction(name, implementation, signature);
      compiled.set(source, expression);
    }
    return expression;
  };

  const evaluate = async (text: string, { states, variables }: Bindings, place: string): Promise<Json> => {
    let result: unknown;
    try {
      result = await compile(expressionSource(text)).evaluate(undefined, { ...variables, states });
    } catch (error) {
      throw queryError(`The expression '${text}' of ${place} failed: ${messageOf(error)}`);
    }
    if (result === undefined) throw queryError(`The expression '${text}' of ${place} returned nothing.`);
    return plainJson(result, text, place);
  };

  const template = async (value: Template, bindings: Bindings, place: string): Promise<Json> => {
    if (typeof value === "string") return isExpression(value) ? evaluate(value, bindings, place) : value;
    if (value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) {
      const items: Json[] = [];
      for (const [index, item] of (value as readonly Json[]).entries())
        items.push(await template(item, bindings, `${place}/${index}`));
      return items;
    }
    const entries: [string, Json][] = [];
    for (const [key, item] of Object.entries(value as JsonObject))
      entries.push([key, await template(item, bindings, `${place}/${key}`)]);
    return Object.fromEntries(entries);
  };

  return {
    template,
    async number(value, bindings, place, { least, most, fraction = false }) {
      const result = await template(value, bindings, place);
      const inRange = typeof result === "number" && result >= least && result <= most;
      if (inRange && (fraction || Number.isInteger(result))) return result;
      const kind = fraction ? "a number" : "a whole number";
      throw queryError(`${place} must be ${kind} from ${least} to ${most}, but was ${JSON.stringify(result)}.`);
    },
  };
}

/** JSONata's own `$now` reads the machine's clock; this one formats `$millis`, which is ours. */
function withOwnNow(source: string): string {
  if (!/\$now\b/.test(source)) return source;
  return `($now := function($picture, $zone) { $fromMillis($millis(), $picture, $zone) }; ${source})`;
}

function messageOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error);
  const { code, message } = error as { code?: unknown; message?: unknown };
  return [code, message].filter((part) => typeof part === "string").join(" ");
}

/** A copy without JSONata's marks on arrays, sharing nothing with variables. */
function plainJson(result: unknown, text: string, place: string): Json {
  try {
    return JSON.parse(JSON.stringify(result, refuseOther)) as Json;
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    throw queryError(`The expression '${text}' of ${place} returned ${error.message}, which is not JSON.`);
  }
}

class NotJson extends Error {}

function refuseOther(_key: string, value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) throw new NotJson(String(value));
  if (typeof value === "function") throw new NotJson("a function");
  if (typeof value === "object" && value !== null && ("_jsonata_lambda" in value || "_jsonata_function" in value))
    throw new NotJson("a function");
  return value;
}

/** What Step Functions lets one payload hold, in bytes of UTF-8. */
export const MOST_BYTES = 262_144;

/** The JSON text of a payload; States.DataLimitExceeded above 256 KiB. */
export function payloadText(value: Json, what: string): string {
  const text = JSON.stringify(value);
  // A UTF-16 unit has at most three bytes in UTF-8, so short texts need no count.
  if (text.length * 3 <= MOST_BYTES) return text;
  const bytes = Buffer.byteLength(text);
  if (bytes <= MOST_BYTES) return text;
  throw new StatesError("States.DataLimitExceeded", `${what} has ${bytes} bytes; ${MOST_BYTES} are allowed.`);
}
