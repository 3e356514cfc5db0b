// Many votes at once over sixty days and the change to summer time; the full size is `npm run bench -- approvals`.
import { expect, test } from "vitest";
import { addWorkingDays } from "../../domain/calendar/workingDays.ts";
import { agsOf, manyApprovals, REMINDER_DAYS } from "../support/manyApprovals.ts";

const MEMBERS = 6;
const AGREEMENTS = 3;
const DECIDING = 2;

test("every reminder goes out on its working day at eight, once, to whoever has not decided; silence lapses", async () => {
  const { sent, states, waits } = await manyApprovals({ members: MEMBERS, agreements: AGREEMENTS, deciding: DECIDING });
  expect(waits).toBe(MEMBERS * AGREEMENTS);
  expect(states).toEqual(new Array(AGREEMENTS).fill("lapsed"));
  const reminders = sent.filter(({ id }) => id.includes("-reminder-"));
  expect(new Set(reminders.map(({ id }) => id)).size).toBe(reminders.length);
  for (let member = 0; member < MEMBERS; member++) {
    const mine = reminders.filter(({ id }) => id.endsWith(`m-${agsOf(member)}`)).map(({ at }) => at.slice(0, 15));
    // Those who decide on 20 March have had the one of 9 March.
    const days = member < DECIDING ? REMINDER_DAYS.slice(0, 1) : REMINDER_DAYS;
    const expected = days.flatMap((count) => {
      const day = addWorkingDays("2026-03-02", count, "10");
      return new Array<string>(AGREEMENTS).fill(`${day}T08:0`);
    });
    expect(mine.map((at) => at.slice(0, 15)).sort()).toEqual(expected.map((at) => at.slice(0, 15)).sort());
  }
}, 60_000);
