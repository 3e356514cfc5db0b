import { expect, test } from "vitest";
import { jsonLine } from "../../../domain/jsonLine.ts";

const TEXT = `{
  "name": "a, \\"quoted\\" {name}",
  "list": [
    1, [2,
    3],
    { "deep": true, "other": -1.5e3 }
  ],
  "last": null
}`;

test("a value is found by its path, whatever stands before it", () => {
  expect(jsonLine(TEXT, [])).toBe(1);
  expect(jsonLine(TEXT, ["name"])).toBe(2);
  expect(jsonLine(TEXT, ["list"])).toBe(3);
  expect(jsonLine(TEXT, ["list", 0])).toBe(4);
  expect(jsonLine(TEXT, ["list", 1, 1])).toBe(5);
  expect(jsonLine(TEXT, ["list", 2, "other"])).toBe(6);
  expect(jsonLine(TEXT, ["last"])).toBe(8);
});

test("where a path leads nowhere, the line of what it leads into is given", () => {
  expect(jsonLine(TEXT, ["list", 2, "missing"])).toBe(6);
  expect(jsonLine(TEXT, ["list", 9])).toBe(3);
  expect(jsonLine(TEXT, ["last", "deeper"])).toBe(8);
  expect(jsonLine("[]", [0])).toBe(1);
});
