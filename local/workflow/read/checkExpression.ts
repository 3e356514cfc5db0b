/** Checks values with `{% … %}` strings before anything runs: that they parse, and read only what their field can see. */
import jsonata from "jsonata";
import { expressionSource, isExpression } from "../expressions.ts";
import { below, isFields, type Findings } from "./findings.ts";

/** What `$states` holds besides input and context. */
export type Sees = "" | "result" | "errorOutput";

const PARTS = ["input", "context", "result", "errorOutput"];

export function checkTemplate(findings: Findings, pointer: string, value: unknown, sees: Sees = ""): void {
  if (typeof value === "string") checkText(findings, pointer, value, sees);
  else if (Array.isArray(value))
    value.forEach((item, index) => checkTemplate(findings, below(pointer, index), item, sees));
  else if (isFields(value))
    for (const [key, item] of Object.entries(value)) {
      if (key.endsWith(".$"))
        findings.unsupported(
          below(pointer, key),
          "A key that ends in .$ belongs to JSONPath.",
          "Write the key without .$ and a {% … %} value.",
        );
      checkTemplate(findings, below(pointer, key), item, sees);
    }
}

function checkText(findings: Findings, pointer: string, text: string, sees: Sees): void {
  if (!isExpression(text)) {
    if (text.startsWith("{%") || text.endsWith("%}"))
      findings.invalid(
        pointer,
        "An expression begins with {% and ends with %}.",
        "Close the expression, or take the mark away.",
      );
    return;
  }
  let tree: unknown;
  try {
    tree = jsonata(expressionSource(text)).ast();
  } catch (error) {
    const { message } = error as { message: string };
    findings.add("workflow.expression", pointer, `The expression does not parse: ${message}.`, "Correct the JSONata.");
    return;
  }
  for (const cause of new Set(faultsOf(tree, sees)))
    findings.add(
      "workflow.expression",
      pointer,
      cause,
      "Read only what the field can see; docs/workflows.md lists it.",
    );
}

interface Node {
  readonly type?: unknown;
  readonly value?: unknown;
  readonly steps?: readonly Node[];
  readonly procedure?: Node;
}

/** Walks the syntax tree for what is not there: parts of $states, and everything that a context item would give. */
function faultsOf(tree: unknown, sees: Sees, hasContext = false): string[] {
  if (Array.isArray(tree)) return tree.flatMap((node) => faultsOf(node, sees, hasContext));
  if (!isFields(tree)) return [];
  const node = tree as Node;
  const own = [...functionFaults(node), ...statesFaults(node, sees), ...(hasContext ? [] : contextFaults(node))];
  const inside = Object.entries(tree).flatMap(([key, part]) => {
    if (key === "steps" && Array.isArray(part))
      return part.flatMap((step, index) => faultsOf(step, sees, hasContext || index > 0));
    return faultsOf(part, sees, hasContext || GIVES_CONTEXT.has(key));
  });
  return [...own, ...inside];
}

/** Filters, groupings and the like see the item they are applied to. */
const GIVES_CONTEXT = new Set(["predicate", "stages", "group"]);

function functionFaults({ type, procedure }: Node): string[] {
  return type === "function" && procedure?.value === "eval" ? ["$eval is not available; $parse reads JSON."] : [];
}

function statesFaults({ type, steps = [] }: Node, sees: Sees): string[] {
  const [first, second] = type === "path" ? steps : [];
  if (first?.type !== "variable" || first.value !== "states" || second?.type !== "name") return [];
  const name = String(second.value);
  if (!PARTS.includes(name)) return [`$states has no ${name}; it has ${PARTS.join(", ")}.`];
  const isMissing = (name === "result" || name === "errorOutput") && name !== sees;
  return isMissing ? [`$states.${name} has no value in this field.`] : [];
}

/** Step Functions evaluates without a context item and refuses what would read from it. */
function contextFaults({ type, value, steps = [] }: Node): string[] {
  if (type === "variable" && value === "") return ["$ is nothing here; the input is $states.input."];
  if (type === "variable" && value === "$") return ["$$ is nothing here; the input is $states.input."];
  if (type === "wildcard" || type === "descendant") return ["* and ** are nothing here."];
  if (type !== "path" || steps[0]?.type !== "name") return [];
  return [`"${String(steps[0].value)}" is nothing here; fields are read from $states or a variable.`];
}
