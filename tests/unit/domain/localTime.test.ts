import { expect, test } from "vitest";
import { localDate, localTimestamp } from "../../../domain/localTime.ts";

test("an instant in local time, on both sides of the changes of clocks", () => {
  expect(localTimestamp("2026-07-01T22:30:00Z")).toBe("2026-07-02T00:30:00+02:00");
  expect(localTimestamp("2026-12-31T23:30:00.900Z")).toBe("2027-01-01T00:30:00+01:00");
  // Summer time begins and ends at 01:00 UTC.
  expect(localTimestamp("2026-03-29T00:59:59Z")).toBe("2026-03-29T01:59:59+01:00");
  expect(localTimestamp("2026-03-29T01:00:00Z")).toBe("2026-03-29T03:00:00+02:00");
  expect(localTimestamp("2026-10-25T00:59:59Z")).toBe("2026-10-25T02:59:59+02:00");
  expect(localTimestamp("2026-10-25T01:00:00Z")).toBe("2026-10-25T02:00:00+01:00");
  expect(localDate("2026-11-22T23:00:00Z")).toBe("2026-11-23");
});
