import fc from "fast-check";
import { expect, test } from "vitest";
import { checkTypedAmount, readTypedAmount } from "../../../../domain/agreement/typedAmount.ts";
import { formatEuros } from "../../../../domain/money.ts";

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
])("%j is not read, and is told what is expected", (text) => {
  expect(readTypedAmount(text)).toMatchObject({
    kind: "unreadable",
    expected: expect.stringContaining("1.234,56") as string,
  });
});

test("every amount is read back from the way it is shown, and from plain digits with point or comma", () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_999_999, max: 999_999_999 }), (cents) => {
      const plain = (cents / 100).toFixed(2);
      for (const text of [formatEuros(cents), plain, plain.replace(".", ",")])
        expect(readTypedAmount(text)).toEqual({ kind: "amount", cents });
    }),
    { seed: 6, numRuns: 500 },
  );
});

test("a miss gives nothing of the figure away: it is the same sentence, however near or far", () => {
  const near = checkTypedAmount("600,01", 60_000);
  const far = checkTypedAmount("1,00", 60_000);
  expect(near).toEqual(far);
  expect(near.kind).toBe("wrong");
  expect(JSON.stringify(near)).not.toContain("600");
  expect(checkTypedAmount("600", 60_000)).toEqual({ kind: "right" });
});
