/** A draft in memory behind the board's page, with 100 loads and simple arithmetic: for states that the real one reaches late. */
import type {
  BoardActions,
  BoardChange,
  BoardDeed,
  BoardLeft,
  BoardOutcome,
  BoardStop,
  BoardTour,
  BoardView,
  BoardWork,
  NamedLoad,
  NamedTour,
} from "../../functions/usecases/board/view.ts";

const DAYS = [23, 24, 25, 26, 27, 28, 29].map((day) => `2026-11-${day}`);
const PLACES: readonly (readonly [name: string, longitude: number, latitude: number])[] = [
  ["Wertstoffhof Dillingen", 6.72, 49.36],
  ["Bauhof Ensdorf", 6.78, 49.3],
  ["Wertstoffsammelstelle Wadgassen", 6.8, 49.26],
  ["Bauhof Schwalbach", 6.82, 49.29],
  ["Sammelstelle Saarwellingen", 6.81, 49.36],
  ["Bauhof Lebach", 6.91, 49.41],
  ["Kompostplatz Schmelz", 6.85, 49.43],
  ["Bauhof Wallerfangen", 6.71, 49.33],
];
const VEHICLES = ["Abrollkipper 1", "Abrollkipper 2", "Schubboden 1", "Gliederzug Kraft"];
const FRACTIONS = ["woody", "mixed", "grassLeaves", "herbaceous"];
const WORKS: readonly [number, number] = [6.75, 49.31];
/** More loads than that on one tour are one too many. */
const MOST = 7;
const WAITING = 9000;

interface Load extends Pick<BoardLeft, "ref" | "name" | "massKg" | "fraction" | "place"> {
  /** `vehicle day`, or left. */
  on: string;
  home: string;
  locked: boolean;
}

interface State {
  readonly loads: readonly Load[];
  readonly lockedTours: ReadonlySet<string>;
}

export interface BoardDraft {
  readonly actions: BoardActions;
  /** What is going on, as the page is to see it. */
  work: { optimizing: BoardWork | null; publishing: BoardWork | null };
  /** Calls that did something, in order. */
  readonly done: string[];
  view(): BoardView;
}

