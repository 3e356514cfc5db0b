/** XML as text: escaped once, in one place. */

/** Trees of names, attributes and texts; what is null, undefined or false is left out. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlElement[];
}

type Part = XmlElement | readonly XmlElement[] | null | undefined | false;

/** `xml("cbc:ID", "7")`, or elements within an element. */
export function xml(
  name: string,
  content: string | readonly Part[],
  attributes: Readonly<Record<string, string>> = {},
): XmlElement {
  if (typeof content === "string") return { name, attributes, content };
  const elements = content.flatMap((part): readonly XmlElement[] => {
    if (part === null || part === undefined || part === false) return [];
    return Array.isArray(part) ? (part as readonly XmlElement[]) : [part as XmlElement];
  });
  return { name, attributes, content: elements };
}

export const xmlDocument = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, "")}\n`;

function written({ name, attributes, content }: XmlElement, indent: string): string {
  const head = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const open = `${indent}<${name}${head.join("")}>`;
  if (typeof content === "string") return `${open}${escaped(content)}</${name}>`;
  const inner = content.map((one) => written(one, `${indent}  `)).join("\n");
  return `${open}\n${inner}\n${indent}</${name}>`;
}

/** XML 1.0 knows no way to write other control characters or half of a surrogate pair, escaped or not. */
const isAllowed = (point: number): boolean =>
  [0x9, 0xa, 0xd].includes(point) ||
  (point >= 0x20 && !(point >= 0xd800 && point <= 0xdfff) && point !== 0xfffe && point !== 0xffff);

const escaped = (text: string): string =>
  [...text]
    .filter((character) => isAllowed(character.codePointAt(0)!))
    .join("")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;");
