/** How the yard's pages speak. */
import { formatNumber } from "../../domain/money.ts";
import { dayName, weekName } from "../words.ts";
import { momentOf } from "../../functions/usecases/agreements/words.ts";
import type { YardSpeech } from "./view.ts";
import { YARD_WORDS } from "./words/index.ts";

export const SPEECH: YardSpeech = {
  language: "de",
  words: YARD_WORDS.de,
  figures: { number: formatNumber, day: dayName, moment: momentOf, weeks: weekName },
};
