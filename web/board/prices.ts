/** What a change would cost, in words; and as the script reads it. */
import type { BoardPrice } from "../../functions/usecases/board/view.ts";
import { violationText } from "./sentences.ts";
import type { BoardSpeech } from "./words/index.ts";

/** `3,20 € mehr`: said, not only signed, because a sign is easily overheard. */
export function priceText(deltaCents: number, { words, figures }: BoardSpeech): string {
  if (deltaCents === 0) return words.price.same;
  const amount = figures.money(Math.abs(deltaCents));
  return deltaCents > 0 ? words.price.more(amount) : words.price.less(amount);
}

/** What the script shows at a target: the price, its sign, and sentences. */
export interface SaidPrice {
  readonly text: string;
  readonly sign: -1 | 0 | 1;
  /** Counted, in the page's language; empty: it breaks nothing. */
  readonly breaks: string;
  readonly mends: string;
  readonly violations: readonly string[];
}

const MOST_SENTENCES = 3;

export function saidPrice({ deltaCents, violations, solved }: BoardPrice, speech: BoardSpeech): SaidPrice {
  const { price: words } = speech.words;
  return {
    text: priceText(deltaCents, speech),
    sign: deltaCents > 0 ? 1 : deltaCents < 0 ? -1 : 0,
    breaks: violations.length === 0 ? "" : words.breaks(violations.length),
    mends: solved.length === 0 ? "" : words.mends(solved.length),
    violations: violations.slice(0, MOST_SENTENCES).map((one) => violationText(one, speech)),
  };
}
