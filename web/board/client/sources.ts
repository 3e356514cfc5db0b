/** The board's script as text, in four parts. The bundle has them in place of this file (infra/bundling/browserScripts.ts), smaller. */
import { readFileSync } from "node:fs";

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");

export const CARDS_SOURCE = read("cards.js");
export const CARRY_SOURCE = read("carry.js");
export const TOUCH_SOURCE = read("touch.js");
export const BOARD_SOURCE = read("board.js");
