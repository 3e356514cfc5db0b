/** The files of `workflows/`, and what they name. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./bundling/bundle.ts";

export interface WorkflowFile {
  /** Of the workflow: the file without `.asl.json`. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

const ENDING = ".asl.json";

export function workflowFiles(folder = join(ROOT, "workflows")): WorkflowFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .sort()
    .map((name) => ({
      name: name.slice(0, -ENDING.length),
      path: `workflows/${name}`,
      text: readFileSync(join(folder, name), "utf8"),
    }));
}

/** Names of the functions that a workflow calls, each once, sorted. */
export function functionsOf({ text }: WorkflowFile): string[] {
  return [...new Set([...text.matchAll(/\$\{([A-Za-z]\w*)\}/g)].map(([, name]) => name!))].sort();
}

export const isDistributed = ({ text }: WorkflowFile): boolean => /"Mode"\s*:\s*"DISTRIBUTED"/.test(text);
