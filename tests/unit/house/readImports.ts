// Reads what a TypeScript file imports: static, type-only, re-exported, dynamic, and worker files (new URL("./x.ts", import.meta.url)).
import { posix } from "node:path";
import ts from "typescript";
import type { Import } from "./importRules.ts";

/** @param file path relative to the root folder, with / */
export function readImports(file: string, text: string): Import[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const written = writtenImport(node);
    if (written === "computed") found.push({ kind: "computed" });
    else if (written !== undefined) found.push(resolve(file, written));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function writtenImport(node: ts.Node): ts.StringLiteralLike | "computed" | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literal(node.moduleSpecifier);
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? literal(node.argument.literal) : undefined;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return literal(node.arguments[0]) ?? "computed";
  if (isModuleUrl(node)) return literal(node.arguments?.[0]);
  return undefined;
}

function isModuleUrl(node: ts.Node): node is ts.NewExpression {
  if (!ts.isNewExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== "URL") return false;
  const [target, base] = node.arguments ?? [];
  const isCode = literal(target)?.text.endsWith(".ts") ?? false;
  return isCode && base !== undefined && ts.isPropertyAccessExpression(base) && ts.isMetaProperty(base.expression);
}

function literal(node: ts.Node | undefined): ts.StringLiteralLike | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node : undefined;
}

function resolve(file: string, { text }: ts.StringLiteralLike): Import {
  if (text.startsWith(".")) return { kind: "file", path: posix.normalize(posix.join(posix.dirname(file), text)) };
  return { kind: "package", name: packageName(text) };
}

/** "@scope/name/sub" -> "@scope/name"; a node: module keeps its whole name. */
function packageName(specifier: string): string {
  if (specifier.startsWith("node:")) return specifier;
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