/** @param perTour loads on each of the twenty tours: 5 makes a hundred */
export function boardDraft(perTour = 5): BoardDraft {
  let published = start(perTour);
  let state = published;
  let version = 1;
  const undone: State[] = [];
  const past: { state: State; change: BoardChange }[] = [];
  const history: BoardChange[] = [];
  const done: string[] = [];
  const work: BoardDraft["work"] = { optimizing: null, publishing: null };

  const view = (): BoardView => ({
    ...viewOf(state, published),
    version,
    changed: history.at(-1) ?? null,
    undo: past.at(-1)?.change ?? null,
    redo: undone.length === 0 ? null : NOBODY,
    history,
    ...work,
  });
  const changeOf = (by: string, deed: BoardDeed): BoardChange => ({ by, at: "2026-11-23T08:00:00Z", deed });
  const write = (next: State, by: string, deed: BoardDeed): BoardOutcome => {
    state = next;
    version++;
    history.push(changeOf(by, deed));
    done.push(deed.kind);
    return { kind: "done", view: view() };
  };
  const guarded = (given: number, then: () => BoardOutcome): Promise<BoardOutcome> =>
    Promise.resolve(given === version ? then() : { kind: "conflict", changed: history.at(-1) ?? NOBODY, view: view() });

  const actions: BoardActions = {
    regions: ({ grants }) =>
      Promise.resolve(
        grants.some(({ role }) => role === "dispatcher" || role === "admin")
          ? [{ id: "tiny", name: "Landkreis Beispiel" }]
          : [],
      ),
    weeks: () => Promise.resolve(perTour === 0 ? [] : ["2026-W48"]),
    view: () => Promise.resolve(view()),
    price(_, given, command) {
      if (given !== version)
        return Promise.resolve({ kind: "conflict", changed: history.at(-1) ?? NOBODY, view: view() });
      const before = viewOf(state, published);
      const after = viewOf(applied(state, command), published);
      const has = (list: BoardView["violations"], one: BoardView["violations"][number]) =>
        list.some((other) => JSON.stringify(other) === JSON.stringify(one));
      return Promise.resolve({
        kind: "price",
        costCents: after.costCents,
        deltaCents: after.objectiveCents - before.objectiveCents,
        violations: after.violations.filter((one) => !has(before.violations, one)),
        solved: before.violations.filter((one) => !has(after.violations, one)),
      });
    },
    async prices(at, given, commands) {
      const all = await Promise.all(commands.map((command) => actions.price(at, given, command)));
      const conflict = all.find((one) => one.kind === "conflict");
      return conflict ?? { kind: "prices", prices: all.filter((one) => one.kind !== "conflict") };
    },
    change: (_, given, command, by) =>
      guarded(given, () => {
        if (command.kind === "undo") {
          const last = past.pop();
          if (last === undefined) return { kind: "problem", problems: [{ kind: "nothingToUndo" }] };
          undone.push(state);
          return write(last.state, by, { kind: "undo", by: last.change.by, deed: last.change.deed });
        }
        if (command.kind === "redo") {
          const next = undone.pop();
          if (next === undefined) return { kind: "problem", problems: [{ kind: "nothingToRedo" }] };
          past.push({ state, change: NOBODY });
          return write(next, by, { kind: "redo", by, deed: NOBODY.deed });
        }
        if (!("stop" in command || "vehicleId" in command)) throw new Error("no such command");
        undone.length = 0;
        const deed = deedOf(state, command);
        past.push({ state, change: changeOf(by, deed) });
        return write(applied(state, command), by, deed);
      }),
    optimize: (_, given, by) =>
      guarded(given, () => {
        const startedAt = "2026-11-23T08:00:00Z";
        const news = { kind: "searching" as const, round: 8, rounds: 20 };
        work.optimizing = { by, startedAt, state: "running", part: 0.4, objectiveCents: 500_000, news };
        return { kind: "done", view: view() };
      }),
    stopOptimizing(_, by) {
      if (work.optimizing !== null)
        work.optimizing = { ...work.optimizing, state: "stopped", news: { kind: "stopped", by } };
      return Promise.resolve({ kind: "done", view: view() });
    },
    publish: (_, given, by) =>
      guarded(given, () => {
        published = state;
        return write(state, by, { kind: "published" });
      }),
    discard: (_, given, by) =>
      guarded(given, () => {
        past.push({ state, change: changeOf(by, { kind: "discard" }) });
        return write(published, by, { kind: "discard" });
      }),
  };
  return { actions, work, done, view };
}

const NOBODY: BoardChange = { by: "", at: "2026-11-23T08:00:00Z", deed: { kind: "changed" } };

const nameOfVehicle = (id: string): string => VEHICLES[Number(id.slice(1))] ?? id;
/** @param key `vehicle day`, or left */
const namedTour = (key: string): NamedTour | null => {
  const [vehicle = "", date = ""] = key.split(" ");
  return date === "" ? null : { vehicle: nameOfVehicle(vehicle), date };
};
const namedLoad = ({ name, massKg }: Pick<Load, "name" | "massKg">): NamedLoad => ({ massKg, point: name });

function deedOf({ loads }: State, command: Change): BoardDeed {
  if (command.kind === "lockTour" || command.kind === "unlockTour")
    return { kind: command.kind, tour: { vehicle: nameOfVehicle(command.vehicleId), date: command.date } };
  const load = namedLoad(loads.find((one) => one.ref === command.stop)!);
  if (command.kind !== "move") return { kind: command.kind, load };
  const { vehicleId, date, position } = command.to;
  return { kind: "move", load, tour: { vehicle: nameOfVehicle(vehicleId), date }, place: position + 1 };
}

function start(perTour: number): State {
  const loads: Load[] = [];
  for (const [d, date] of DAYS.slice(0, 5).entries())
    for (const v of VEHICLES.keys())
      for (let n = 0; n < perTour; n++) loads.push(load(loads.length, `v${v} ${date}`, d + v + n));
  if (perTour > 0) for (let n = 0; n < 2; n++) loads.push(load(loads.length, "left", n));
  return { loads, lockedTours: new Set() };
}

