/** Retry and Catch: lists of rules that name errors. */
import { below, isFields, type Fields, type Findings } from "./findings.ts";
import { assign, checkFields, number, oneOf, require, template, text, type FieldTable, type Kind } from "./kinds.ts";

const errorEquals: Kind = (findings, pointer, value) => {
  if (Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === "string")) return;
  findings.invalid(pointer, "It must be a list of error names.", "Write at least one.");
};

const RETRIER: FieldTable = {
  ErrorEquals: errorEquals,
  IntervalSeconds: number({ least: 1, most: 99_999_999 }),
  MaxAttempts: number({ least: 0, most: 99_999_999 }),
  BackoffRate: number({ least: 1, fraction: true }),
  MaxDelaySeconds: number({ least: 1, most: 31_622_400 }),
  JitterStrategy: oneOf("NONE", "FULL"),
  Comment: text,
};

const CATCHER: FieldTable = {
  ErrorEquals: errorEquals,
  Next: text,
  Output: template("errorOutput"),
  Assign: assign("errorOutput"),
  Comment: text,
};

export const retry: Kind = (findings, pointer, value) =>
  rules(findings, pointer, value, "A retrier", RETRIER, (place, rule) => {
    require(findings, place, rule, "ErrorEquals");
    const { IntervalSeconds = 1, MaxDelaySeconds } = rule;
    if (typeof MaxDelaySeconds === "number" && MaxDelaySeconds <= (IntervalSeconds as number))
      findings.invalid(below(place, "MaxDelaySeconds"), "It must be more than IntervalSeconds.", "Raise it.");
  });

export const catchers: Kind = (findings, pointer, value) =>
  rules(findings, pointer, value, "A catcher", CATCHER, (place, rule) =>
    require(findings, place, rule, "ErrorEquals", "Next"),
  );

function rules(
  findings: Findings,
  pointer: string,
  value: unknown,
  what: string,
  table: FieldTable,
  check: (pointer: string, rule: Fields) => void,
): void {
  if (!Array.isArray(value)) return findings.invalid(pointer, "It must be a list.", "Write a list of rules.");
  value.forEach((rule: unknown, index) => {
    const place = below(pointer, index);
    if (!isFields(rule)) return findings.invalid(place, `${what} is an object.`, "Write an object.");
    checkFields(findings, place, rule, table, what);
    check(place, rule);
    checkAll(findings, below(place, "ErrorEquals"), rule.ErrorEquals, index === value.length - 1);
  });
}

function checkAll(findings: Findings, pointer: string, names: unknown, isLast: boolean): void {
  if (!Array.isArray(names) || !names.includes("States.ALL")) return;
  if (names.length > 1) findings.invalid(pointer, "States.ALL stands alone.", "Remove the other names.");
  if (!isLast) findings.invalid(pointer, "States.ALL hides the rules after it.", "Move this rule to the end.");
}
