import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../../domain/canonicalJson.ts";

const json = fc.jsonValue({ stringUnit: "binary", depthSize: "medium" });

/** JSON knows one zero. */
const oneZero = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test("parsing a canonical text gives the value back, and the text is the same again", () => {
  fc.assert(
    fc.property(json, (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(oneZero(value));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});

function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, turned(member)]),
  );
}

test("the order of names does not matter", () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(canonicalJson(turned(value))).toBe(canonicalJson(value));
    }),
  );
});
