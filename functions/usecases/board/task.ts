/** The workflows of the board, and what they are told. */
import * as z from "zod";
import { Week } from "../../contract/common.ts";
import { RunKey } from "../run/run.ts";

export const BOARD_OPTIMIZATION = "board-optimization";
export const BOARD_PUBLICATION = "board-publication";

export const BoardTask = z.object({
  region: z.string(),
  week: Week,
  /** Of the draft that it is about. */
  version: z.int().min(0),
  /** Of the execution. */
  name: z.string(),
  /** Name of whoever asked for it. */
  by: z.string(),
});
export type BoardTask = z.infer<typeof BoardTask>;

export const OfBoard = z.object({ task: BoardTask });
export const OfBoardRuns = OfBoard.extend({ run: RunKey, base: RunKey });
export const OfBoardEnd = OfBoard.extend({
  kind: z.enum(["optimizing", "publishing"]),
  /** Of publishing: so many mails were not taken; -1: it is not known how many. */
  untold: z.int().min(-1).optional(),
  failure: z.object({ error: z.string(), cause: z.string() }).optional(),
});

/** The draft or the plan under it is another than the one that was to be published; nothing was. */
export class BoardOvertaken extends Error {
  override readonly name = "BoardOvertaken";
}
