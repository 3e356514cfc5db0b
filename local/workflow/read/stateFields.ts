/** The fields that each type of state has. */
import { INVOKE, INVOKE_AND_WAIT } from "../machine.ts";
import { checkTemplate } from "./checkExpression.ts";
import { below, isFields } from "./findings.ts";
import { catchers, retry } from "./handlers.ts";
import { assign, checkFields, flag, number, numberTemplate, oneOf, require } from "./kinds.ts";
import { template, text, textTemplate, type FieldTable, type Kind } from "./kinds.ts";

/** Checked elsewhere: by whoever reads the groups of states inside. */
const groups: Kind = () => undefined;

const COMMON: FieldTable = { Type: text, Comment: text, QueryLanguage: oneOf("JSONata") };
const TRANSITION: FieldTable = { Next: text, End: flag };
const RESULTS: FieldTable = { Output: template(), Assign: assign() };
const FALLIBLE: FieldTable = { Output: template("result"), Assign: assign("result"), Retry: retry, Catch: catchers };

const SECONDS = { least: 1, most: 99_999_999 };
const COUNT = { least: 0, most: 2 ** 31 - 1 };

const call: Kind = (findings, pointer, value) => {
  if (!isFields(value)) return checkTemplate(findings, pointer, value);
  const fields: FieldTable = { FunctionName: textTemplate, Payload: template() };
  checkFields(findings, pointer, value, fields, "A call of a function");
  require(findings, pointer, value, "FunctionName");
};

const condition: Kind = (findings, pointer, value) => {
  if (typeof value === "string" && value.startsWith("{%")) return checkTemplate(findings, pointer, value);
  findings.invalid(pointer, "A condition is an expression.", "Write {% … %}.");
};

const choices: Kind = (findings, pointer, value) => {
  if (!Array.isArray(value) || value.length === 0)
    return findings.invalid(pointer, "It must be a list of rules.", "Write at least one.");
  const table = { Condition: condition, Next: text, Comment: text, ...RESULTS };
  value.forEach((rule: unknown, index) => {
    const place = below(pointer, index);
    if (!isFields(rule)) return findings.invalid(place, "A rule is an object.", "Write an object.");
    checkFields(findings, place, rule, table, "A rule of a Choice");
    require(findings, place, rule, "Condition", "Next");
  });
};

const batcher: Kind = (findings, pointer, value) => {
  if (!isFields(value)) return findings.invalid(pointer, "It must be an object.", "Write an object.");
  const table = {
    MaxItemsPerBatch: numberTemplate({ least: 1 }),
    MaxInputBytesPerBatch: numberTemplate({ least: 1, most: 262_144 }),
    BatchInput: template(),
  };
  checkFields(findings, pointer, value, table, "An ItemBatcher");
  if (value.MaxItemsPerBatch === undefined && value.MaxInputBytesPerBatch === undefined)
    findings.invalid(pointer, "A batch needs a limit.", "Add MaxItemsPerBatch or MaxInputBytesPerBatch.");
};

const timestampTemplate: Kind = (findings, pointer, value) => {
  textTemplate(findings, pointer, value);
  if (typeof value === "string" && !value.startsWith("{%") && Number.isNaN(Date.parse(value)))
    findings.invalid(pointer, "It is no time.", "Write RFC 3339 with a zone, like 2026-03-02T06:00:00Z.");
};

export const STATE_FIELDS: Readonly<Record<string, FieldTable>> = {
  Task: {
    ...COMMON,
    Resource: oneOf(INVOKE, INVOKE_AND_WAIT),
    Arguments: call,
    TimeoutSeconds: numberTemplate(SECONDS),
    HeartbeatSeconds: numberTemplate(SECONDS),
    ...FALLIBLE,
    ...TRANSITION,
  },
  Pass: { ...COMMON, ...RESULTS, ...TRANSITION },
  Choice: { ...COMMON, Choices: choices, Default: text, ...RESULTS },
  Wait: {
    ...COMMON,
    Seconds: numberTemplate({ least: 0, most: 99_999_999 }),
    Timestamp: timestampTemplate,
    ...RESULTS,
    ...TRANSITION,
  },
  Succeed: { ...COMMON, Output: template() },
  Fail: { ...COMMON, Error: textTemplate, Cause: textTemplate },
  Parallel: { ...COMMON, Arguments: template(), Branches: groups, ...FALLIBLE, ...TRANSITION },
  Map: {
    ...COMMON,
    Items: template(),
    ItemSelector: template(),
    ItemProcessor: groups,
    ItemBatcher: batcher,
    MaxConcurrency: numberTemplate(COUNT),
    ToleratedFailureCount: numberTemplate(COUNT),
    ToleratedFailurePercentage: numberTemplate({ least: 0, most: 100, fraction: true }),
    Label: text,
    ...FALLIBLE,
    ...TRANSITION,
  },
};

export const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  Task: ["Resource", "Arguments"],
  Choice: ["Choices"],
  Parallel: ["Branches"],
  Map: ["ItemProcessor"],
};

export const MACHINE_FIELDS: FieldTable = {
  Comment: text,
  QueryLanguage: oneOf("JSONata"),
  StartAt: text,
  States: groups,
  TimeoutSeconds: number(SECONDS),
  Version: oneOf("1.0"),
};

export const BRANCH_FIELDS: FieldTable = { Comment: text, StartAt: text, States: groups };
export const PROCESSOR_FIELDS: FieldTable = { ...BRANCH_FIELDS, ProcessorConfig: groups };
export const CONFIG_FIELDS: FieldTable = {
  Mode: oneOf("INLINE", "DISTRIBUTED"),
  ExecutionType: oneOf("STANDARD", "EXPRESS"),
};
