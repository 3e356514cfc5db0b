/**
 * One cost game as a file: who takes part, what every group would pay on its own, and what the usual keys divide by.
 *
 * The schema describes the file for people and editors; `gruenverbund share` reads it by hand (planning/sharing/readGame.ts),
 * because a table has up to millions of values and each fault of one is to be named with its group.
 */
import * as z from "zod";
import { NearestKey } from "./keys.ts";

const weights = z.array(z.number().min(0));

/** Further fields, such as title and source, may stand in the file and are not read. */
export const GameFile = z.looseObject({
  $schema: z.string().optional(),
  players: z.array(z.string().min(1)).min(1).describe("names, each once; player i is bit i of a group"),
  kind: z.enum(["cost", "profit"]).describe("values are what a group pays, or what it gains"),
  values: z
    .array(z.union([z.number(), z.string().regex(/^\s*[+-]?\d+(\.\d+)?\s*(\/\s*\d+\s*)?$/)]))
    .describe("one per group by bitmask, values[0] = 0, 2^players in all; a number, or a fraction as text a/b"),
  tonnes: weights.optional().describe("one per player; for the keys tonnes and twoPart"),
  inhabitants: weights.optional().describe("one per player; for the key inhabitants"),
  capacity: weights.optional().describe("storage room, one per player, any unit; for the key twoPart"),
  capacityShare: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe("key twoPart: part of the cost divided by capacity, the rest by tonnes; 0.5 when left out"),
  nearestTo: NearestKey.optional().describe("the agreed key that nearestStable stays near to"),
});
export type GameFile = z.infer<typeof GameFile>;
