/** The board after a draft's steps, and what hinders a command. */
import type { HandTour, Move, PlannedStop } from "../../../domain/routing/handPlan.ts";
import { makeMove, openBoard, type Board } from "../../../optimizer/routing/index.ts";
import { slotOf, tourRefOf, type BoardWeek } from "./boardWeek.ts";
import type { Draft, KeptTour, Snapshot, Step } from "./draft.ts";
import type { BoardCommand, BoardHindrance, TourRef } from "./view.ts";
import { namedTour } from "./words.ts";

export interface BoardState {
  readonly board: Board;
  /** Ids of loads. */
  readonly lockedLoads: ReadonlySet<string>;
  /** As `keyOfTour` names them. */
  readonly lockedTours: ReadonlyMap<string, TourRef>;
}

export const keyOfTour = ({ vehicleId, date }: TourRef): string => `${date}-${vehicleId}`;

export function publishedState(week: BoardWeek): BoardState {
  return { board: { problem: week.problem, tours: week.tours }, lockedLoads: new Set(), lockedTours: new Map() };
}

/** Replays the steps in effect. */
export function stateOf(week: BoardWeek, { start, steps, done }: Pick<Draft, "start" | "steps" | "done">): BoardState {
  const begin = start === null ? publishedState(week) : fromSnapshot(week, start);
  return steps.slice(0, done).reduce((state, step) => after(week, state, step.do), begin);
}

export function after(week: BoardWeek, state: BoardState, step: Step["do"]): BoardState {
  switch (step.kind) {
    case "discard":
      return publishedState(week);
    case "set":
      return fromSnapshot(week, step.board);
    case "move":
    case "remove":
      return { ...state, board: makeMove(state.board, moveOf(week, step)) };
    case "lock":
      return { ...state, lockedLoads: new Set([...state.lockedLoads, step.stop]) };
    case "unlock":
      return { ...state, lockedLoads: new Set([...state.lockedLoads].filter((one) => one !== step.stop)) };
    case "lockTour":
      return { ...state, lockedTours: new Map([...state.lockedTours, [keyOfTour(step), refOf(step)]]) };
    case "unlockTour":
      return { ...state, lockedTours: new Map([...state.lockedTours].filter(([one]) => one !== keyOfTour(step))) };
  }
}

const refOf = ({ vehicleId, date }: TourRef): TourRef => ({ vehicleId, date });

/** Of a command that `hindrances` has nothing against. */
export function moveOf(week: BoardWeek, command: BoardCommand & { readonly kind: "move" | "remove" }): Move {
  const client = week.client.get(command.stop)!;
  if (command.kind === "remove") return { client, to: null };
  return { client, to: { ...slotOf(week, command.to)!, position: command.to.position } };
}

/** Why a command cannot be done at all; rules that it would break are no hindrance. */
export function hindrances(week: BoardWeek, state: BoardState, command: BoardCommand): BoardHindrance[] {
  if (command.kind === "lockTour" || command.kind === "unlockTour")
    return slotOf(week, command) === undefined ? [unknownTour(command)] : [];
  const client = week.client.get(command.stop);
  if (client === undefined) return [{ kind: "unknownLoad", load: command.stop }];
  if (command.kind === "lock" || command.kind === "unlock") return [];
  const at = state.board.tours.find(({ stops }) => holds(stops, client));
  const problems: BoardHindrance[] = [];
  if (state.lockedLoads.has(command.stop)) problems.push({ kind: "loadLocked" });
  if (at !== undefined) problems.push(...lockedTour(week, state, tourRefOf(week, at), "from"));
  if (command.kind === "remove") return at === undefined ? [...problems, { kind: "onNoTour" }] : problems;
  const slot = slotOf(week, command.to);
  if (slot === undefined) return [...problems, unknownTour(command.to)];
  const target = state.board.tours.find(({ vehicle, day }) => vehicle === slot.vehicle && day === slot.day);
  if (target !== at) problems.push(...lockedTour(week, state, command.to, "to"));
  const others = (target?.stops ?? []).filter(({ kind, index }) => kind === "client" && index !== client).length;
  const { position } = command.to;
  if (!Number.isInteger(position) || position < 0 || position > others)
    problems.push({ kind: "noPlace", others, position });
  return problems;
}

function lockedTour(week: BoardWeek, { lockedTours }: BoardState, tour: TourRef, way: "from" | "to"): BoardHindrance[] {
  return lockedTours.has(keyOfTour(tour)) ? [{ kind: "tourLocked", tour: namedTour(week, tour), way }] : [];
}

const unknownTour = ({ vehicleId, date }: TourRef): BoardHindrance => ({
  kind: "unknownTour",
  tour: { vehicleId, date },
});

export function holds(stops: readonly PlannedStop[], client: number): boolean {
  return stops.some(({ kind, index }) => kind === "client" && index === client);
}

export function snapshotOf(week: BoardWeek, { board, lockedLoads, lockedTours }: BoardState): Snapshot {
  const { plan, open } = week;
  const stop = ({ kind, index, seconds }: PlannedStop): string => {
    if (kind === "client") return `p:${plan.pickups[index]!.id}`;
    return kind === "facility" ? `f:${open.region.facilities[index]!.id}` : `b:${seconds ?? ""}`;
  };
  const tours = board.tours.map((tour): KeptTour => ({ ...tourRefOf(week, tour), stops: tour.stops.map(stop) }));
  return { tours, lockedLoads: [...lockedLoads], lockedTours: [...lockedTours.values()] };
}

function fromSnapshot(week: BoardWeek, { tours, lockedLoads, lockedTours }: Snapshot): BoardState {
  const hand = tours.map((tour): HandTour => ({
    ...slotOf(week, tour)!,
    stops: tour.stops.map((text) => stopOf(week, text)),
  }));
  return {
    board: openBoard(week.problem, hand),
    lockedLoads: new Set(lockedLoads),
    lockedTours: new Map(lockedTours.map((tour) => [keyOfTour(tour), tour])),
  };
}

function stopOf({ client, open }: BoardWeek, text: string): PlannedStop {
  const id = text.slice(2);
  if (text.startsWith("p:")) return { kind: "client", index: client.get(id)! };
  if (text.startsWith("f:")) return { kind: "facility", index: open.region.facilities.findIndex((f) => f.id === id) };
  return { kind: "break", index: -1, ...(id === "" ? {} : { seconds: Number(id) }) };
}
