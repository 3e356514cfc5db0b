/** What the board tells: who did what, what changes, what goes on, and why something cannot be done. Which code there is says the type. */
import type {
  BoardDeed,
  BoardDifference,
  BoardHindrance,
  BoardNews,
  NamedLoad,
  NamedTour,
} from "../../../../functions/usecases/board/view.ts";

/** A deed that is not about another deed. */
export type PlainDeed = Exclude<BoardDeed, { readonly kind: "undo" | "redo" }>;
/** Of a union by `kind`, the member of a kind; a member may have several. */
type Of<Union, Kind> = Union extends { readonly kind: infer Kinds } ? (Kind extends Kinds ? Union : never) : never;
/** Rules that are broken have words of their own (domain/language/tours). */
type OwnHindrance = Exclude<BoardHindrance["kind"], "violation">;

export interface ToldWords {
  /** Who it was, where no name is known: of the planning, of anybody. */
  readonly planning: string;
  readonly somebody: string;
  /** Goes on after a name. */
  readonly deeds: { readonly [Kind in PlainDeed["kind"]]: (deed: Of<PlainDeed, Kind>) => string };
  undone(what: string): string;
  redone(what: string): string;
  /** A sentence; of a load with its name, of a tour with its name. */
  readonly changes: Readonly<Record<BoardDifference["kind"], (change: ToldChange) => string>>;
  readonly news: { readonly [Kind in BoardNews["kind"]]: (news: Of<BoardNews, Kind>) => string };
  /** Sentences that say why and what to do. */
  readonly hindrances: { readonly [Kind in OwnHindrance]: (hindrance: Of<BoardHindrance, Kind>) => string };
}

/** Names of `BoardDifference` as the language writes them; empty where there is none. */
export interface ToldChange {
  readonly load: string;
  readonly from: string;
  readonly to: string;
  readonly departs: string;
}

export interface ToldNames {
  load(load: NamedLoad): string;
  tour(tour: NamedTour): string;
}
