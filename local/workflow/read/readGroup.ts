/** Checks a group of states: each by its table, then the ways between them and the names they share. */
import { INVOKE, INVOKE_AND_WAIT } from "../machine.ts";
import { below, isFields, type Fields, type Findings } from "./findings.ts";
import { checkFields, require, type FieldTable } from "./kinds.ts";
import { BRANCH_FIELDS, CONFIG_FIELDS, PROCESSOR_FIELDS, REQUIRED, STATE_FIELDS } from "./stateFields.ts";

/** What a group must know of what lies around it. */
export interface Around {
  readonly findings: Findings;
  /** Names of all states read so far; they are unique in the whole machine. */
  readonly names: Set<string>;
  /** Variables that the groups around assign; an inner group may read and not assign them. */
  readonly outer: ReadonlySet<string>;
  /** Inside a distributed Map of EXPRESS executions, which cannot wait for a token. */
  readonly express: boolean;
}

export function readGroup(around: Around, pointer: string, group: Fields, table: FieldTable, what: string): void {
  const { findings, names } = around;
  checkFields(findings, pointer, group, table, what);
  require(findings, pointer, group, "StartAt", "States");
  const { StartAt, States } = group;
  if (States === undefined) return;
  const place = below(pointer, "States");
  if (!isFields(States) || Object.keys(States).length === 0)
    return findings.invalid(place, "It must be an object with at least one state.", "Write the states by name.");
  if (typeof StartAt === "string") checkTarget(findings, below(pointer, "StartAt"), StartAt, States);
  const own = new Set([...around.outer, ...assignedIn(States)]);
  for (const name of assignedIn(States)) {
    if (around.outer.has(name))
      findings.invalid(place, `The variable $${name} is assigned around this group, so not inside.`, "Rename one.");
  }
  for (const [name, state] of Object.entries(States)) {
    const here = below(place, name);
    if ([...name].length > 80) findings.invalid(here, "A state's name has at most 80 characters.", "Shorten it.");
    if (names.has(name)) findings.invalid(here, `Another state is named "${name}".`, "Rename one.");
    names.add(name);
    if (isFields(state)) readState({ ...around, outer: own }, here, state, States);
    else findings.invalid(here, "A state is an object.", "Write an object.");
  }
  if (typeof StartAt === "string") checkReachable(findings, place, StartAt, States);
}

function readState(around: Around, pointer: string, state: Fields, states: Fields): void {
  const { findings } = around;
  const type = typeof state.Type === "string" && Object.hasOwn(STATE_FIELDS, state.Type) ? state.Type : undefined;
  if (type === undefined) {
    const known = Object.keys(STATE_FIELDS).join(", ");
    return findings.unsupported(
      below(pointer, "Type"),
      `There is no type ${JSON.stringify(state.Type)}.`,
      `Write ${known}.`,
    );
  }
  checkFields(findings, pointer, state, STATE_FIELDS[type]!, `A ${type} state`);
  require(findings, pointer, state, ...(REQUIRED[type] ?? []));
  for (const [place, target] of targetsOf(pointer, state)) checkTarget(findings, place, target, states);
  if ("Next" in STATE_FIELDS[type]! && (state.Next !== undefined) === (state.End === true))
    findings.invalid(pointer, "A state has either Next or End: true.", "Write one of them.");
  if (type === "Task") checkTask(around, pointer, state);
  if (type === "Wait" && (state.Seconds === undefined) === (state.Timestamp === undefined))
    findings.invalid(pointer, "A Wait state has either Seconds or Timestamp.", "Write one of them.");
  if (type === "Parallel") readBranches(around, pointer, state.Branches);
  if (type === "Map") readMap(around, pointer, state);
}

function checkTask({ findings, express }: Around, pointer: string, state: Fields): void {
  const { Resource, TimeoutSeconds, HeartbeatSeconds } = state;
  if (Resource === INVOKE && HeartbeatSeconds !== undefined)
    findings.invalid(below(pointer, "HeartbeatSeconds"), "Without a token nobody can send heartbeats.", "Remove it.");
  if (Resource === INVOKE_AND_WAIT && express)
    findings.invalid(below(pointer, "Resource"), "An EXPRESS execution cannot wait for a token.", "Use STANDARD.");
  if (typeof TimeoutSeconds !== "number" || typeof HeartbeatSeconds !== "number") return;
  if (HeartbeatSeconds >= TimeoutSeconds)
    findings.invalid(below(pointer, "HeartbeatSeconds"), "It must be less than TimeoutSeconds.", "Lower it.");
}

