/** What every language has to say in mails. */
import type { Format } from "../../../../domain/language/format.ts";

/** Why a load stays: `limit` and `needed` as the language writes them, in the unit of the code. */
export interface ReasonFigures {
  readonly limit: string;
  readonly needed: string;
  readonly facility: string;
}

export interface DispatcherWords {
  title(week: string): string;
  subject(week: string, facts: readonly string[], regionName: string): string;
  tours(count: number, figure: string): string;
  loads(count: number, figure: string): string;
  greeting(name: string): string;
  lead(region: string, week: string, from: string, to: string): string;
  readonly figures: { tours: string; loads: string; distance: string; cost: string; unserved: string };
  readonly toursHead: string;
  tour(id: string): string;
  readonly unservedHead: string;
  readonly nothingUnserved: string;
  unserved(mass: string, place: string, reason: string): string;
  reason(code: string, figures: ReasonFigures): string;
  readonly attached: string;
  readonly tooLarge: string;
  readonly planLink: string;
  readonly noticesHead: string;
  readonly noTours: string;
}

/** To dispatchers and drivers, when published tours are changed. */
export interface ChangedToursWords {
  title(week: string): string;
  subject(week: string, regionName: string, changed: number, cancelled: number): string;
  lead(region: string, week: string): string;
  readonly changedHead: string;
  readonly cancelledHead: string;
  readonly attached: string;
}

export interface RequestWords {
  title(until: string): string;
  subject(week: string, count: number, until: string): string;
  greeting(name: string): string;
  lead(week: string, until: string): string;
  readonly listHead: string;
  last(date: string): string;
  readonly never: string;
  readonly doubt: string;
  /** Chance in tenths, 1 to 10. */
  overflow(tenths: number): string;
  worth(euros: string): string;
  readonly why: string;
  readonly link: string;
  readonly withoutLink: string;
  until(day: string, date: string, clock: string): string;
}

export interface LanguageWords {
  readonly format: Format;
  readonly dispatcher: DispatcherWords;
  readonly changedTours: ChangedToursWords;
  readonly request: RequestWords;
  readonly footer: string;
  /** Kinds of storages. */
  readonly storages: Readonly<Record<"heap" | "rollOff" | "skip", string>>;
}
