/** What the frame of every page and the first page say. A text that is missing is a type error. */
import type { Step } from "../../functions/usecases/weeks/overview.ts";

export interface SiteWords {
  /** Of the language itself, in the language. */
  readonly languageName: string;
  /** Label of the choice of a language. */
  readonly languages: string;
  readonly skip: string;
  readonly toHome: string;
  readonly notFound: { readonly title: string; readonly head: string };
  readonly failed: { readonly title: string; readonly head: string; readonly lead: string };
  /** To the place in the handbook that explains a page. */
  readonly help: string;
  readonly signIn: string;
  readonly signOut: string;
  readonly signInAborted: string;
  /** Links at the foot of every page. */
  readonly foot: {
    readonly public: string;
    readonly openData: string;
    readonly accessibility: string;
    readonly privacy: string;
    readonly imprint: string;
  };
  readonly home: HomeWords;
}

export interface HomeWords {
  readonly title: string;
  readonly trail: string;
  readonly regions: string;
  readonly api: string;
  /** Link to the public page. */
  readonly forAll: string;
  readonly inbox: string;
  readonly reportFill: string;
  readonly empty: { readonly head: string; readonly lead: string };
  readonly refreshing: string;
  readonly hold: string;
  readonly held: string;
  readonly goOn: string;
  municipalities(count: number): string;
  points(count: number): string;
  readonly noWeek: string;
  planning(name: string, week: string): string;
  failed(name: string, week: string): string;
  planned(name: string, week: string): string;
  saves(name: string, amount: string, weeks: number): string;
  readonly progress: string;
  readonly done: string;
  readonly steps: Readonly<Record<Step["name"], string>>;
  readonly figures: {
    readonly joint: string;
    jointNote(weeks: number, week: string): string;
    readonly alone: string;
    readonly aloneNote: string;
    readonly saving: string;
    readonly difference: string;
    savingNote(percent: string): string;
  };
  readonly tours: string;
  readonly pickups: string;
  pickupsOf(done: number, all: number): string;
  readonly distance: string;
  readonly report: string;
  readonly costs: string;
  readonly board: string;
  readonly finance: string;
  readonly readers: string;
  readonly signInForReport: string;
  readonly table: {
    readonly caption: string;
    readonly vehicle: string;
    readonly day: string;
    readonly stops: string;
    readonly distance: string;
    readonly duration: string;
    readonly files: string;
  };
}
