/** What the dispatcher's board says. */
import type { Fraction } from "../../../domain/region/common.ts";
import type { TourWords } from "../../../domain/language/tours/shape.ts";
import type { ToldNames, ToldWords } from "./told/shape.ts";

export interface BoardWords {
  /** Why loads stay and what tours break. */
  readonly tours: TourWords;
  readonly told: ToldWords;
  readonly names: ToldNames;
  readonly title: string;
  readonly trail: string;
  readonly lead: string;
  head(region: string, week: string): string;
  readonly picker: { readonly region: string; readonly week: string; readonly show: string; readonly label: string };
  readonly bar: {
    readonly label: string;
    readonly draft: string;
    readonly published: string;
    readonly difference: string;
    readonly same: string;
    readonly violations: string;
    readonly noViolations: string;
    readonly left: string;
    readonly last: string;
    readonly untouched: string;
    readonly undo: string;
    readonly redo: string;
    readonly optimize: string;
    readonly compare: string;
    readonly publish: string;
    readonly discard: string;
    readonly nothingToUndo: string;
    readonly nothingToRedo: string;
  };
  readonly days: { readonly label: string; readonly all: string };
  readonly table: {
    readonly caption: string;
    readonly vehicle: string;
    readonly noTour: string;
    readonly noShift: string;
    capacity(tonnes: string, cubicMetres: string): string;
  };
  readonly tour: {
    name(number: number): string;
    readonly locked: string;
    readonly changed: string;
    readonly lock: string;
    readonly unlock: string;
    readonly totals: string;
    readonly violations: string;
    /** Of a tour's head in full: where and when. */
    full(number: number, vehicle: string, day: string): string;
    readonly empty: string;
  };
  readonly card: {
    readonly locked: string;
    readonly moved: string;
    readonly broken: string;
    saves(amount: string): string;
    readonly savesHelp: string;
    fill(percent: string): string;
    readonly more: string;
    readonly earlier: string;
    readonly later: string;
    readonly to: string;
    readonly remove: string;
    readonly lock: string;
    readonly unlock: string;
    readonly brk: string;
  };
  readonly left: {
    readonly head: string;
    readonly none: string;
    readonly lead: string;
    readonly taken: string;
    price(amount: string): string;
    readonly noPrice: string;
    waiting(amount: string): string;
    readonly best: string;
  };
  readonly violations: { readonly head: string; readonly none: string; readonly whole: string };
  /** The help line, and what is said while a load is carried. */
  readonly keys: {
    readonly label: string;
    readonly line: readonly (readonly [keys: string, does: string])[];
    /** Where one touches. */
    readonly finger: string;
    readonly touch: string;
    readonly pickedUp: string;
    readonly carrying: string;
    readonly dropped: string;
    readonly putBack: string;
    readonly pricing: string;
    readonly place: string;
    readonly leftPlace: string;
    readonly here: string;
    readonly offline: string;
    readonly renewed: string;
  };
  readonly price: {
    more(amount: string): string;
    less(amount: string): string;
    readonly same: string;
    breaks(count: number): string;
    mends(count: number): string;
    readonly stale: string;
  };
  readonly notice: {
    conflict(by: string, at: string): string;
    readonly conflictLead: string;
    readonly again: string;
    readonly problem: string;
    readonly stale: string;
    readonly elsewhere: string;
    readonly unknownCommand: string;
  };
  said(draft: string, difference: string, violations: number): string;
  readonly work: {
    readonly optimizing: string;
    readonly publishing: string;
    by(name: string, at: string): string;
    best(amount: string): string;
    readonly stop: string;
    readonly progress: string;
    readonly states: Readonly<Record<"failed" | "overtaken" | "stopped" | "done", string>>;
  };
  readonly map: {
    readonly areas: string;
    readonly head: string;
    readonly lead: string;
    readonly list: string;
    readonly label: string;
    readonly stops: string;
    readonly tours: string;
    readonly standing: string;
  };
  readonly sheets: {
    readonly head: string;
    readonly lead: string;
    readonly german: string;
    readonly none: string;
    readonly changed: string;
  };
  readonly history: { readonly head: string; readonly none: string };
  readonly stop: {
    readonly back: string;
    readonly targets: string;
    readonly lead: string;
    readonly where: string;
    readonly now: string;
    readonly standing: string;
    readonly columns: {
      readonly vehicle: string;
      readonly day: string;
      readonly place: string;
      readonly price: string;
      readonly holds: string;
      readonly act: string;
    };
    place(position: number, of: number): string;
    readonly alone: string;
    readonly put: string;
    readonly all: string;
    readonly fewer: string;
    readonly yes: string;
    readonly no: string;
    readonly gone: string;
    readonly facts: {
      readonly material: string;
      readonly amount: string;
      readonly facility: string;
      readonly price: string;
      readonly arrival: string;
    };
  };
  readonly compare: {
    readonly title: string;
    readonly lead: string;
    readonly calm: string;
    saves(amount: string): string;
    costs(amount: string): string;
    readonly same: string;
    readonly draft: string;
    readonly published: string;
    readonly tours: string;
    readonly waiting: string;
    readonly total: string;
    readonly caption: string;
    readonly kind: string;
    readonly what: string;
    readonly forWhom: string;
    readonly changes: string;
    readonly none: string;
    unchanged(count: number): string;
    readonly kinds: Readonly<Record<"added" | "left" | "moved" | "retimed" | "newTour" | "droppedTour", string>>;
    readonly everybody: string;
  };
  readonly publish: {
    readonly title: string;
    lead(count: number): string;
    readonly mails: string;
    readonly mailNew: string;
    readonly mailChanged: string;
    readonly mailDropped: string;
    readonly rest: string;
    readonly confirm: string;
    readonly back: string;
    readonly blocked: string;
    readonly nothing: string;
  };
  readonly discard: { readonly title: string; lead(count: number): string; readonly confirm: string };
  readonly empty: {
    readonly noWeek: string;
    readonly noWeekLead: string;
    readonly how: readonly string[];
    readonly docs: string;
    readonly forbidden: string;
    readonly forbiddenLead: string;
    readonly unknown: string;
    readonly unknownLead: string;
    readonly back: string;
    readonly noTours: string;
  };
  readonly fractions: Readonly<Record<Fraction, string>>;
  violationCount(count: number): string;
}
