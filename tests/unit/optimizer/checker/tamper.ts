/** Every way to change one value of a JSON document. */

export type Path = readonly (string | number)[];

export interface Leaf {
  readonly path: Path;
  readonly value: number | string | boolean | null;
}

export function leavesOf(node: unknown, path: Path = []): Leaf[] {
  if (node === null || typeof node !== "object") return [{ path, value: node as Leaf["value"] }];
  return Object.entries(node).flatMap(([key, child]) =>
    leavesOf(child, [...path, Array.isArray(node) ? Number(key) : key]),
  );
}

/** Every place that holds a list, with its length. */
export function listsOf(node: unknown, path: Path = []): { readonly path: Path; readonly length: number }[] {
  if (node === null || typeof node !== "object") return [];
  const own = Array.isArray(node) ? [{ path, length: node.length }] : [];
  return [
    ...own,
    ...Object.entries(node).flatMap(([key, child]) =>
      listsOf(child, [...path, Array.isArray(node) ? Number(key) : key]),
    ),
  ];
}

type Node = Record<string | number, unknown>;

function parentOf(document: unknown, path: Path): Node {
  return path.slice(0, -1).reduce<Node>((node, key) => node[key] as Node, document as Node);
}

/** A copy with one value replaced. */
export function withValue<T>(document: T, path: Path, value: unknown): T {
  const copy = structuredClone(document);
  parentOf(copy, path)[path.at(-1)!] = value;
  return copy;
}

/** A copy with one entry of a list left out. */
export function withoutEntry<T>(document: T, path: Path, index: number): T {
  const copy = structuredClone(document);
  const list = path.reduce<unknown>((node, key) => (node as Node)[key], copy) as unknown[];
  list.splice(index, 1);
  return copy;
}
