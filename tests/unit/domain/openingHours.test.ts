import { expect, test } from "vitest";
import { openingHours, parseOpeningHours } from "../../../domain/openingHours.ts";

const HOUR = 3600;

test("days and spans are read, Monday first, closed days empty", () => {
  const hours = openingHours("Mo-Fr 08:00-16:00; Sa 09:00-13:00");
  expect(hours.map((windows) => windows.length)).toEqual([1, 1, 1, 1, 1, 1, 0]);
  expect(hours[0]).toEqual([{ earliest: 8 * HOUR, latest: 16 * HOUR }]);
  expect(hours[5]).toEqual([{ earliest: 9 * HOUR, latest: 13 * HOUR }]);
});

test("a day may have several spans, sorted, and days may be German or English", () => {
  const hours = openingHours("Di,Th 13:00-16:45,09:00-12:30");
  expect(hours[1]).toEqual([
    { earliest: 9 * HOUR, latest: 12.5 * HOUR },
    { earliest: 13 * HOUR, latest: 16.75 * HOUR },
  ]);
  expect(hours[3]).toEqual(hours[1]);
});

test.each([
  ["Mo-Xx 08:00-16:00", '"Mo-Xx" is not a day'],
  ["Fr-Mo 08:00-16:00", '"Fr-Mo" is not a day'],
  ["Mo 8-16 Uhr", '"8-16 Uhr" is not a span'],
  ["Mo 16:00-08:00", '"16:00-08:00" is not a span'],
  ["Mo 08:60-09:00", '"08:60-09:00" is not a span'],
  ["Mo 08:00-24:30", '"08:00-24:30" is not a span'],
  ["Mo", '"" is not a span'],
  [";", "names no span"],
  ["Mo-Fr 08:00-12:00; Mi 11:00-14:00", "spans that overlap on one day"],
])("%s is refused", (text, cause) => {
  expect(parseOpeningHours(text)).toMatchObject({ ok: false, cause: expect.stringContaining(cause) as string });
});

test("spans that touch do not overlap", () => {
  expect(parseOpeningHours("Mo 08:00-12:00,12:00-16:00").ok).toBe(true);
});
