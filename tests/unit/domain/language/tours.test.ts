// Why loads stay and what tours break: each code in three languages, with its figures in the unit that people use.
import { expect, test } from "vitest";
import type { Language } from "../../../../domain/region/contacts.ts";
import { TOUR_WORDS } from "../../../../domain/language/tours/index.ts";
import { saidFault, saidWhy } from "../../../../domain/language/tours/say.ts";
import type { Fault, Why } from "../../../../domain/language/tours/shape.ts";

const LOAD = { massKg: 5200, point: "Wadgassen" };
const fault = (code: string, limit: number, needed: number, unit = "s"): Fault => ({
  ...{ code, limit, needed, unit },
  ...{ named: LOAD, facility: "Kompostwerk" },
});
const why = (code: string, limit: number, needed: number, unit = "s"): Why => ({
  ...{
    code,
    limit,
    needed,
    unit,
    load: LOAD,
    facility: "Kompostwerk",
    capabilities: ["hookLift", "grab"],
    vehicles: 5,
  },
  ...{ tour: { vehicle: "Kipper 1", date: "2026-11-24" }, priceCents: 1250, monday: "2026-11-23" },
  shreddedOn: "2026-11-28",
});
const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, " ");

const LANGUAGES: readonly Language[] = ["de", "fr", "en"];
/** As elsewhere, so that a code without words in a language is seen. */
const CODES = Object.keys(TOUR_WORDS.de.broken);
const WHYS = Object.keys(TOUR_WORDS.de.why);

test.each(LANGUAGES)("%s: every rule that a tour breaks has words of its own, in one sentence", (language) => {
  const words = TOUR_WORDS[language];
  for (const code of CODES) {
    for (const one of [fault(code, 3600, 7200), { ...fault(code, 0, 1), named: null, facility: null }]) {
      const said = saidFault(words, one);
      expect([code, said]).toEqual([code, expect.stringMatching(/^[A-ZÄÖÜÉÀ\d].*\.$/)]);
      expect(said).not.toMatch(/undefined|NaN|\bnull\b/);
    }
  }
  expect(saidFault(words, fault("somethingNew", 1, 2))).toMatch(/^[DTL].*somethingNew/);
});

test.each(LANGUAGES)("%s: every reason for a load that stays names the load and says what keeps it", (language) => {
  const words = TOUR_WORDS[language];
  for (const code of WHYS) {
    const said = saidWhy(words, why(code, 3600, 7200));
    expect([code, said]).toEqual([code, expect.stringMatching(/Wadgassen.*\.$/)]);
    expect(said).not.toMatch(/undefined|NaN|\bnull\b/);
    expect(saidWhy(words, { ...why(code, 0, 7 * 86_400), tour: null })).not.toMatch(/undefined|NaN|\bnull\b/);
  }
});

test("no two languages say the same", () => {
  for (const code of CODES) {
    const said = LANGUAGES.map((language) => saidFault(TOUR_WORDS[language], fault(code, 3600, 7200)));
    expect([code, new Set(said).size]).toEqual([code, 3]);
  }
});

test("figures are written in the unit that people use", () => {
  // 15:45 is 56,700 s; 26 minutes more.
  const late = fault("shift", 56_700, 58_260);
  expect(saidFault(TOUR_WORDS.de, late)).toBe("Das Fahrzeug käme erst um 16:11 Uhr zurück, Schichtende ist 15:45 Uhr.");
  expect(saidFault(TOUR_WORDS.fr, late)).toBe("Le véhicule ne rentrerait qu’à 16:11, le service finit à 15:45.");
  expect(saidFault(TOUR_WORDS.en, late)).toBe("The vehicle would be back at 16:11 only, the shift ends at 15:45.");
  const heavy = fault("capacity", 11_000, 15_200, "kg");
  expect(saidFault(TOUR_WORDS.de, heavy)).toBe("Das Fahrzeug ist überladen: 15,2 t an Bord, erlaubt sind 11,0 t.");
  expect(plain(saidFault(TOUR_WORDS.fr, heavy))).toBe("Le véhicule est surchargé : 15,2 t à bord, 11,0 t permis.");
  expect(plain(saidFault(TOUR_WORDS.en, heavy))).toBe("The vehicle is overloaded: 15.2 t on board, 11.0 t allowed.");
  // 2700 s are 45 minutes, 900 s are 15.
  expect(saidFault(TOUR_WORDS.de, fault("breakShort", 900, 2700))).toBe(
    "Eine Lenkpause ist zu kurz: 15 Minuten, nötig sind 45.",
  );
});

test("a load left is told with the tour that it would go on", () => {
  // 9.5 hours are 34,200 s.
  const long = why("duration", 28_800, 34_200);
  expect(plain(saidWhy(TOUR_WORDS.fr, long))).toBe(
    "5,2 t restent sur place (Wadgassen) : la tournée de Kipper 1 le 24/11/2026 durerait 9,5 heures, 8,0 heures sont permises.",
  );
  expect(plain(saidWhy(TOUR_WORDS.en, long))).toBe(
    "5.2 t at Wadgassen stay: the tour of Kipper 1 on 24 Nov 2026 would take 9.5 hours, 8.0 hours are allowed.",
  );
});
