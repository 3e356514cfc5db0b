/** What the yard's pages say. A text that is missing is a type error. */
import type { Contamination } from "../../../domain/region/reports.ts";

/** How full: quarters of the whole, over the brim, or over the brim with a heap beside it. */
export const FILLS = ["0", "1", "2", "3", "4", "5", "heap"] as const;
export type FillChoice = (typeof FILLS)[number];

export interface Told {
  readonly head: string;
  readonly text: string;
}

export interface YardWords {
  readonly title: string;
  readonly fills: Readonly<Record<FillChoice, string>>;
  readonly fillQuestion: string;
  readonly contaminationQuestion: string;
  readonly contamination: Readonly<Record<Contamination, string>>;
  readonly photo: {
    readonly label: string;
    readonly hint: string;
    /** @param moment when it was seen */
    shown(moment: string): string;
    /** For whoever may not see it. */
    readonly attached: string;
    readonly refused: string;
  };
  readonly send: string;
  /** `Abrollcontainer, 36 m³`; `3 Absetzmulden zu 7 m³`. */
  storage(kind: string, units: number, cubicMetres: string): string;
  nextPickup(day: string): string;
  readonly noPickup: string;
  readonly thanks: Told;
  readonly history: string;
  readonly noHistory: string;
  volume(cubicMetres: string): string;
  readonly heapBeside: string;
  contaminationSeen(kind: Exclude<Contamination, "none">): string;
  readonly sources: {
    readonly sticker: string;
    readonly sensor: string;
    /** @param name of whoever reported */
    person(name: string): string;
  };
  inPlan(week: string): string;
  readonly notYetInPlan: string;
  readonly problems: {
    readonly fill: string;
    readonly key: string;
    readonly late: string;
    readonly busy: string;
    readonly elsewhere: string;
    readonly stale: string;
    readonly form: string;
    readonly refused: string;
  };
  readonly unknown: Told;
  readonly withdrawn: Told;
  readonly outbox: {
    /** Beside the form while there is no network. */
    readonly offline: string;
    readonly saved: string;
    readonly waitingOne: string;
    /** `{n}` stands for the number. */
    readonly waitingMany: string;
    readonly sending: string;
    readonly sentOne: string;
    readonly sentMany: string;
    /** `{storage}` and `{cause}` stand for what they say. */
    readonly dropped: string;
    readonly signIn: string;
  };
  readonly footer: string;
  readonly list: {
    readonly title: string;
    readonly lead: string;
    readonly nothing: Told;
    readonly notYours: Told;
    readonly never: string;
    readonly stickers: string;
    readonly paper: string;
    readonly back: string;
  };
  readonly stickers: {
    readonly title: string;
    readonly lead: string;
    readonly print: string;
    readonly scan: string;
    readonly qr: string;
    readonly replace: string;
    readonly replaceHint: string;
    replaced(storage: string): string;
  };
  readonly paper: {
    readonly title: string;
    readonly lead: string;
    readonly date: string;
    readonly name: string;
    readonly back: string;
  };
}
