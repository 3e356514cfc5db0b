import { expect, test } from "vitest";
import { Alarm } from "../../../../local/workflow/alarm.ts";

interface Set {
  readonly delay: number;
  readonly fire: () => void;
  live: boolean;
}

function alarmAt(now: { value: number }) {
  const timers: Set[] = [];
  let looks = 0;
  const alarm = new Alarm(
    (delay, look) => {
      const timer = { delay, fire: look, live: true };
      timers.push(timer);
      return () => void (timer.live = false);
    },
    () => now.value,
    () => looks++,
  );
  return {
    alarm,
    timers,
    live: () => timers.filter((timer) => timer.live).map(({ delay }) => delay),
    looks: () => looks,
  };
}

test("only the nearest moment has a timer", () => {
  const { alarm, live } = alarmAt({ value: 1000 });
  for (const due of [31_000, 11_000, 21_000]) alarm.arm(due);
  // 11,000 comes first, and 21,000 later than that sets none.
  expect(live()).toEqual([10_000]);
});

test("a moment that has passed is looked at at once", () => {
  const { alarm, live } = alarmAt({ value: 1000 });
  alarm.arm(400);
  expect(live()).toEqual([0]);
});

test("what is due in months is looked at within a minute, so no timer overflows and a set clock is noticed", () => {
  const { alarm, live } = alarmAt({ value: 0 });
  alarm.arm(90 * 86_400_000);
  expect(live()).toEqual([60_000]);
});

test("after a look another timer can be set, also for the same moment", () => {
  const now = { value: 0 };
  const { alarm, timers, looks } = alarmAt(now);
  alarm.arm(120_000);
  now.value = 60_000;
  timers[0]!.fire();
  alarm.arm(120_000);
  expect([looks(), timers.map(({ delay }) => delay)]).toEqual([1, [60_000, 60_000]]);
});

test("a stopped alarm sets no timer", () => {
  const { alarm, live } = alarmAt({ value: 0 });
  alarm.arm(5);
  alarm.stop();
  alarm.arm(1);
  expect(live()).toEqual([]);
});
