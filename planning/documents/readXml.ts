/** Reads XML as `xml.ts` writes it: elements, attributes, texts. No comments, no CDATA, no entities of its own. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Of an element without children; else empty. */
  readonly text: string;
}

const TOKEN = /<\?xml[^?]*\?>|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", "#13": "\r" };

/** @throws RangeError for what is no such XML */
export function readXml(text: string): XmlNode {
  const top: Open = { name: "", attributes: {}, children: [], text: "" };
  const open: Open[] = [top];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const [, slash, name, attributes = "", alone, words] = TOKEN.exec(text) ?? broken(at);
    const inner = open.at(-1)!;
    if (words !== undefined) inner.text += plain(words);
    else if (name === undefined) continue;
    else if (slash === "/") {
      if (open.length === 1 || inner.name !== name) broken(at);
      if (inner.children.length > 0) inner.text = "";
      open.pop();
    } else {
      const node: Open = { name, attributes: attributesOf(attributes), children: [], text: "" };
      inner.children.push(node);
      if (alone !== "/") open.push(node);
    }
  }
  if (open.length !== 1 || top.children.length !== 1) broken(text.length);
  return top.children[0]!;
}

interface Open extends XmlNode {
  children: XmlNode[];
  text: string;
}

function broken(at: number): never {
  throw new RangeError(`this is no XML of ours, from character ${at} on`);
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, plain(value!)]));

const plain = (text: string): string =>
  text.replaceAll(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? broken(text.indexOf(whole)));

/** All elements at a path of names, each step among the children of those before. */
export const allAt = (node: XmlNode, ...path: readonly string[]): XmlNode[] =>
  path.reduce<XmlNode[]>(
    (nodes, name) => nodes.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [node],
  );

/** The text of the first element at a path; undefined where there is none. */
export const textAt = (node: XmlNode, ...path: readonly string[]): string | undefined => allAt(node, ...path)[0]?.text;
