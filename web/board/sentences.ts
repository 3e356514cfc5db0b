/** What a board tells by code and names, as sentences in the language of the page. */
import { clockOf } from "../../domain/language/format.ts";
import { saidFault, saidWhy } from "../../domain/language/tours/say.ts";
import type { Why } from "../../domain/language/tours/shape.ts";
import type {
  BoardChange,
  BoardDeed,
  BoardDifference,
  BoardHindrance,
  BoardNews,
  BoardViolation,
} from "../../functions/usecases/board/view.ts";
import type { BoardSpeech } from "./words/index.ts";

export const violationText = (violation: BoardViolation, { words }: BoardSpeech): string =>
  saidFault(words.tours, violation);

export const whyText = (why: Why, { words }: BoardSpeech): string => saidWhy(words.tours, why);

/** Who did it, and what: two halves of a sentence, so that the name can stand out. */
export function changeText(
  { by, deed }: BoardChange,
  speech: BoardSpeech,
): { readonly who: string; readonly what: string } {
  const { told } = speech.words;
  const who = deed.kind === "planned" ? told.planning : by === "" ? told.somebody : by;
  return { who, what: deedText(deed, speech) };
}

function deedText(deed: BoardDeed, speech: BoardSpeech): string {
  const { told } = speech.words;
  if (deed.kind !== "undo" && deed.kind !== "redo") return told.deeds[deed.kind](deed as never);
  const { who, what } = changeText({ by: deed.by, at: "", deed: deed.deed }, speech);
  return deed.kind === "undo" ? told.undone(`${who} ${what}`) : told.redone(`${who} ${what}`);
}

/** `Dora hat 5,2 t in Wadgassen festgelegt`: where nothing can stand out. */
export function changeLine(change: BoardChange, speech: BoardSpeech): string {
  const { who, what } = changeText(change, speech);
  return `${who} ${what}`;
}

export const newsText = (news: BoardNews, { words }: BoardSpeech): string => words.told.news[news.kind](news as never);

export function hindranceText(hindrance: BoardHindrance, speech: BoardSpeech): string {
  if (hindrance.kind === "violation") return violationText(hindrance.violation, speech);
  return speech.words.told.hindrances[hindrance.kind](hindrance as never);
}

export function differenceText({ kind, named, from, to, departsAt }: BoardDifference, { words }: BoardSpeech): string {
  const { names } = words;
  return words.told.changes[kind]({
    load: named === null ? "" : names.load(named),
    from: from === null ? "" : names.tour(from),
    to: to === null ? "" : names.tour(to),
    departs: departsAt === null ? "" : clockOf(departsAt),
  });
}
