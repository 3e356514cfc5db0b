import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { boardUseCases } from "../../../../../functions/usecases/board/actions.ts";
import { draftKey } from "../../../../../functions/usecases/board/draft.ts";
import type {
  BoardActions,
  BoardCommand,
  BoardOutcome,
  BoardPrice,
  BoardView,
} from "../../../../../functions/usecases/board/view.ts";
import { saidFault } from "../../../../../domain/language/tours/say.ts";
import { TOUR_WORDS } from "../../../../../domain/language/tours/index.ts";
import { publishLargeWeek } from "../../../../support/largeBoard.ts";
import { SAARLOUIS_RUN } from "../../../../support/publishedWeek.ts";
import { testSystem, type TestSystem } from "../../../../support/system.ts";

const AT = { region: SAARLOUIS_RUN.region, week: SAARLOUIS_RUN.week };
const LOADS = 24;

let system: TestSystem;
let board: BoardActions;
let first: BoardView;

beforeAll(async () => {
  system = await testSystem();
  await publishLargeWeek(system.ports, LOADS, 400);
});
beforeEach(async () => {
  await system.ports.store.remove(draftKey(AT), "any");
  board = boardUseCases(system.ports);
  first = (await board.view(AT))!;
});
afterAll(() => system.close());

function done(outcome: BoardOutcome): BoardView {
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  return outcome.view;
}

async function priced(view: BoardView, command: BoardCommand): Promise<BoardPrice> {
  const price = await board.price(AT, view.version, command);
  if (price.kind !== "price") throw new Error(JSON.stringify(price));
  return price;
}

const loadsOf = (view: BoardView): string[] => view.tours.flatMap(({ stops }) => stops.flatMap(({ ref }) => ref ?? []));
const sorted = (violations: BoardView["violations"]) => violations.map((one) => JSON.stringify(one)).sort();
const tourWith = (view: BoardView, load: string) =>
  view.tours.find(({ stops }) => stops.some(({ ref }) => ref === load));

/** A tour of several loads, and a vehicle's day in use on which nothing is driven. */
function sample(view: BoardView) {
  const tour = view.tours.find(({ stops }) => stops.filter(({ ref }) => ref !== undefined).length > 1)!;
  const stop = tour.stops.find(({ ref }) => ref !== undefined)!.ref!;
  const date = view.days.find(
    (day) => day !== tour.date && !view.tours.some((t) => t.date === day && t.vehicleId === tour.vehicleId),
  )!;
  return { tour, stop, to: { vehicleId: tour.vehicleId, date, position: 0 } };
}

test("a board begins as the published plan: nothing to undo, nothing to publish, every load once", async () => {
  expect(first).toMatchObject({ changed: null, undo: null, redo: null, violations: [], changes: [], history: [] });
  expect(first).toMatchObject({ optimizing: null, publishing: null });
  expect(first.costCents).toBe(first.publishedCostCents);
  expect(first.objectiveCents).toBe(first.publishedObjectiveCents);
  expect([...loadsOf(first), ...first.left.map(({ ref }) => ref)].sort()).toHaveLength(LOADS);
  expect(await board.publish(AT, first.version, "Dora")).toMatchObject({ kind: "problem" });
});

test("a move costs what it was priced at, and undo and redo go back and forth between the same boards", async () => {
  const { stop, to } = sample(first);
  const command: BoardCommand = { kind: "move", stop, to };
  const price = await priced(first, command);
  const moved = done(await board.change(AT, first.version, command, "Dora"));
  expect(moved.costCents - first.costCents).toBe(price.costCents);
  expect(moved.objectiveCents - first.objectiveCents).toBe(price.deltaCents);
  expect(tourWith(moved, stop)).toMatchObject({ vehicleId: to.vehicleId, date: to.date, changed: true });
  expect(moved.changes.map(({ kind, load }) => [kind, load])).toContainEqual(["moved", stop]);
  expect(moved.version).toBeGreaterThan(first.version);
  const undone = done(await board.change(AT, moved.version, { kind: "undo" }, "Paul"));
  expect(undone.tours).toEqual(first.tours);
  expect(undone.redo).toMatchObject({ by: "Dora", deed: { kind: "move" } });
  expect(undone.changed).toMatchObject({ by: "Paul" });
  const redone = done(await board.change(AT, undone.version, { kind: "redo" }, "Paul"));
  expect(redone.tours).toEqual(moved.tours);
  expect(await board.change(AT, redone.version, { kind: "redo" }, "Paul")).toMatchObject({ kind: "problem" });
  // Replayed from the store by somebody who kept nothing, it is the same board.
  expect(await boardUseCases(system.ports).view(AT)).toEqual(redone);
});

