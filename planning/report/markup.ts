/** Escaping for XML files. The characters that XML 1.0 forbids even as references are left out. */

// eslint-disable-next-line no-control-regex -- these are the characters to remove (XML 1.0, section 2.2)
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Halves of characters that a cut through a text has left behind. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Safe as element content and inside quoted attributes, in XML and in HTML. */
export function escapeMarkup(text: string): string {
  const allowed = text.replace(FORBIDDEN, "").replace(LONE_SURROGATE, "");
  return allowed.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
