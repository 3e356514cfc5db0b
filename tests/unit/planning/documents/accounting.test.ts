// Bookings add up to the balance, the DATEV batch has the form that its importer asks for, the register every kilogram.
import { expect, test } from "vitest";
import { AccountingProfile, DEFAULT_PROFILES } from "../../../../domain/billing/profile.ts";
import { SETTLED_LINES, type Correction } from "../../../../domain/settlement/settlement.ts";
import { bookingsOf } from "../../../../planning/documents/bookings.ts";
import { bookingsCsv } from "../../../../planning/documents/bookingsCsv.ts";
import { DATEV_COLUMNS, datevBatch } from "../../../../planning/documents/datev.ts";
import { registerCsv } from "../../../../planning/documents/register.ts";
import { windows1252 } from "../../../../planning/documents/windows1252.ts";
import { sampleSettlement } from "../../../support/sampleSettlement.ts";

const [datev] = DEFAULT_PROFILES;
const settlement = sampleSettlement();
const NAMES = {
  points: new Map([["p-alt", "=Altdorf"]]),
  facilities: new Map(),
  owners: new Map([["99001001", "Altdorf"]]),
};
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const correction: Correction = {
  ...{ schema: "gruenverbund/correction/1", settlementId: settlement.id, number: 1, reason: "Schein nachgereicht" },
  bookings: [
    { ags: "99001002", figure: "share", reversedCents: -18_800, bookedCents: 19_000, differenceCents: 200 },
    { ags: "99001002", figure: "contribution", reversedCents: 0, bookedCents: 50, differenceCents: -50 },
  ],
  ...{ poolDifferenceCents: 0, ticketIds: [], sha256Before: "0".repeat(64), sha256After: "1".repeat(64) },
  ...{ at: "2027-01-12T09:00:00+01:00", by: "karla" },
};

test("what each member books is its balance before advances, to the cent, corrections included", () => {
  for (const { ags, balanceCents, advanceCents } of settlement.members) {
    const bookings = bookingsOf({ settlement, corrections: [] }, ags, datev!);
    expect(sum(bookings.map(({ cents }) => cents))).toBe(balanceCents + advanceCents);
    expect(bookings.every(({ cents }) => cents !== 0)).toBe(true);
  }
  const bookings = bookingsOf({ settlement, corrections: [correction] }, "99001002", datev!);
  expect(sum(bookings.map(({ cents }) => cents))).toBe(18_960 + 200 - 50);
  expect(bookings.slice(-3).map(({ date, cents }) => [date, cents])).toEqual([
    ["2027-01-12", -18_800],
    ["2027-01-12", 19_000],
    ["2027-01-12", -50],
  ]);
  expect(() => bookingsOf({ settlement, corrections: [] }, "1", datev!)).toThrow(RangeError);
});

test("a profile names an account for every cost line, and both formats are there", () => {
  for (const profile of DEFAULT_PROFILES) {
    expect(AccountingProfile.parse(profile)).toEqual(profile);
    expect(Object.keys(profile.accounts.lines).sort()).toEqual([...SETTLED_LINES].sort());
  }
  expect(DEFAULT_PROFILES.map(({ format }) => format)).toEqual(["datev", "csv"]);
});

test("the batch has 31 fields of header, 125 columns, quoted texts, decimal commas and days as TTMM", () => {
  expect(DATEV_COLUMNS).toHaveLength(125);
  expect(new Set(DATEV_COLUMNS).size).toBe(125);
  // Places of the published description, counted from 1.
  expect([1, 7, 8, 10, 11, 14, 37, 114].map((place) => DATEV_COLUMNS[place - 1])).toEqual([
    ...["Umsatz (ohne Soll/Haben-Kz)", "Konto", "Gegenkonto (ohne BU-Schlüssel)", "Belegdatum", "Belegfeld 1"],
    ...["Buchungstext", "KOST1 - Kostenstelle", "Festschreibung"],
  ]);
  const bookings = bookingsOf({ settlement, corrections: [] }, "99001001", datev!);
  const batch = datevBatch(bookings, datev!, {
    at: "2026-12-15T10:20:30+01:00",
    label: 'Abrechnung "Grünabfall" KW 48/2026',
  })!;
  const [header, columns, ...rows] = batch.split("\r\n").slice(0, -1);
  expect(header!.split(";")).toHaveLength(31);
  expect(header).toMatch(
    /^"EXTF";700;21;"Buchungsstapel";13;20261215102030000;;"";"";"";1001;1;20260101;5;20261129;20261129;"Abrechnung ""Grünabfall"" KW 48\/";"";1;0;0;"EUR";/,
  );
  expect(columns!.split(";")).toEqual([...DATEV_COLUMNS]);
  expect(rows.map((row) => row.split(";").length)).toEqual(rows.map(() => 125));
  expect(rows[0]).toMatch(
    /^52,00;"S";"EUR";;;;52910;35100;;2911;"2026W48-2026W48";;;"Grünabfall: Transport";(;)+"5370-99001001";/,
  );
  expect(rows.map((row) => row.split(";").slice(0, 2).join(" "))).toEqual([
    ...['52,00 "S"', '260,00 "S"', '1,00 "H"', '55,00 "H"', '100,00 "H"'],
  ]);
  expect(datevBatch([], datev!, { at: "2026-12-15T10:20:30Z", label: "" })).toBeNull();
});

test("a year of books may begin in any month; before that day the year before counts", () => {
  const bookings = bookingsOf({ settlement, corrections: [] }, "99001002", datev!);
  const of = (fiscalYearStart: string) =>
    datevBatch(bookings, { ...datev!, fiscalYearStart }, { at: "2026-12-15T10:20:30Z", label: "" })!.split(";")[12];
  expect([of("01-01"), of("11-29"), of("12-01")]).toEqual(["20260101", "20261129", "20251201"]);
});

test("Windows-1252 has the euro sign and umlauts in one byte each; what it does not know is a question mark", () => {
  const bytes = windows1252("Grün €–„ž“ \u4E2D\u{1F333}");
  expect(new TextDecoder("windows-1252").decode(bytes)).toBe("Grün €–„ž“ ??");
});

test("the second profile is a table with debit and credit; nothing in it runs as a formula", () => {
  const bookings = bookingsOf({ settlement, corrections: [] }, "99001003", datev!);
  const [head, first, ...rest] = bookingsCsv([{ ...bookings[0]!, text: "=1+1" }, ...bookings.slice(1)]).split("\r\n");
  expect(head).toContain("Soll in €;Haben in €");
  expect(first).toBe('29.11.2026;2026W48-2026W48;52910;35100;16,67;;5370-99001003;"\'=1+1"');
  expect(rest[1]).toContain(";;0,60;");
});

test("the register has every kilogram of every ticket under its waste code, by municipality", () => {
  const lines = registerCsv(settlement, NAMES, null).trim().split("\r\n").slice(1);
  const tonnes = lines.map((line) => Number(line.split(";")[3]!.replace(",", ".")));
  expect(sum(tonnes) * 1000).toBeCloseTo(sum(settlement.tickets.map(({ netKg }) => netKg)), 6);
  expect(lines[0]).toBe(
    '24.11.2026;20 02 01;biologisch abbaubare Abfälle;5,000;4711;w;99001001;Altdorf;"\'=Altdorf";gemischt;lose;nein;Altdorf;Haken Altdorf;compost;ja',
  );
  expect(registerCsv(settlement, NAMES, "99001003").trim().split("\r\n")).toHaveLength(2);
});