test("pricing writes nothing", async () => {
  const before = system.writes();
  const { stop, to } = sample(first);
  await priced(first, { kind: "move", stop, to });
  await priced(first, { kind: "remove", stop });
  expect(system.writes()).toBe(before);
});

test("a load taken off is left with its price and its best place, and moves back there at that price", async () => {
  const { stop } = sample(first);
  const price = await priced(first, { kind: "remove", stop });
  const removed = done(await board.change(AT, first.version, { kind: "remove", stop }, "Dora"));
  const left = removed.left.find(({ ref }) => ref === stop)!;
  expect(left).toMatchObject({ taken: true, locked: false });
  expect(left.best).not.toBeNull();
  expect(price.deltaCents - price.costCents).toBe(left.waitingCents);
  const back = await priced(removed, { kind: "move", stop, to: left.best! });
  expect(back.costCents).toBe(left.priceCents);
  expect(back.violations).toEqual([]);
  const saves = tourWith(first, stop)!.stops.find(({ ref }) => ref === stop)!.savesCents;
  expect(-price.costCents).toBe(saves);
});

test("every rule that a move breaks is said with its place, and what heals it is said too", async () => {
  const { stop, to } = sample(first);
  const sunday: BoardCommand = { kind: "move", stop, to: { ...to, date: first.days[6]!, position: 0 } };
  const price = await priced(first, sunday);
  expect(price.violations.map(({ code }) => code)).toContain("dayOff");
  const broken = done(await board.change(AT, first.version, sunday, "Dora"));
  expect(sorted(broken.violations)).toEqual(sorted(price.violations));
  const tour = tourWith(broken, stop)!;
  expect(tour.violations).toEqual(broken.violations);
  for (const one of broken.violations)
    if (one.stop !== null) expect(tour.stops[one.stop]?.violations).toContainEqual(one);
  const refused = await board.publish(AT, broken.version, "Dora");
  expect(refused).toEqual({
    kind: "problem",
    problems: broken.violations.map((violation) => ({ kind: "violation", violation })),
  });
  const healed = await priced(broken, { kind: "remove", stop });
  expect(healed.solved.map(({ code }) => code)).toContain("dayOff");
});

test("too much on one tour is said with its figures", async () => {
  const tour = first.tours[0]!;
  let view = first;
  for (const load of loadsOf(first).filter((one) => tourWith(first, one)!.id !== tour.id)) {
    const to = { vehicleId: tour.vehicleId, date: tour.date, position: 0 };
    view = done(await board.change(AT, view.version, { kind: "move", stop: load, to }, "Dora"));
  }
  expect(view.tours).toHaveLength(1);
  const late = view.violations.find(({ code }) => code === "shift")!;
  expect(late.needed).toBeGreaterThan(late.limit);
  expect(saidFault(TOUR_WORDS.de, late)).toMatch(/käme erst um \d\d:\d\d Uhr zurück, Schichtende ist \d\d:\d\d Uhr/);
});

test("two dispatchers at once: the second is told who did what, nothing of the first is lost", async () => {
  const { stop, to } = sample(first);
  const theirs = boardUseCases(system.ports);
  const [one, two] = await Promise.all([
    board.change(AT, first.version, { kind: "move", stop, to }, "Dora"),
    theirs.change(AT, first.version, { kind: "remove", stop }, "Paul"),
  ]);
  expect([one.kind, two.kind].sort()).toEqual(["conflict", "done"]);
  const winner = done(one.kind === "done" ? one : two);
  const loser = one.kind === "done" ? two : one;
  expect(loser).toMatchObject({ changed: winner.changed, view: { version: winner.version, tours: winner.tours } });
  expect(await board.price(AT, first.version, { kind: "remove", stop })).toMatchObject({ kind: "conflict" });
});

