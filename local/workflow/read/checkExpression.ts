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

/** Walks the syntax tree for variables that are not there. */
function faultsOf(tree: unknown, sees: Sees): string[] {
  if (Array.isArray(tree)) return tree.flatMap((node) => faultsOf(node, sees));
  if (!isFields(tree)) return [];
  const node = tree as Node;
  const own: string[] = [];
  if (node.type === "function" && node.procedure?.value === "eval")
    own.push("$eval is not available; $parse reads JSON.");
  const [first, second] = node.type === "path" ? (node.steps ?? []) : [];
  if (first?.type === "variable" && first.value === "states" && second?.type === "name") {
    const name = String(second.value);
    if (!PARTS.includes(name)) own.push(`$states has no ${name}; it has ${PARTS.join(", ")}.`);
    else if ((name === "result" || name === "errorOutput") && name !== sees)
      own.push(`$states.${name} has no value in this field.`);
  }
  return [...own, ...Object.values(tree).flatMap((part) => faultsOf(part, sees))];
}
