/**
 * The words of the dispatcher's board: what a page sees of a week's draft, and what it may ask for.
 *
 * Units: cents, kilograms, litres, metres; times RFC 3339 in Europe/Berlin, dates `2026-11-24`. There are no sentences: what was
 * done, what is broken and why something stays goes by its code, with everything that a sentence on it names.
 */
import type { Principal } from "../../../domain/access.ts";
import type { FillForecast } from "../../contract/fills.ts";
import type { Fault, NamedLoad, NamedTour, Why } from "../../../domain/language/tours/shape.ts";

export type { NamedLoad, NamedTour } from "../../../domain/language/tours/shape.ts";

/** A load, by the id of its pick-up in plan.json: it is the same through every move. Each load is fetched in one visit. */
export type StopRef = string;

/** A vehicle's day. */
export interface TourRef {
  readonly vehicleId: string;
  readonly date: string;
}

/** What a dispatcher may do to a draft. */
export type BoardCommand =
  /**
   * From another tour, another place of the same one, or the loads left. `position`: behind so many loads of the tour, itself not
   * counted; unloading and breaks are placed anew.
   */
  | { readonly kind: "move"; readonly stop: StopRef; readonly to: TourRef & { readonly position: number } }
  /** To the loads left. */
  | { readonly kind: "remove"; readonly stop: StopRef }
  /** On this vehicle and day. A load left that is locked stays left. */
  | { readonly kind: "lock"; readonly stop: StopRef }
  | { readonly kind: "unlock"; readonly stop: StopRef }
  /** Its loads and their order; an empty tour stays empty. */
  | { readonly kind: "lockTour"; readonly vehicleId: string; readonly date: string }
  | { readonly kind: "unlockTour"; readonly vehicleId: string; readonly date: string };

/** Which board. */
export interface BoardAt {
  readonly region: string;
  readonly week: string;
}

export interface BoardView extends BoardAt {
  readonly regionName: string;
  /** Of the draft, opaque: every change raises it, and a change names the one that it was made on. */
  readonly version: number;
  /** Who changed it last; null: it is the published plan. */
  readonly changed: BoardChange | null;
  /** What would be undone and redone next. */
  readonly undo: BoardChange | null;
  readonly redo: BoardChange | null;
  /** Monday to Sunday. */
  readonly days: readonly string[];
  readonly vehicles: readonly BoardVehicle[];
  /** By day and vehicle. Only what drives or is locked: a vehicle's other days are empty. */
  readonly tours: readonly BoardTour[];
  /** The loads on no tour. */
  readonly left: readonly BoardLeft[];
  /** How full the storage of each load is thought to be; nothing of plans made before there was a spread. */
  readonly fills: Readonly<Record<StopRef, FillForecast>>;
  /** All tours together, and with what leaving loads standing is valued at. */
  readonly costCents: number;
  readonly objectiveCents: number;
  readonly publishedCostCents: number;
  readonly publishedObjectiveCents: number;
  /** Everything that does not hold; while there is any, nothing can be published. */
  readonly violations: readonly BoardViolation[];
  /** Against the published plan, by day and vehicle; empty: nothing to publish. */
  readonly changes: readonly BoardDifference[];
  /** There while tours are being looked for, and after it failed or was too late, until the next change. */
  readonly optimizing: BoardWork | null;
  /** The same of publishing. */
  readonly publishing: BoardWork | null;
  /** Everything that was done to the draft, oldest first, what was undone left out. */
  readonly history: readonly BoardChange[];
}

export interface BoardChange {
  readonly by: string;
  /** RFC 3339 in UTC. */
  readonly at: string;
  readonly deed: BoardDeed;
}

/** What somebody did to a draft. */
export type BoardDeed =
  /** `place`: the how manieth load of the tour. */
  | { readonly kind: "move"; readonly load: NamedLoad; readonly tour: NamedTour; readonly place: number }
  | { readonly kind: "remove" | "lock" | "unlock"; readonly load: NamedLoad }
  | { readonly kind: "lockTour" | "unlockTour"; readonly tour: NamedTour }
  /** `set`: had tours looked for. `planned`: the planning published a new plan, whoever `by` names. `changed`: nobody knows what. */
  | { readonly kind: "set" | "discard" | "published" | "planned" | "changed" }
  | { readonly kind: "undo" | "redo"; readonly by: string; readonly deed: BoardDeed };

