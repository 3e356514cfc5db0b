// A strict reader of the XML that the report writes: it accepts less than XML allows, and nothing that XML forbids.

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const TAG = /^<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/;
const ATTRIBUTE = /([\w:.-]+)="([^"<]*)"/g;
const REFERENCE = /^&(?:amp|lt|gt|quot|apos|#\d+);/;

function checkText(text: string): string {
  for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", at + 1)) {
    if (!REFERENCE.test(text.slice(at))) throw new Error(`a bare & in "${text.slice(at, at + 20)}"`);
  }
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");
}

/** Throws on the first fault; returns the root element. */
export function parseXml(document: string): Element {
  if (!document.startsWith('<?xml version="1.0" encoding="UTF-8"?>')) throw new Error("no XML declaration");
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open: Element[] = [root];
  let rest = document.slice(document.indexOf("?>") + 2);
  while (rest !== "") {
    const next = rest.indexOf("<");
    const text = next < 0 ? rest : rest.slice(0, next);
    open.at(-1)!.text += checkText(text);
    rest = rest.slice(text.length);
    if (rest === "") break;
    const tag = TAG.exec(rest);
    if (tag === null) throw new Error(`not a tag: ${rest.slice(0, 40)}`);
    rest = rest.slice(tag[0].length);
    takeTag(open, tag);
  }
  if (open.length !== 1 || root.children.length !== 1)
    throw new Error("elements are left open, or there is not one root");
  return root.children[0]!;
}

function takeTag(open: Element[], [, closing, name, written, empty]: RegExpExecArray): void {
  if (closing === "/") {
    if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
    return;
  }
  const attributes = Object.fromEntries(
    [...written!.matchAll(ATTRIBUTE)].map(([, key, value]) => [key!, checkText(value!)]),
  );
  const element: Element = { name: name!, attributes, children: [], text: "" };
  open.at(-1)!.children.push(element);
  if (empty !== "/") open.push(element);
}

/** All elements of a name below an element, in document order. */
export function elements(root: Element, name: string): Element[] {
  return root.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elements(child, name)]);
}
