/**
 * The draft of a week: what dispatchers did to the published plan, step by step, with a pointer to the last step in effect. One
 * item, written only by whoever saw its newest version.
 */
import type { Key, Store } from "../../ports/store.ts";
import { asJson } from "../../ports/store.ts";
import { regionPk } from "../records/keys.ts";
import type { WeekRecord } from "../records/week.ts";
import type { BoardAt, BoardChange, BoardCommand, BoardDeed, TourRef } from "./view.ts";

/** Every stop of a tour: `p:<load>`, `f:<facility>` or `b:<seconds>`. Of loads alone, the rest is placed anew. */
export interface KeptTour extends TourRef {
  readonly stops: readonly string[];
}

/** The whole board at one moment. */
export interface Snapshot {
  readonly tours: readonly KeptTour[];
  readonly lockedLoads: readonly string[];
  readonly lockedTours: readonly TourRef[];
}

export interface Step extends Pick<BoardChange, "by" | "at"> {
  /** A command, a whole board that takes the place of the one before (found by the search), or the published plan. */
  readonly do: BoardCommand | { readonly kind: "set"; readonly board: Snapshot } | { readonly kind: "discard" };
}

export interface Draft {
  /** Run of the published plan that it is made on. */
  readonly base: string;
  /** Raised by every change. */
  readonly count: number;
  /** Where the steps begin; null: at the published plan. */
  readonly start: Snapshot | null;
  readonly steps: readonly Step[];
  /** So many of them are in effect; the others were undone. */
  readonly done: number;
  readonly changed: BoardChange | null;
}

/** A draft as it was found: `item` is the version in the store. */
export interface HeldDraft {
  readonly draft: Draft;
  readonly item: number | "absent";
}

export const draftKey = ({ region, week }: BoardAt): Key => ({ pk: regionPk(region), sk: `board#${week}` });

/** The draft on the week's present plan; one on an earlier plan is over. */
export async function readDraft(store: Store, at: BoardAt, { run, endedAt }: WeekRecord): Promise<HeldDraft> {
  const found = await store.get(draftKey(at));
  const base = run!;
  if (found === undefined) {
    return { draft: { base, count: 0, start: null, steps: [], done: 0, changed: null }, item: "absent" };
  }
  // Written by this file only.
  const draft = found.data as unknown as Draft;
  if (draft.base === base) return { draft: withDeed(draft), item: found.version };
  const changed = { by: "", at: endedAt ?? "", deed: { kind: "planned" as const } };
  return { draft: { ...freshDraft(base, draft.count + 1), changed }, item: found.version };
}

/** Drafts once held sentences. */
function withDeed(draft: Draft): Draft {
  const { changed } = draft;
  return changed === null || "deed" in changed
    ? draft
    : { ...draft, changed: { ...(changed as BoardChange), deed: { kind: "changed" } } };
}

export function freshDraft(base: string, count: number): Draft {
  return { base, count, start: null, steps: [], done: 0, changed: null };
}

/** @returns false when somebody else wrote meanwhile */
export async function writeDraft(store: Store, at: BoardAt, held: HeldDraft, next: Draft): Promise<boolean> {
  const written = await store.put({ ...draftKey(at), data: asJson(next) }, held.item);
  return written.status === "written";
}

const BASES = 2 ** 20;

/**
 * What a page names as the version it saw: the count of changes, and which plan they are made on, so that a board that was planned
 * anew is never taken for the one before.
 */
export function versionOf({ base, count }: Draft): number {
  return count * BASES + Number.parseInt(base.slice(0, 5), 16);
}

/** Kept to be undone; older ones become part of where the steps begin, as do those that are too much for an item of the store. */
export const MOST_STEPS = 200;
const MOST_CHARACTERS = 200_000;

/** Adds a step behind those in effect; what was undone is gone. */
export function withStep(draft: Draft, step: Step, deed: BoardDeed, startOf: (draft: Draft) => Snapshot): Draft {
  const steps = [...draft.steps.slice(0, draft.done), step];
  const { by, at } = step;
  let next = { ...draft, steps, done: steps.length, count: draft.count + 1, changed: { by, at, deed } };
  while (next.steps.length > 1 && isTooMuch(next)) {
    const [first, ...others] = next.steps;
    const start = startOf({ ...next, steps: [first!], done: 1 });
    next = { ...next, start, steps: others, done: others.length };
  }
  return next;
}

function isTooMuch({ steps }: Draft): boolean {
  return steps.length > MOST_STEPS || JSON.stringify(steps).length > MOST_CHARACTERS;
}

/** Back before the last step in effect, or on to the next; undefined where there is none. */
export function stepped(
  draft: Draft,
  to: "undo" | "redo",
  { by, at }: Pick<Step, "by" | "at">,
  deedOf: (step: Step["do"]) => BoardDeed,
): Draft | undefined {
  const done = draft.done + (to === "undo" ? -1 : 1);
  const step = draft.steps[to === "undo" ? done : done - 1];
  if (step === undefined) return undefined;
  const deed: BoardDeed = { kind: to, by: step.by, deed: deedOf(step.do) };
  return { ...draft, done, count: draft.count + 1, changed: { by, at, deed } };
}