export interface BoardVehicle {
  readonly id: string;
  readonly name: string;
  readonly capacityKg: number;
  readonly capacityLitres: number;
  /** From leaving the depot to being back, `["07:00", "15:45"]`, by day as in `days`; null: no shift. */
  readonly shifts: readonly (readonly [string, string] | null)[];
}

export interface BoardTour extends TourRef {
  /** `2026-11-24-nbs-hookLift-1`, as in the plan. */
  readonly id: string;
  readonly locked: boolean;
  /** Null of an empty one. */
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly distanceMetres: number;
  readonly durationSeconds: number;
  readonly massKg: number;
  readonly costCents: number;
  /** Of the published tour of this vehicle and day; null: there is none. */
  readonly publishedCostCents: number | null;
  /** Whether drivers would be told something new. */
  readonly changed: boolean;
  readonly stops: readonly BoardStop[];
  /** On this tour, its stops included. */
  readonly violations: readonly BoardViolation[];
  /** From stop to stop, `[longitude, latitude]`; straight lines. */
  readonly line: readonly (readonly [number, number])[];
}

export interface BoardStop {
  readonly kind: "depot" | "load" | "facility" | "break";
  /** Of a load. */
  readonly ref?: StopRef;
  /** Of a load: how many loads of the tour come before; what a `move` names as `position`. */
  readonly position?: number;
  readonly name: string;
  readonly place: readonly [number, number];
  readonly arrivesAt: string;
  /** Loading, unloading or the break begins. */
  readonly startsAt: string;
  readonly leavesAt: string;
  /** Taken on at a load, tipped at a facility; 0 elsewhere. */
  readonly massKg: number;
  readonly volumeLitres: number;
  /** Of the vehicle after this stop, 0 to 1 or more: the fuller of mass and volume. */
  readonly fill: number;
  /** Of a load. */
  readonly fraction?: string;
  readonly facility?: string;
  readonly locked?: boolean;
  /** Cents saved without it; null: without it the rest cannot be driven. Absent of a tour that cannot be driven as it is. */
  readonly savesCents?: number | null;
  /** On no published tour, or on another one. */
  readonly moved?: boolean;
  /** Those of its tour that are about it. */
  readonly violations: readonly BoardViolation[];
}

export interface BoardLeft {
  readonly ref: StopRef;
  readonly name: string;
  readonly place: readonly [number, number];
  readonly massKg: number;
  readonly volumeLitres: number;
  readonly fraction: string;
  readonly facility: string;
  /** Stays left when tours are looked for. */
  readonly locked: boolean;
  /** Was on a tour of the published plan. */
  readonly taken: boolean;
  /** Why not; null: it would go, at `priceCents` less than waiting is valued at. */
  readonly why: Why | null;
  /** What its cheapest place costs, and what waiting is valued at; null: there is none within the rules. */
  readonly priceCents: number | null;
  readonly waitingCents: number;
  /** That place. */
  readonly best: (TourRef & { readonly position: number }) | null;
}

/** `code` as in domain/routing/violation.ts. */
export interface BoardViolation extends Fault {
  /** Null: of the plan as a whole, or a load on no tour. */
  readonly tour: TourRef | null;
  /** Of that tour, counted without breaks from the depot, which is 0; null: the tour as a whole. */
  readonly stop: number | null;
  readonly load: StopRef | null;
}

export interface BoardDifference {
  /** `retimed`: the same loads, at other times or in another order. */
  readonly kind: "added" | "left" | "moved" | "retimed" | "newTour" | "droppedTour";
  /** Null: it is about a whole tour. */
  readonly load: StopRef | null;
  readonly named: NamedLoad | null;
  /** Where a load was; null: it stood. */
  readonly from: NamedTour | null;
  /** Where it is now, or the tour that this is about; null: a load that is left. */
  readonly to: NamedTour | null;
  /** Of a tour that is new or at other times. */
  readonly departsAt: string | null;
  readonly tour: TourRef | null;
}

export interface BoardWork {
  readonly by: string;
  readonly startedAt: string;
  /** `overtaken`: the draft was changed meanwhile, so the result was not taken. */
  readonly state: "running" | "failed" | "overtaken" | "stopped" | "done";
  /** 0 to 1. */
  readonly part: number;
  /** Of looking for tours: what the best so far cost, waiting included. */
  readonly objectiveCents?: number;
  readonly news: BoardNews;
}

