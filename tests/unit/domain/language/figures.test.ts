import { expect, test } from "vitest";
import { elided, nonBreaking, spaced } from "../../../../domain/language/french.ts";
import { figuresOf } from "../../../../domain/language/figures.ts";

const [de, fr, en] = [figuresOf("de"), figuresOf("fr"), figuresOf("en")];

test.each([
  [123_456, "1.234,56\u00A0€", "1\u202F234,56\u00A0€", "€1,234.56"],
  [100_000_000, "1.000.000,00\u00A0€", "1\u202F000\u202F000,00\u00A0€", "€1,000,000.00"],
  [5, "0,05\u00A0€", "0,05\u00A0€", "€0.05"],
  [0, "0,00\u00A0€", "0,00\u00A0€", "€0.00"],
  [-5000, "−50,00\u00A0€", "−50,00\u00A0€", "−€50.00"],
])("%i cents are written as each language does", (cents, ...written) => {
  expect([de, fr, en].map(({ money }) => money(cents))).toEqual(written);
});

test("numbers, shares, tonnes and ways have the language's decimal sign, and no line breaks before the unit", () => {
  expect([de, fr, en].map(({ number }) => number(-12_345.678, 1))).toEqual([
    "−12.345,7",
    "−12\u202F345,7",
    "−12,345.7",
  ]);
  // 5,000 of 30,050 are 16.639 %.
  const shares = ["16,6\u00A0%", "16,6\u00A0%", "16.6%"];
  expect([de, fr, en].map(({ percent }) => percent(5000, 30_050))).toEqual(shares);
  expect(de.percent(0, 0)).toBe("0,0\u00A0%");
  expect([de, fr, en].map(({ tonnes }) => tonnes(1500))).toEqual(["1,5\u00A0t", "1,5\u00A0t", "1.5\u00A0t"]);
  expect([de, en].map(({ kilometres }) => kilometres(1_234_567))).toEqual(["1.235\u00A0km", "1,235\u00A0km"]);
  expect(de.duration(11_100)).toBe("3:05\u00A0h");
});

test("days, moments and weeks: those of one year name it once", () => {
  // 22:59 UTC is 23:59 in winter.
  const moments = ["09.12.2026, 23:59\u00A0Uhr", "09/12/2026 à\u00A023:59", "9 Dec 2026, 23:59"];
  expect([de, fr, en].map(({ moment }) => moment("2026-12-09T22:59:00Z"))).toEqual(moments);
  expect([de, fr, en].map(({ day }) => day("2026-11-23"))).toEqual(["Mo 23.11.", "lu 23/11", "Mon 23 Nov"]);
  expect([de, fr, en].map(({ weeks }) => weeks("2026-W48"))).toEqual(["KW 48/2026", "semaine 48/2026", "week 48/2026"]);
  expect([de, fr, en].map(({ weeks }) => weeks("2026-W48", "2026-W51"))).toEqual([
    "KW\u00A048 bis KW\u00A051/2026",
    "semaines 48 à 51/2026",
    "weeks 48 to 51/2026",
  ]);
  expect(fr.weeks("2026-W52", "2027-W02")).toBe("semaines 52/2026 à 2/2027");
  expect([de, fr, en].map(({ days }) => days("2026-W48", "2026-W51"))).toEqual([
    "23.11. bis 20.12.2026",
    "du 23/11 au 20/12/2026",
    "23 Nov to 20 Dec 2026",
  ]);
  // The week of Monday 28 December 2026 ends on 3 January.
  expect(en.days("2026-W53")).toBe("28 Dec 2026 to 3 Jan 2027");
});

test("names are listed as a sentence does", () => {
  expect([de, fr, en].map(({ list }) => list(["A", "B", "C"]))).toEqual(["A, B und C", "A, B et C", "A, B and C"]);
  expect([de.list([]), de.list(["A"])]).toEqual(["", "A"]);
});

test("French: elision before vowels, not before a sounded h, and spaces that do not break", () => {
  expect(["Altdorf", "Überherrn", "Homburg", "Bergheim"].map((name) => elided("de", name))).toEqual([
    "d’Altdorf",
    "d’Überherrn",
    "de Homburg",
    "de Bergheim",
  ]);
  expect(nonBreaking("Motif : « 1 234,56 € » ; en 2026")).toBe(
    "Motif\u00A0: «\u00A01\u202F234,56\u00A0€\u00A0»\u00A0; en 2026",
  );
  const words = spaced({ plain: "Oui ?", say: (name: string) => `${name} !`, list: ["a : b"] });
  expect([words.plain, words.say("Non"), words.list]).toEqual(["Oui\u00A0?", "Non\u00A0!", ["a\u00A0: b"]]);
});
