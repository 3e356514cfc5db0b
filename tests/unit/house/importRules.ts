// Judges an import graph against the import table, and finds cycles. Knows no file system: the graph is passed in.
import type { Layer } from "./importTable.ts";

/** Source path (relative to the root folder, with /) to the imports it writes down. */
export type ImportGraph = ReadonlyMap<string, readonly Import[]>;

export type Import =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "package"; readonly name: string }
  /** A dynamic import whose target only shows at run time, so nobody can judge it. */
  | { readonly kind: "computed" };

type Table = Readonly<Record<string, Layer>>;

/** One sentence for each import that the table does not allow; empty when all is well. */
export function violations(graph: ImportGraph, table: Table): string[] {
  return [...graph].flatMap(([file, imports]) => {
    const layer = layerOf(file, table);
    if (layer === undefined) return [`${file} belongs to no layer of the import table`];
    return imports.flatMap((one) => judge(file, layer, one, table) ?? []);
  });
}

/** Layer with the longest folder that holds the file; "." for files in the root folder. */
export function layerOf(file: string, table: Table): string | undefined {
  if (!file.includes("/")) return "." in table ? "." : undefined;
  const layers = Object.keys(table).filter((layer) => file.startsWith(`${layer}/`));
  return layers.reduce<string | undefined>((best, l) => (l.length > (best?.length ?? 0) ? l : best), undefined);
}

function judge(file: string, layer: string, one: Import, table: Table): string | undefined {
  const rule = table[layer];
  if (rule === undefined) throw new Error(`layer ${layer} is missing in the table`);
  switch (one.kind) {
    case "computed":
      return rule.packages === "*" ? undefined : `${file} (${layer}) imports something known only at run time`;
    case "package":
      if (rule.packages === "*" || rule.packages.includes(one.name)) return undefined;
      return `${file} (${layer}) must not import the package ${one.name}`;
    case "file": {
      const target = layerOf(one.path, table);
      if (target === layer || rule.layers === "*") return undefined;
      if (target !== undefined && rule.layers.includes(target)) return undefined;
      return `${file} (${layer}) must not import ${one.path} (${target ?? "no layer"})`;
    }
  }
}

/** Every cycle that a depth-first walk closes, as a path whose last file is its first; empty when there is none. */
export function cycles(graph: ImportGraph): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const start = path.indexOf(file);
    if (start >= 0) found.push([...path.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    path.push(file);
    for (const one of graph.get(file) ?? []) if (one.kind === "file") visit(one.path);
    path.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return found;
}
