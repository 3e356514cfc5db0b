import { expect, test } from "vitest";
import {
  freshDraft,
  MOST_STEPS,
  stepped,
  versionOf,
  withStep,
  type Draft,
  type Snapshot,
  type Step,
} from "../../../../../functions/usecases/board/draft.ts";

import type { BoardDeed } from "../../../../../functions/usecases/board/view.ts";

const BASE = "0123456789abcdef";
const AT = "2026-11-23T06:00:00Z";
/** A board on which so many loads are locked. */
const snapshot = (locks: number): Snapshot => ({
  ...{ tours: [], lockedTours: [] },
  lockedLoads: Array.from({ length: locks }, (_, i) => `load-${i}`),
});
const startOf = ({ start, done }: Draft): Snapshot => snapshot((start?.lockedLoads.length ?? 0) + done);
const step = (i: number) => ({
  do: { kind: "lock", stop: `load-${i}` } as const,
  by: "Dora",
  at: AT,
});
const deed = (i: number): BoardDeed => ({ kind: "lock", load: { massKg: 1000 * i, point: "Wadgassen" } });
const deedOf = (one: Step["do"]): BoardDeed => deed(Number("stop" in one && one.stop.slice(-1)));
const by = { by: "Paul", at: AT };

test("what was undone is gone with the next step, and each change is another version", () => {
  const one = withStep(freshDraft(BASE, 0), step(1), deed(1), startOf);
  const two = withStep(one, step(2), deed(2), startOf);
  const undone = stepped(two, "undo", by, deedOf)!;
  expect(undone).toMatchObject({ done: 1, changed: { by: "Paul", deed: { kind: "undo", by: "Dora", deed: deed(2) } } });
  const three = withStep(undone, step(3), deed(3), startOf);
  expect(three.steps.map(({ do: one }) => deedOf(one))).toEqual([deed(1), deed(3)]);
  expect(stepped(three, "redo", by, deedOf)).toBeUndefined();
  const versions = [freshDraft(BASE, 0), one, two, undone, three].map(versionOf);
  expect([...versions].sort((a, b) => a - b)).toEqual(versions);
  expect(new Set(versions).size).toBe(5);
});

test("a draft on another plan is another version, however many changes it has", () => {
  expect(versionOf(freshDraft("fedcba9876543210", 3))).not.toBe(versionOf(freshDraft(BASE, 3)));
});

test("of very many steps the oldest become where the others begin", () => {
  let draft = freshDraft(BASE, 0);
  for (let i = 0; i < MOST_STEPS + 3; i++) draft = withStep(draft, step(i), deed(i), startOf);
  expect(draft).toMatchObject({ done: MOST_STEPS, count: MOST_STEPS + 3 });
  expect(draft.steps).toHaveLength(MOST_STEPS);
  expect(draft.start?.lockedLoads).toHaveLength(3);
});

test("of boards that are large, fewer are kept", () => {
  let draft = freshDraft(BASE, 0);
  const board: Snapshot = snapshot(2000);
  for (let i = 0; i < 30; i++)
    draft = withStep(draft, { do: { kind: "set", board }, by: "Dora", at: AT }, { kind: "set" }, startOf);
  expect(draft.steps.length).toBeLessThan(15);
  expect(JSON.stringify(draft).length).toBeLessThan(350_000);
  expect(draft.start).not.toBeNull();
});
