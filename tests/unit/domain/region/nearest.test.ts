import { expect, test } from "vitest";
import { didYouMean, editDistance, nearest } from "../../../../domain/region/nearest.ts";

test("the edit distance counts letters to exchange, add and drop", () => {
  expect(editDistance("bous", "bous")).toBe(0);
  // kitten -> sitten -> sittin -> sitting
  expect(editDistance("kitten", "sitting")).toBe(3);
  expect(editDistance("", "abc")).toBe(3);
});

test("the nearest candidate is found whatever its case", () => {
  expect(nearest("Lebach", ["lebach-woody", "lebach", "lepach"])).toBe("lebach");
});

test("of two equally near ones the first is taken", () => {
  expect(nearest("p-a", ["p-b", "p-c"])).toBe("p-b");
});

test("a word unlike all others has no nearest", () => {
  expect(nearest("xyz", ["dillingen", "saarwellingen"])).toBeUndefined();
  expect(didYouMean("xyz", ["dillingen"])).toBe("");
  expect(didYouMean("dilingen", ["dillingen"])).toBe(' Did you mean "dillingen"?');
});