function load(index: number, on: string, seed: number): Load {
  const [name, longitude, latitude] = PLACES[(seed * 3 + index) % PLACES.length]!;
  const fraction = FRACTIONS[index % FRACTIONS.length]!;
  const massKg = 1500 + 370 * (index % 9);
  return { ref: `p${index}`, name, place: [longitude, latitude], massKg, fraction, on, home: on, locked: false };
}

type Change = Parameters<BoardActions["price"]>[2];

function applied({ loads, lockedTours }: State, command: Change): State {
  if ("vehicleId" in command) {
    const next = new Set(lockedTours);
    const key = `${command.vehicleId} ${command.date}`;
    if (command.kind === "lockTour") next.add(key);
    else next.delete(key);
    return { loads, lockedTours: next };
  }
  const found = loads.find(({ ref }) => ref === command.stop)!;
  const others = loads.filter((one) => one !== found);
  if (!("to" in command) && command.kind !== "remove") {
    const locked = command.kind === "lock";
    return { loads: loads.map((one) => (one === found ? { ...one, locked } : one)), lockedTours };
  }
  if (!("to" in command)) return { loads: [...others, { ...found, on: "left" }], lockedTours };
  const on = `${command.to.vehicleId} ${command.to.date}`;
  const before = others.filter((one) => one.on === on)[command.to.position];
  const index = before === undefined ? others.length : others.indexOf(before);
  return { loads: [...others.slice(0, index), { ...found, on }, ...others.slice(index)], lockedTours };
}