/** What a work does, or how it ended. */
export type BoardNews =
  | { readonly kind: "starting" | "writing" }
  | { readonly kind: "searching"; readonly round: number; readonly rounds: number }
  | { readonly kind: "found" | "nothingBetter" | "locksBroken" }
  | { readonly kind: "stopped"; readonly by: string }
  /** So many mails were not taken; -1: it is not known how many. */
  | { readonly kind: "published"; readonly untold: number }
  | { readonly kind: "searchOvertaken" | "publishingOvertaken" | "searchFailed" | "publishingFailed" | "tooLong" };

/** What a command would do. */
export interface BoardPrice {
  readonly kind: "price";
  /** Tours alone, and with what leaving loads standing is valued at. */
  readonly costCents: number;
  readonly deltaCents: number;
  /** Broken by it, and mended by it. */
  readonly violations: readonly BoardViolation[];
  readonly solved: readonly BoardViolation[];
}

/** Of several commands, each by itself on the draft as it is; in their order. */
export interface BoardPrices {
  readonly kind: "prices";
  readonly prices: readonly (BoardPrice | BoardRefusal)[];
}

/** The draft is another than the one that was looked at; nothing was written. `view` is how it is now. */
export interface BoardConflict {
  readonly kind: "conflict";
  readonly changed: BoardChange;
  readonly view: BoardView;
}

/** It cannot be done; nothing was written. */
export interface BoardRefusal {
  readonly kind: "problem";
  readonly problems: readonly BoardHindrance[];
}

export type BoardHindrance =
  | { readonly kind: "noPlan" | "nothingToUndo" | "nothingToRedo" | "nothingToPublish" | "loadLocked" | "onNoTour" }
  /** Somebody else's work goes on. */
  | { readonly kind: "publishing" | "searching"; readonly by: string }
  | { readonly kind: "unknownLoad"; readonly load: StopRef }
  | { readonly kind: "unknownTour"; readonly tour: TourRef }
  /** `way`: whether the load would leave it or come to it. */
  | { readonly kind: "tourLocked"; readonly tour: NamedTour; readonly way: "from" | "to" }
  | { readonly kind: "noPlace"; readonly others: number; readonly position: number }
  | { readonly kind: "violation"; readonly violation: BoardViolation };

export interface BoardDone {
  readonly kind: "done";
  readonly view: BoardView;
}

export type BoardOutcome = BoardDone | BoardConflict | BoardRefusal;

/** What the page is given. Nobody's rights are checked behind `regions`: the page asks only for regions that it lists. */
export interface BoardActions {
  /** Regions whose tours somebody may move (dispatcher, or admin, of the whole region), by name. */
  regions(principal: Principal): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** With a published plan, newest first. */
  weeks(region: string): Promise<readonly string[]>;
  /** Undefined where the week has no published plan. */
  view(at: BoardAt): Promise<BoardView | undefined>;
  /** Writes nothing. */
  price(at: BoardAt, version: number, command: BoardCommand): Promise<BoardPrice | BoardConflict | BoardRefusal>;
  /** The same for many at once: the draft is read once. */
  prices(
    at: BoardAt,
    version: number,
    commands: readonly BoardCommand[],
  ): Promise<BoardPrices | BoardConflict | BoardRefusal>;
  /** @param by name of whoever does it, as others will read it */
  change(
    at: BoardAt,
    version: number,
    command: BoardCommand | { readonly kind: "undo" } | { readonly kind: "redo" },
    by: string,
  ): Promise<BoardOutcome>;
  /** Looks for better tours around the locks; see `view.optimizing`. The result is a version of its own, and can be undone. */
  optimize(at: BoardAt, version: number, by: string): Promise<BoardOutcome>;
  stopOptimizing(at: BoardAt, by: string): Promise<BoardOutcome>;
  /** Makes the draft the week's plan; see `view.publishing`. Only without violations. Pressed twice it is published once. */
  publish(at: BoardAt, version: number, by: string): Promise<BoardOutcome>;
  /** Back to the published plan; can be undone. */
  discard(at: BoardAt, version: number, by: string): Promise<BoardOutcome>;
}
