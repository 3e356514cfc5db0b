/** How the dispatcher's board speaks, by language. */
import type { InEachLanguage, Speech } from "../../language/speech.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";
import { FR } from "./fr.ts";
import type { BoardWords } from "./shape.ts";

export type { BoardWords } from "./shape.ts";
export const BOARD_WORDS: InEachLanguage<BoardWords> = { de: DE, fr: FR, en: EN };
export type BoardSpeech = Speech<BoardWords>;
