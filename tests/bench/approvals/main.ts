/** `npm run bench -- approvals`: 52 members and 20 agreements open at once, 1,040 waits for sixty simulated days. */
import { mkdirSync, writeFileSync } from "node:fs";
import { addWorkingDays } from "../../../domain/calendar/workingDays.ts";
import { agsOf, manyApprovals, REMINDER_DAYS } from "../../support/manyApprovals.ts";

const MEMBERS = 52;
const AGREEMENTS = 20;
const DECIDING = 10;
const MEGABYTE = 2 ** 20;

export async function run(): Promise<void> {
  const started = performance.now();
  const { sent, states, waits, heap } = await manyApprovals({
    ...{ members: MEMBERS, agreements: AGREEMENTS, deciding: DECIDING },
    onDay: (day) =>
      process.stdout.write(`day ${day}: ${Math.round(process.memoryUsage().rss / MEGABYTE)} MB resident\n`),
  });
  const seconds = (performance.now() - started) / 1000;
  const reminders = sent.filter(({ id }) => id.includes("-reminder-"));
  const expected = Array.from({ length: MEMBERS }, (_, member) => {
    const days = member < DECIDING ? REMINDER_DAYS.slice(0, 1) : REMINDER_DAYS;
    return days.map((count) => `m-${agsOf(member)} ${addWorkingDays("2026-03-02", count, "10")}T08`);
  }).flatMap((one) => one.flatMap((reminder) => new Array<string>(AGREEMENTS).fill(reminder)));
  const found = reminders.map(({ id, at }) => `${/m-\d{8}$/.exec(id)![0]} ${at.slice(0, 13)}`);
  const right = JSON.stringify(found.sort()) === JSON.stringify(expected.sort());
  const result = {
    ...{ members: MEMBERS, agreements: AGREEMENTS, waits, seconds: Math.round(seconds) },
    ...{ mails: sent.length, reminders: reminders.length, remindersExpected: expected.length, remindersRight: right },
    twice: sent.length - new Set(sent.map(({ id }) => id)).size,
    lapsed: states.filter((state) => state === "lapsed").length,
    heapMegabytes: heap.map((bytes) => Math.round((10 * bytes) / MEGABYTE) / 10),
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  mkdirSync("tests/bench/results", { recursive: true });
  writeFileSync("tests/bench/results/approvals.json", `${JSON.stringify(result, null, 2)}\n`);
}
