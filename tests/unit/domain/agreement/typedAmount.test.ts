import fc from "fast-check";
import { expect, test } from "vitest";
import { checkTypedAmount, readTypedAmount } from "../../../../domain/agreement/typedAmount.ts";
import { figuresOf } from "../../../../domain/language/figures.ts";
import { LANGUAGES } from "../../../../domain/language/format.ts";

test.each([
  ["1.234,56", 123456],
  ["1234,56", 123456],
  ["1234.56", 123456],
  ["1,234.56", 123456],
  ["1 234,56 €", 123456],
  ["€ 1.234,56", 123456],
  ["1.234,56 EUR", 123456],
  ["1’234,56", 123456],
  ["1234,5", 123450],
  ["1234", 123400],
  ["1.234", 123400],
  ["0,05", 5],
  ["-12,00", -1200],
  ["−12,00", -1200],
  [" 49.198,38\u00a0€ ", 4919838],
  ["１２３４,５６", 123456],
  ["1.234.567,89", 123456789],
])("%s is read as %i cents", (text, cents) => {
  expect(readTypedAmount(text)).toEqual({ kind: "amount", cents });
});

test.each([
  "",
  "   ",
  "viel",
  "1,234",
  "12.34.56",
  "1.23,45",
  "1234,567",
  "1e5",
  "0x10",
  "12,,5",
  "1..2",
  "=1+1",
  "9".repeat(40),
  "<b>1</b>",
])("%j is not read", (text) => {
  expect(readTypedAmount(text)).toEqual({ kind: "unreadable" });
});

test("every amount is read back from the way each language shows it, and from plain digits with point or comma", () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_999_999, max: 999_999_999 }), (cents) => {
      const plain = (cents / 100).toFixed(2);
      const shown = LANGUAGES.map((language) => figuresOf(language).money(cents));
      for (const text of [...shown, plain, plain.replace(".", ",")])
        expect(readTypedAmount(text)).toEqual({ kind: "amount", cents });
    }),
    { seed: 6, numRuns: 500 },
  );
});

test("a miss gives nothing of the figure away: it is the same, however near or far", () => {
  expect(checkTypedAmount("600,01", 60_000)).toBe("wrong");
  expect(checkTypedAmount("1,00", 60_000)).toBe("wrong");
  expect(checkTypedAmount("viel", 60_000)).toBe("unreadable");
  expect(checkTypedAmount("600", 60_000)).toBe("right");
});
