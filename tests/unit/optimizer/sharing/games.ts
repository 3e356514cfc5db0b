/** The games of tests/fixtures/games as cost games. */
import { readFileSync } from "node:fs";
import * as z from "zod";
import type { CostGame } from "../../../../optimizer/sharing/index.ts";

const Value = z.union([z.number(), z.string()]);

const Game = z.object({
  id: z.string(),
  kind: z.enum(["cost", "profit"]),
  players: z.array(z.string()),
  values: z.array(Value),
  shapley: z.array(Value),
  subadditive: z.boolean().nullable(),
  blocking: z
    .array(
      z.object({
        rule: z.string(),
        x: z.array(z.number()),
        count: z.number(),
        worst: z.number().nullable(),
        excess: Value.nullable(),
      }),
    )
    .default([]),
});

export interface KnownGame {
  readonly id: string;
  readonly game: CostGame;
  readonly shapley: readonly number[];
  readonly subadditive: boolean | null;
  /** Largest absolute value; tolerances are relative to it. */
  readonly scale: number;
  readonly blocking: readonly {
    rule: string;
    x: number[];
    count: number;
    worst: number | null;
    excess: number | null;
  }[];
}

/** Profit games are turned into cost games: `c = −v`, `x → −x`. */
export function knownGames(): KnownGame[] {
  const text = readFileSync(new URL("../../../fixtures/games/games.json", import.meta.url), "utf8");
  return z
    .array(Game)
    .parse(JSON.parse(text))
    .map((known) => {
      const sign = known.kind === "cost" ? 1 : -1;
      const values = known.values.map((value) => sign * toNumber(value));
      return {
        id: known.id,
        game: { players: known.players.length, values },
        shapley: known.shapley.map((value) => sign * toNumber(value)),
        subadditive: known.subadditive,
        scale: Math.max(...values.map(Math.abs)),
        blocking: known.blocking.map((b) => ({
          ...b,
          x: b.x.map((share) => sign * share),
          excess: b.excess === null ? null : toNumber(b.excess),
        })),
      };
    });
}

function toNumber(value: number | string): number {
  if (typeof value === "number") return value;
  const [numerator = "", denominator = "1"] = value.split("/");
  return Number(numerator) / Number(denominator);
}
