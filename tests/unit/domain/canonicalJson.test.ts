import { expect, test } from "vitest";
import { canonicalJson } from "../../../domain/canonicalJson.ts";

/** RFC 8785, appendix B: a double by its bits, and how it is written. */
const NUMBERS: readonly (readonly [bits: string, text: string])[] = [
  ["0000000000000000", "0"],
  ["8000000000000000", "0"],
  ["0000000000000001", "5e-324"],
  ["8000000000000001", "-5e-324"],
  ["7fefffffffffffff", "1.7976931348623157e+308"],
  ["ffefffffffffffff", "-1.7976931348623157e+308"],
  ["4340000000000000", "9007199254740992"],
  ["c340000000000000", "-9007199254740992"],
  ["4430000000000000", "295147905179352830000"],
  ["44b52d02c7e14af5", "9.999999999999997e+22"],
  ["44b52d02c7e14af6", "1e+23"],
  ["44b52d02c7e14af7", "1.0000000000000001e+23"],
  ["444b1ae4d6e2ef4e", "999999999999999700000"],
  ["444b1ae4d6e2ef4f", "999999999999999900000"],
  ["444b1ae4d6e2ef50", "1e+21"],
  ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
  ["3eb0c6f7a0b5ed8d", "0.000001"],
  ["41b3de4355555553", "333333333.3333332"],
  ["41b3de4355555554", "333333333.33333325"],
  ["41b3de4355555555", "333333333.3333333"],
  ["41b3de4355555556", "333333333.3333334"],
  ["41b3de4355555557", "333333333.33333343"],
  ["becbf647612f3696", "-0.0000033333333333333333"],
  ["43143ff3c1cb0959", "1424953923781206.2"],
];

const double = (bits: string): number => Buffer.from(bits, "hex").readDoubleBE(0);

test.each(NUMBERS)("the double %s is written %s", (bits, text) => {
  expect(canonicalJson(double(bits))).toBe(text);
});

test.each(["7fffffffffffffff", "7ff0000000000000", "fff0000000000000"])("the double %s is refused", (bits) => {
  expect(() => canonicalJson([double(bits)])).toThrow("$[0]");
});

test("the example of section 3.2.2 becomes that of section 3.2.3", () => {
  const text = String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`;
  const canonical = String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`;
  expect(canonicalJson(JSON.parse(text))).toBe(canonical);
});

test("names are sorted by UTF-16 code units, as in section 3.2.3", () => {
  const names = ["\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6"];
  const sorted = Object.keys(
    JSON.parse(canonicalJson(Object.fromEntries(names.map((name) => [`_${name}`, 0])))) as object,
  );
  expect(sorted).toEqual(["\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33"].map((name) => `_${name}`));
});

const circle: unknown[] = [];
circle.push(circle);

test.each([
  ["undefined", { a: undefined }, "$.a"],
  ["a gap in an array", [1, , 2], "$[1]"], // eslint-disable-line no-sparse-arrays
  ["a lone surrogate", { a: ["\ud83d"] }, "$.a[0]"],
  ["a lone surrogate in a name", { a: { "\ude00": 1 } }, "$.a"],
  ["a bigint", [1n], "$[0]"],
  ["a function", { f: () => 1 }, "$.f"],
  ["a date", { at: new Date(0) }, "$.at"],
  ["a map", new Map(), "$"],
  ["a circle", circle, "in a circle"],
])("%s is refused by its place", (_, value, place) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
  expect(() => canonicalJson(value)).toThrow(place);
});
