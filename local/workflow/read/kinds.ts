/** The kinds of value that fields take, and how each is checked. */
import { isExpression } from "../expressions.ts";
import { checkTemplate, type Sees } from "./checkExpression.ts";
import { below, isFields, type Fields, type Findings } from "./findings.ts";

/** Checks one value; the field's own name is the last part of the pointer. */
export type Kind = (findings: Findings, pointer: string, value: unknown) => void;

export const text: Kind = (findings, pointer, value) => {
  if (typeof value !== "string") findings.invalid(pointer, "It must be text.", "Write a string.");
};

export const textTemplate: Kind = (findings, pointer, value) => {
  text(findings, pointer, value);
  checkTemplate(findings, pointer, value);
};

export const flag: Kind = (findings, pointer, value) => {
  if (typeof value !== "boolean") findings.invalid(pointer, "It must be true or false.", "Write true or false.");
};

export const oneOf =
  (...allowed: readonly string[]): Kind =>
  (findings, pointer, value) => {
    if (typeof value !== "string" || !allowed.includes(value))
      findings.unsupported(
        pointer,
        `${JSON.stringify(value)} is not supported here.`,
        `Write ${allowed.join(" or ")}.`,
      );
  };

export interface NumberRange {
  readonly least: number;
  readonly most?: number;
  readonly fraction?: boolean;
}

export const number =
  ({ least, most = Infinity, fraction = false }: NumberRange): Kind =>
  (findings, pointer, value) => {
    const fits = typeof value === "number" && value >= least && value <= most;
    if (fits && (fraction || Number.isInteger(value))) return;
    const upTo = most === Infinity ? "" : ` and at most ${most}`;
    findings.invalid(
      pointer,
      `It must be a ${fraction ? "" : "whole "}number of at least ${least}${upTo}.`,
      "Correct it.",
    );
  };

/** A number, or an expression that gives one. */
export const numberTemplate =
  (range: NumberRange): Kind =>
  (findings, pointer, value) => {
    if (typeof value === "string" && isExpression(value)) checkTemplate(findings, pointer, value);
    else number(range)(findings, pointer, value);
  };

export const template =
  (sees: Sees = ""): Kind =>
  (findings, pointer, value) =>
    checkTemplate(findings, pointer, value, sees);

/** JSONata's functions and ours; a variable of that name would hide them. */
const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,79}$/;

export const assign =
  (sees: Sees = ""): Kind =>
  (findings, pointer, value) => {
    if (!isFields(value)) return findings.invalid(pointer, "It must be an object.", "Write variable names and values.");
    for (const name of Object.keys(value)) {
      if (name === "states") findings.invalid(below(pointer, name), "The variable $states is reserved.", "Rename it.");
      else if (!NAME.test(name))
        findings.invalid(
          below(pointer, name),
          "A variable's name has letters, digits and _, at most 80.",
          "Rename it.",
        );
    }
    checkTemplate(findings, pointer, value, sees);
  };

export type FieldTable = Readonly<Record<string, Kind>>;

/** Why a field that we do not have is not there, where that helps. */
const WHY: Readonly<Record<string, string>> = Object.fromEntries([
  ...[
    ...["InputPath", "OutputPath", "ResultPath", "Parameters", "ResultSelector", "Result", "ItemsPath"],
    ...["SecondsPath", "TimestampPath", "TimeoutSecondsPath", "HeartbeatSecondsPath", "ErrorPath", "CausePath"],
    ...["MaxConcurrencyPath", "ToleratedFailureCountPath", "ToleratedFailurePercentagePath"],
    ...["MaxItemsPerBatchPath", "MaxInputBytesPerBatchPath", "Variable"],
  ].map((name) => [name, "It belongs to JSONPath; workflows here are JSONata only."]),
  ["Iterator", "It is the old name of ItemProcessor."],
  ["ItemReader", "Items come from Items, not from a bucket."],
  ["ResultWriter", "Results are the state's output, not files in a bucket."],
  ["Credentials", "Functions run in the account of the workflow."],
]);

/** Every field must be in the table, and every value of its field's kind. */
export function checkFields(
  findings: Findings,
  pointer: string,
  fields: Fields,
  table: FieldTable,
  what: string,
): void {
  for (const [name, value] of Object.entries(fields)) {
    const kind = Object.hasOwn(table, name) ? table[name] : undefined;
    if (kind !== undefined) kind(findings, below(pointer, name), value);
    else {
      const why = Object.hasOwn(WHY, name) ? ` ${WHY[name]}` : "";
      findings.unsupported(
        below(pointer, name),
        `${what} has no field ${name}.${why}`,
        `Remove it; ${listOf(table)} are supported.`,
      );
    }
  }
}

const listOf = (table: FieldTable): string => Object.keys(table).join(", ");

export function require(findings: Findings, pointer: string, fields: Fields, ...names: readonly string[]): void {
  for (const name of names)
    if (fields[name] === undefined) findings.invalid(pointer, `The field ${name} is missing.`, `Add ${name}.`);
}
