import { expect, test } from "vitest";
import { mapTicket, massOf, ticketId } from "../../../../planning/settlement/mapTicket.ts";
import { TEST_PROFILE } from "../../../support/weighingFile.ts";

const KNOWN = { facilities: new Set(["compost"]), vehicles: new Set(["alt-hook"]), storages: new Set(["alt-woody"]) };
const CELLS = {
  ...{
    "Schein-Nr.": "4711",
    Anlage: "compost",
    Datum: "24.11.2026",
    Uhrzeit: "10:05",
    Brutto: "22.100",
    Tara: "14.000",
  },
  ...{ Netto: "8.100", Sorte: "woody", Kennzeichen: "SLS-GV 12", Abgelehnt: "" },
};
const row = (cells: Record<string, string> = {}) => ({ file: "waage.csv", row: 7, cells: { ...CELLS, ...cells } });

test("a row becomes a ticket in kilograms and local time; what is not known stays open", () => {
  const { ticket } = mapTicket(row(), TEST_PROFILE, KNOWN) as { ticket: unknown };
  expect(ticket).toEqual({
    ...{ id: "compost.4711", number: "4711", weighbridge: "compost", facilityId: "compost" },
    ...{ weighedAt: "2026-11-24T10:05:00+01:00", grossKg: 22_100, tareKg: 14_000, netKg: 8100 },
    ...{
      fraction: "woody",
      form: null,
      vehicle: "SLS-GV 12",
      vehicleId: null,
      storageId: null,
      refused: false,
      note: "",
    },
  });
});

test("another scale's words, tonnes and order of date are only another profile", () => {
  const profile = {
    ...TEST_PROFILE,
    ...{ decimal: "." as const, unit: "t" as const, dateFormat: "MM/DD/YYYY" as const },
    facilities: { "Plant 2": "compost" },
    vehicles: { "SLS-GV 12": "alt-hook" },
    materials: { "Green waste, chipped": { fraction: "woody" as const, form: "shredded" as const } },
  };
  const cells = {
    Anlage: "Plant 2",
    Datum: "11/24/2026",
    Brutto: "22.10",
    Tara: "14.0",
    Netto: "",
    Sorte: "Green waste, chipped",
  };
  expect(mapTicket(row(cells), profile, KNOWN)).toMatchObject({
    ticket: { facilityId: "compost", vehicleId: "alt-hook", netKg: 8100, fraction: "woody", form: "shredded" },
  });
});

test("every fault of a row is said at once, each with its column", () => {
  const mapped = mapTicket(
    row({ "Schein-Nr.": "", Datum: "31.02.2026", Netto: "viel", Sorte: "Bauschutt" }),
    TEST_PROFILE,
    KNOWN,
  );
  expect(mapped.kind === "problems" && mapped.problems.map(({ place }) => [place.row, place.field])).toEqual([
    [7, "Schein-Nr."],
    [7, "Netto"],
    [7, "Datum"],
    [7, "Sorte"],
  ]);
});

test.each([
  ["8.100", ",", "kg", 8100],
  ["8100", ",", "kg", 8100],
  ["8,1", ",", "t", 8100],
  ["12,345 t", ",", "t", 12_345],
  ["-120", ",", "kg", -120],
  ["8 100 kg", ",", "kg", 8100],
  ["8.1.00", ",", "kg", null],
  ["81,00.0", ",", "kg", null],
  ["acht", ",", "kg", null],
  ["8,100.5", ".", "kg", 8101],
] as const)("%s with %s as decimal sign in %s is %s kg", (text, decimal, unit, kg) => {
  expect(massOf(text, { decimal, unit })).toBe(kg);
});

test("the same number of the same scale is the same ticket, however it is written", () => {
  expect(ticketId("Waage Nord", "47/11")).toBe("Waage-Nord.47-11");
  expect(ticketId(" Waage Nord ", "47/11 ")).toBe("Waage-Nord.47-11");
});
