/**
 * Canonical JSON (RFC 8785, JCS): one text for a value, whoever writes it, so that its hash can be compared. Names are sorted
 * by UTF-16 code units, numbers are written as ECMAScript writes them, nothing stands between the tokens.
 */
export type CanonicalValue =
  null | boolean | number | string | readonly CanonicalValue[] | { readonly [name: string]: CanonicalValue };

/** Deeper is a mistake, or a circle. */
const MOST_DEPTH = 500;

/**
 * @param value what `JSON.parse` gives; nothing in it is converted or left out
 * @throws TypeError naming the place of what JSON does not know: undefined, NaN, infinities, lone surrogates, bigint, dates,
 *   functions, gaps in arrays, circles
 */
export function canonicalJson(value: unknown): string {
  return textOf(value, "$", 0);
}

function textOf(value: unknown, place: string, depth: number): string {
  if (depth > MOST_DEPTH) throw new TypeError(`${place.slice(0, 80)}… is nested too deeply, or in a circle`);
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return numberText(value, place);
  if (typeof value === "string") return stringText(value, place);
  if (Array.isArray(value))
    return `[${Array.from(value, (one, i) => textOf(one, `${place}[${i}]`, depth + 1)).join()}]`;
  if (typeof value !== "object") throw new TypeError(`${place} is ${typeof value}, which JSON does not know`);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError(`${place} is no plain object, which JSON does not know`);
  const members = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(members).sort();
  return `{${names.map((name) => `${stringText(name, place)}:${textOf(members[name], `${place}.${name}`, depth + 1)}`).join()}}`;
}

function numberText(value: number, place: string): string {
  if (!Number.isFinite(value)) throw new TypeError(`${place} is ${value}, which JSON does not know`);
  return JSON.stringify(value);
}

/** The escapes of JSON.stringify are those of RFC 8785 section 3.2.2.2, but for lone surrogates, which it lets through. */
function stringText(value: string, place: string): string {
  if (!value.isWellFormed()) throw new TypeError(`${place} holds half of a surrogate pair, which is no character`);
  return JSON.stringify(value);
}
