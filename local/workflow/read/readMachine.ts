/** Reads workflow files. What the interpreter does not support is refused here, all of it at once, and never while it runs. */
import { InputError, type Problem } from "../../../domain/problem.ts";
import type { Machine } from "../machine.ts";
import { Findings, isFields } from "./findings.ts";
import { readGroup } from "./readGroup.ts";
import { MACHINE_FIELDS } from "./stateFields.ts";

export interface MachineFile {
  /** Name of the state machine. */
  readonly name: string;
  /** Path of the file, for problems. */
  readonly file: string;
  readonly text: string;
  /** What stands for `${Name}` in the file, as DefinitionSubstitutions does in the cloud. */
  readonly substitutions?: Readonly<Record<string, string>>;
}

export interface ReadMachine {
  readonly name: string;
  /** The definition with everything put in. */
  readonly text: string;
  readonly machine: Machine;
}

/** @throws InputError with every problem of every file */
export function readMachines(files: readonly MachineFile[]): ReadMachine[] {
  const read = files.map(readMachine);
  const problems = read.flatMap((one) => ("problems" in one ? one.problems : []));
  if (problems.length > 0) throw new InputError(problems);
  return read.filter((one) => "machine" in one);
}

export function readMachine(file: MachineFile): ReadMachine | { readonly problems: readonly Problem[] } {
  const findings = new Findings(file.file);
  const text = substitute(findings, file);
  let definition: unknown;
  try {
    definition = JSON.parse(text);
  } catch (error) {
    findings.add("workflow.syntax", "", `The file is not JSON: ${(error as Error).message}.`, "Correct it there.");
    return findings;
  }
  if (!isFields(definition)) {
    findings.invalid("", "A workflow is an object.", "Write an object.");
    return findings;
  }
  if (definition.QueryLanguage === undefined)
    findings.unsupported("", "Without QueryLanguage a workflow is JSONPath.", 'Add "QueryLanguage": "JSONata".');
  const around = { findings, names: new Set<string>(), outer: new Set<string>(), express: false };
  readGroup(around, "", definition, MACHINE_FIELDS, "A workflow");
  if (findings.problems.length > 0) return findings;
  return { name: file.name, text, machine: definition as unknown as Machine };
}

function substitute(findings: Findings, { text, substitutions = {} }: MachineFile): string {
  return text.replace(/\$\{([A-Za-z][A-Za-z0-9_]*)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(substitutions, name) ? substitutions[name] : undefined;
    if (value !== undefined) return JSON.stringify(value).slice(1, -1);
    findings.invalid("", `Nothing stands for ${whole}.`, "Pass a substitution of this name.");
    return whole;
  });
}
