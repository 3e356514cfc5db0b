import { expect, test } from "vitest";
import { softHyphens } from "../../../web/softHyphens.ts";

const parts = (text: string): string => softHyphens(text).replaceAll("\u00AD", "|");

test.each([
  ["Wertstoffsammelstelle Wadgassen", "Wert|stoff|sam|mel|stelle Wad|gas|sen"],
  ["Kompostplatz Überherrn", "Kom|post|platz Über|herrn"],
  ["Abrollkipper 1", "Abroll|kip|per 1"],
  ["Bauhof Lebach", "Bauhof Lebach"],
  ["<b>&", "<b>&"],
])("%s may break as %s", (text, broken) => {
  expect(parts(text)).toBe(broken);
  expect(softHyphens(text).replaceAll("\u00AD", "")).toBe(text);
});
