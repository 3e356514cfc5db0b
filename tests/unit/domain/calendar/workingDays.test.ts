import { expect, test } from "vitest";
import { easterSunday, holidayOn, stateOf } from "../../../../domain/calendar/holidays.ts";
import { addWorkingDays, isWorkingDay, workingDaysBetween } from "../../../../domain/calendar/workingDays.ts";
import { addDays } from "../../../../domain/week.ts";

// Dates of Easter as the Physikalisch-Technische Bundesanstalt lists them; 1981 and 2049 are the exceptions of Gauss' rule.
test.each([
  [1981, "1981-04-19"],
  [2000, "2000-04-23"],
  [2024, "2024-03-31"],
  [2025, "2025-04-20"],
  [2026, "2026-04-05"],
  [2027, "2027-03-28"],
  [2038, "2038-04-25"],
  [2049, "2049-04-18"],
])("Easter %i is on %s", (year, date) => {
  expect(easterSunday(year)).toBe(date);
});

test("the twelve holidays of Saarland in 2026 (SFG § 2)", () => {
  const days = Array.from({ length: 365 }, (_, i) => addDays("2026-01-01", i));
  const holidays = days.flatMap((date) =>
    holidayOn(date, "10") === undefined ? [] : [`${date} ${holidayOn(date, "10")}`],
  );
  expect(holidays).toEqual([
    "2026-01-01 Neujahr",
    "2026-04-03 Karfreitag",
    "2026-04-06 Ostermontag",
    "2026-05-01 Tag der Arbeit",
    "2026-05-14 Christi Himmelfahrt",
    "2026-05-25 Pfingstmontag",
    "2026-06-04 Fronleichnam",
    "2026-08-15 Mariä Himmelfahrt",
    "2026-10-03 Tag der Deutschen Einheit",
    "2026-11-01 Allerheiligen",
    "2026-12-25 1. Weihnachtstag",
    "2026-12-26 2. Weihnachtstag",
  ]);
});

test("states differ: Epiphany in Bavaria, Reformation Day in Saxony, and its Wednesday before 23 November", () => {
  expect(holidayOn("2026-01-06", "09")).toBe("Heilige Drei Könige");
  expect(holidayOn("2026-01-06", "10")).toBeUndefined();
  expect(holidayOn("2026-10-31", "14")).toBe("Reformationstag");
  expect(holidayOn("2026-11-18", "14")).toBe("Buß- und Bettag");
  expect(holidayOn("2022-11-16", "14")).toBe("Buß- und Bettag");
  expect(stateOf("10044115")).toBe("10");
  expect(() => stateOf("99001001")).toThrow("99");
});

test("working days leave out weekends and holidays, forwards and back", () => {
  // Thursday; Friday is All Saints' eve 2025-10-31, a working day in Saarland; 1 November is a Saturday.
  expect(addWorkingDays("2025-10-30", 2, "10")).toBe("2025-11-03");
  // Maundy Thursday 2026 and Easter: Friday to Monday are free.
  expect(addWorkingDays("2026-04-02", 1, "10")).toBe("2026-04-07");
  expect(addWorkingDays("2026-04-07", -1, "10")).toBe("2026-04-02");
  expect(addWorkingDays("2026-12-24", 5, "10")).toBe("2027-01-04");
  expect(addWorkingDays("2026-04-04", 0, "10")).toBe("2026-04-07");
  expect(addWorkingDays("2026-04-07", 0, "10")).toBe("2026-04-07");
  expect(isWorkingDay("2026-11-23", "10")).toBe(true);
});

test("counting is the inverse of adding", () => {
  for (const start of ["2026-01-01", "2026-03-31", "2026-05-13", "2026-12-23"])
    for (let days = 1; days <= 40; days++)
      expect(workingDaysBetween(start, addWorkingDays(start, days, "10"), "10")).toBe(days);
});
