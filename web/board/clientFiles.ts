/** The script of the board, and where it lies. */
import { createHash } from "node:crypto";
import { BOARD_PATH } from "./address.ts";
import { BOARD_SOURCE, CARDS_SOURCE, CARRY_SOURCE, TOUCH_SOURCE } from "./client/sources.ts";

/** One file: what one part declares the next one finds. */
const body = [CARDS_SOURCE, CARRY_SOURCE, TOUCH_SOURCE, BOARD_SOURCE].join("\n");
const hash = createHash("sha256").update(body).digest("hex").slice(0, 12);

/** Its name changes with its content, so that it may be kept for ever. */
export const BOARD_SCRIPT_PATH = `${BOARD_PATH}/tafel-${hash}.js`;

export const BOARD_SCRIPT = {
  path: BOARD_SCRIPT_PATH,
  body,
  headers: {
    "content-type": "text/javascript; charset=utf-8",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "public, max-age=31536000, immutable",
  },
} as const;