test("what is locked is not moved, onto a locked tour nothing comes, and what does not exist is said", async () => {
  const { tour, stop, to } = sample(first);
  const locked = done(await board.change(AT, first.version, { kind: "lock", stop }, "Dora"));
  expect(tourWith(locked, stop)!.stops.find(({ ref }) => ref === stop)!.locked).toBe(true);
  const move: BoardCommand = { kind: "move", stop, to };
  expect(await board.change(AT, locked.version, move, "Dora")).toMatchObject({ kind: "problem" });
  const free = done(await board.change(AT, locked.version, { kind: "unlock", stop }, "Dora"));
  const { vehicleId, date } = tour;
  const shut = done(await board.change(AT, free.version, { kind: "lockTour", vehicleId, date }, "Dora"));
  expect(shut.tours.find(({ id }) => id === tour.id)?.locked).toBe(true);
  const refused = await board.price(AT, shut.version, { kind: "remove", stop });
  expect(refused).toMatchObject({ kind: "problem", problems: [{ kind: "tourLocked", way: "from" }] });
  const open = done(await board.change(AT, shut.version, { kind: "unlockTour", vehicleId, date }, "Dora"));
  const nowhere: BoardCommand[] = [
    { kind: "remove", stop: "nobody" },
    { kind: "move", stop, to: { ...to, position: 99 } },
    { kind: "move", stop, to: { ...to, date: "2030-01-01" } },
    { kind: "lockTour", vehicleId: "nobody", date },
  ];
  for (const command of nowhere)
    expect(await board.change(AT, open.version, command, "Dora")).toMatchObject({ kind: "problem" });
});

test("an empty tour that is locked is shown, and stays empty", async () => {
  const { to, stop } = sample(first);
  const { vehicleId, date } = to;
  const locked = done(await board.change(AT, first.version, { kind: "lockTour", vehicleId, date }, "Dora"));
  expect(locked.tours.find((tour) => tour.vehicleId === vehicleId && tour.date === date)).toMatchObject({
    ...{ locked: true, stops: [], startsAt: null, costCents: 0, changed: false },
  });
  expect(await board.price(AT, locked.version, { kind: "move", stop, to })).toMatchObject({ kind: "problem" });
});

test("a draft is discarded with its locks, and that can be undone", async () => {
  const { stop, to } = sample(first);
  const moved = done(await board.change(AT, first.version, { kind: "move", stop, to }, "Dora"));
  const locked = done(await board.change(AT, moved.version, { kind: "lock", stop }, "Dora"));
  const discarded = done(await board.discard(AT, locked.version, "Paul"));
  expect(discarded.tours).toEqual(first.tours);
  expect(discarded.changes).toEqual([]);
  const back = done(await board.change(AT, discarded.version, { kind: "undo" }, "Paul"));
  expect(back.tours).toEqual(locked.tours);
});

test("regions are those of dispatchers and administrators of the whole region", async () => {
  const who = (...grants: { role: "dispatcher" | "admin" | "finance"; region: string; municipality?: string }[]) => ({
    ...{ subject: "x", name: "x", grants },
  });
  const ids = async (principal: Parameters<BoardActions["regions"]>[0]) =>
    (await board.regions(principal)).map(({ id }) => id);
  expect(await ids(who({ role: "dispatcher", region: "tiny" }))).toEqual(["tiny"]);
  expect(await ids(who({ role: "admin", region: "tiny" }))).toEqual(["tiny"]);
  expect(await ids(who({ role: "finance", region: "tiny" }))).toEqual([]);
  expect(await ids(who({ role: "dispatcher", region: "tiny", municipality: "99001001" }))).toEqual([]);
  expect(await board.view({ region: "tiny", week: "2026-W48" })).toBeUndefined();
  expect(await board.weeks(AT.region)).toEqual([AT.week]);
});