const time = (date: string, minutes: number): string => {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00+01:00`;
};

function viewOf(
  { loads, lockedTours }: State,
  published: State,
): Omit<BoardView, "version" | "changed" | "undo" | "redo" | "history" | "optimizing" | "publishing"> {
  const tours = DAYS.flatMap((date) =>
    VEHICLES.map((_, v) => tourOf(`v${v}`, date, loads, published, lockedTours)),
  ).filter((tour) => tour.startsAt !== null || tour.locked);
  const left = loads.filter(({ on }) => on === "left");
  const costOf = (state: State): number =>
    [...new Set(state.loads.map(({ on }) => on))]
      .filter((on) => on !== "left")
      .reduce((sum, on) => sum + costOfTour(state.loads.filter((one) => one.on === on)), 0);
  const waitingOf = (state: State): number => WAITING * state.loads.filter(({ on }) => on === "left").length;
  const cost = costOf({ loads, lockedTours });
  const publishedCost = costOf(published);
  const moved = loads.filter((one) => published.loads.find(({ ref }) => ref === one.ref)?.on !== one.on);
  return {
    ...{ region: "tiny", week: "2026-W48", regionName: "Landkreis Beispiel", days: DAYS, tours },
    vehicles: VEHICLES.map((name, v) => ({
      ...{ id: `v${v}`, name, capacityKg: 14_000, capacityLitres: 72_000 },
      shifts: DAYS.map((_, day) => (day < 5 ? (["07:00", "16:00"] as const) : null)),
    })),
    fills: Object.fromEntries(loads.map(({ ref }, index) => [ref, fillOf(index)])),
    left: left.map((one, index) => ({
      ...{ ref: one.ref, name: one.name, place: one.place, massKg: one.massKg, volumeLitres: 20_000 },
      ...{ fraction: one.fraction, facility: "Kompostwerk", locked: one.locked, taken: one.home !== "left" },
      why: index === 0 ? whyOf(one) : null,
      priceCents: index === 0 ? null : 7350,
      waitingCents: WAITING,
      best: index === 0 ? null : { vehicleId: "v0", date: DAYS[2]!, position: 0 },
    })),
    costCents: cost,
    objectiveCents: cost + waitingOf({ loads, lockedTours }),
    publishedCostCents: publishedCost,
    publishedObjectiveCents: publishedCost + waitingOf(published),
    violations: tours.flatMap(({ violations }) => violations),
    changes: moved.map((one) => ({
      kind: one.on === "left" ? "left" : "moved",
      ...{ load: one.ref, named: namedLoad(one), departsAt: null },
      ...{ from: namedTour(one.home), to: namedTour(one.on) },
      tour: one.on === "left" ? null : { vehicleId: one.on.split(" ")[0]!, date: one.on.split(" ")[1]! },
    })),
  };
}

/** No tour has room. */
function whyOf(load: Load): BoardLeft["why"] {
  return {
    ...{ code: "capacity", limit: 1200, needed: load.massKg, unit: "kg" },
    ...{ load: namedLoad(load), facility: "Kompostwerk", capabilities: ["hookLift"], vehicles: VEHICLES.length },
    ...{ tour: null, priceCents: 0, monday: DAYS[0]! },
  };
}

function costOfTour(loads: readonly Load[]): number {
  if (loads.length === 0) return 0;
  const points = [WORKS, ...loads.map(({ place }) => place), WORKS];
  const metres = points.slice(1).reduce((sum, to, index) => sum + distance(points[index]!, to), 0);
  return Math.round(6000 + metres * 0.18);
}

const distance = (a: readonly [number, number], b: readonly [number, number]): number =>
  Math.round(Math.hypot((a[0] - b[0]) * 72_500, (a[1] - b[1]) * 111_200) * 1.3);

function tourOf(
  vehicleId: string,
  date: string,
  all: readonly Load[],
  published: State,
  lockedTours: ReadonlySet<string>,
): BoardTour {
  const key = `${vehicleId} ${date}`;
  const loads = all.filter(({ on }) => on === key);
  const before = published.loads.filter(({ on }) => on === key);
  const ref = { vehicleId, date };
  const over = loads.length > MOST;
  const about = {
    ...{ code: "maxStops", limit: MOST, needed: loads.length, unit: "count" },
    ...{ tour: ref, stop: null, load: null, named: null, facility: null },
  };
  const stops = loads.map((one, position): BoardStop => {
    const at = 435 + 70 * position;
    return {
      kind: "load",
      ...{ ref: one.ref, position, name: one.name, place: one.place, massKg: one.massKg, volumeLitres: 20_000 },
      ...{ arrivesAt: time(date, at - 5), startsAt: time(date, at), leavesAt: time(date, at + 20) },
      ...{ fill: 0.3 + 0.2 * (position % 3), fraction: one.fraction, facility: "Kompostwerk", locked: one.locked },
      ...{
        savesCents: 2400 + 310 * position,
        moved: one.home !== key,
        violations: over && position >= MOST ? [about] : [],
      },
    };
  });
  const tip = (minutes: number): BoardStop => ({
    ...{
      kind: "facility",
      name: "Kompostwerk Ensdorf",
      place: WORKS,
      massKg: 9000,
      volumeLitres: 0,
      fill: 0,
      violations: [],
    },
    ...{ arrivesAt: time(date, minutes), startsAt: time(date, minutes), leavesAt: time(date, minutes + 15) },
  });
  const ends = 420 + 75 * (loads.length + 1);
  const points = [WORKS, ...loads.map(({ place }) => place), WORKS];
  return {
    ...{ ...ref, id: `${date}-${vehicleId}`, locked: lockedTours.has(key) },
    startsAt: loads.length === 0 ? null : time(date, 420),
    endsAt: loads.length === 0 ? null : time(date, ends),
    distanceMetres: points.slice(1).reduce((sum, to, index) => sum + distance(points[index]!, to), 0),
    durationSeconds: 60 * (ends - 420),
    massKg: loads.reduce((sum, { massKg }) => sum + massKg, 0),
    costCents: costOfTour(loads),
    publishedCostCents: before.length === 0 ? null : costOfTour(before),
    changed: JSON.stringify(before.map((one) => one.ref)) !== JSON.stringify(loads.map((one) => one.ref)),
    stops: loads.length === 0 ? [] : [...stops, tip(ends - 20)],
    violations: over ? [about] : [],
    line: points,
  };
}

/** Every state once, then none in doubt. */
function fillOf(index: number): BoardView["fills"][string] {
  const plausibility = (["suspect", "stale", "contradicted"] as const)[index] ?? "ok";
  return {
    ...{ fill: { low: 0.5, mean: 0.62, high: 0.75 }, plausibility, reportValueCents: 0 },
    overflowChance: [0, 0, 0.01, 0.02, 0.05, 0.08, 0.123],
  };
}
