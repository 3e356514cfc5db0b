import { expect, test } from "vitest";
import { Cancellation, Cancelled } from "../../../../local/workflow/cancellation.ts";

test("cancelling reaches everything inside, once", () => {
  const outer = new Cancellation();
  const inner = new Cancellation(new Cancellation(outer));
  let calls = 0;
  inner.onCancel(() => calls++);
  outer.cancel();
  outer.cancel();
  expect([inner.cancelled, calls]).toEqual([true, 1]);
  expect(() => inner.check()).toThrow(Cancelled);
});

test("cancelling inside leaves what is around alone", () => {
  const outer = new Cancellation();
  const inner = new Cancellation(outer);
  inner.cancel();
  expect(outer.cancelled).toBe(false);
  expect(() => outer.check()).not.toThrow();
});

test("what begins inside something cancelled is cancelled, and who listens then is called at once", () => {
  const outer = new Cancellation();
  outer.cancel();
  const inner = new Cancellation(outer);
  let calls = 0;
  inner.onCancel(() => calls++);
  expect([inner.cancelled, calls]).toEqual([true, 1]);
});

test("neither a released child nor an unsubscribed listener hears of it", () => {
  const outer = new Cancellation();
  const inner = new Cancellation(outer);
  let calls = 0;
  outer.onCancel(() => calls++)();
  inner.release();
  outer.cancel();
  expect([inner.cancelled, calls]).toEqual([false, 0]);
});