function readBranches(around: Around, pointer: string, branches: unknown): void {
  const place = below(pointer, "Branches");
  if (!Array.isArray(branches) || branches.length === 0)
    return around.findings.invalid(place, "It must be a list of branches.", "Write at least one.");
  branches.forEach((branch: unknown, index) => {
    if (isFields(branch)) readGroup(around, below(place, index), branch, BRANCH_FIELDS, "A branch");
    else around.findings.invalid(below(place, index), "A branch is an object.", "Write an object.");
  });
}

const ONLY_DISTRIBUTED = ["ItemBatcher", "ToleratedFailureCount", "ToleratedFailurePercentage", "Label"];

function readMap(around: Around, pointer: string, state: Fields): void {
  const { findings } = around;
  const processor = state.ItemProcessor;
  if (processor === undefined) return;
  const place = below(pointer, "ItemProcessor");
  if (!isFields(processor)) return findings.invalid(place, "It must be an object.", "Write an object.");
  const { ProcessorConfig: config = {} } = processor;
  const configPlace = below(place, "ProcessorConfig");
  if (!isFields(config)) return findings.invalid(configPlace, "It must be an object.", "Write an object.");
  checkFields(findings, configPlace, config, CONFIG_FIELDS, "A ProcessorConfig");
  const distributed = config.Mode === "DISTRIBUTED";
  if (distributed) require(findings, configPlace, config, "ExecutionType");
  else
    for (const name of ONLY_DISTRIBUTED.filter((field) => state[field] !== undefined))
      findings.invalid(
        below(pointer, name),
        `${name} is for a Map of Mode DISTRIBUTED.`,
        "Remove it or change the mode.",
      );
  const express = around.express || config.ExecutionType === "EXPRESS";
  const outer = distributed ? new Set<string>() : around.outer;
  readGroup({ ...around, outer, express }, place, processor, PROCESSOR_FIELDS, "An ItemProcessor");
}

function rulesOf(state: Fields, field: "Choices" | "Catch"): [number, Fields][] {
  const rules = state[field];
  if (!Array.isArray(rules)) return [];
  return [...rules.entries()].filter((entry): entry is [number, Fields] => isFields(entry[1]));
}

function targetsOf(pointer: string, state: Fields): [string, string][] {
  const targets: [string, unknown][] = [
    [below(pointer, "Next"), state.Next],
    [below(pointer, "Default"), state.Default],
    ...(["Choices", "Catch"] as const).flatMap((field) =>
      rulesOf(state, field).map(([index, rule]): [string, unknown] => [
        `${below(below(pointer, field), index)}/Next`,
        rule.Next,
      ]),
    ),
  ];
  return targets.filter((target): target is [string, string] => typeof target[1] === "string");
}

function assignedIn(states: Fields): Set<string> {
  const names = Object.values(states).flatMap((state) => {
    if (!isFields(state)) return [];
    const rules = (["Choices", "Catch"] as const).flatMap((field) => rulesOf(state, field).map(([, rule]) => rule));
    return [state, ...rules].flatMap(({ Assign }) => (isFields(Assign) ? Object.keys(Assign) : []));
  });
  return new Set(names);
}

function checkTarget(findings: Findings, pointer: string, target: string, states: Fields): void {
  if (Object.hasOwn(states, target)) return;
  findings.add("workflow.target", pointer, `There is no state "${target}" here.`, "Name a state of the same group.");
}

function checkReachable(findings: Findings, pointer: string, startAt: string, states: Fields): void {
  const reached = new Set([startAt]);
  // A Set visits what is added while it is walked.
  for (const name of reached) {
    const state = states[name];
    if (isFields(state)) for (const [, target] of targetsOf("", state)) reached.add(target);
  }
  for (const name of Object.keys(states).filter((one) => !reached.has(one)))
    findings.add("workflow.target", below(pointer, name), "Nothing leads to this state.", "Remove it or lead to it.");
}
