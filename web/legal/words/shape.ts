/** What imprint, privacy and accessibility pages say. A text that is missing is a type error. */
import type { NeededField } from "../../../domain/operator.ts";
import type { Kept } from "../../../domain/retention.ts";

export interface LegalSection {
  readonly head: string;
  readonly paragraphs: readonly string[];
}

export interface LegalWords {
  readonly trail: string;
  /** Stands where the operator has said nothing. */
  readonly toFill: string;
  /** At the head of a page on which something is missing. */
  readonly template: string;
  readonly fields: Readonly<Record<NeededField | "vatId", string>>;
  readonly imprint: {
    readonly title: string;
    readonly provider: string;
    readonly responsible: string;
    readonly sources: LegalSection;
  };
  readonly privacy: {
    readonly title: string;
    readonly lead: string;
    readonly responsible: string;
    readonly sections: readonly LegalSection[];
    readonly retention: {
      readonly head: string;
      readonly caption: string;
      readonly what: string;
      readonly term: string;
      readonly rows: Readonly<Record<Kept, string>>;
      readonly untilDeleted: string;
      readonly ownMoment: string;
      hours(count: number): string;
      days(count: number): string;
      years(count: number): string;
      megabytes(count: number): string;
    };
    readonly rights: LegalSection;
  };
  readonly accessibility: {
    readonly title: string;
    readonly lead: string;
    readonly state: LegalSection;
    readonly limits: { readonly head: string; readonly items: readonly string[] };
    readonly made: string;
    readonly feedback: LegalSection;
    readonly enforcement: LegalSection;
  };
}
