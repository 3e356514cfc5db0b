/** The known games with every rule's known answer. */
import { readFileSync } from "node:fs";
import * as z from "zod";
import { parseFraction, tableGame, type Fraction, type TableGame } from "../../../../optimizer/sharing/index.ts";

const Value = z.union([z.number(), z.string()]);
const Games = z.array(
  z.object({ id: z.string(), kind: z.enum(["cost", "profit"]), players: z.array(z.string()), values: z.array(Value) }),
);
const Expected = z.array(
  z.object({
    id: z.string(),
    coreEmpty: z.boolean().nullable(),
    rules: z.record(z.string(), z.array(Value).nullable()),
    scalars: z.record(z.string(), Value),
  }),
);

export interface ExpectedGame {
  readonly id: string;
  readonly game: TableGame;
  readonly coreEmpty: boolean | null;
  /** `null`: the rule is undefined for this game. */
  readonly rules: ReadonlyMap<string, readonly Fraction[] | null>;
  readonly scalars: ReadonlyMap<string, Fraction>;
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../fixtures/games/${name}`, import.meta.url), "utf8"));
}

function exact(value: number | string): Fraction {
  const parsed = parseFraction(value);
  if (parsed === null) throw new Error(`not a number: ${value}`);
  return parsed;
}

export function expectedGames(): ExpectedGame[] {
  const expected = new Map(Expected.parse(read("expected.json")).map((one) => [one.id, one]));
  return Games.parse(read("games.json")).map((given) => {
    const known = expected.get(given.id)!;
    const rules = Object.entries(known.rules).map(([key, x]) => [key, x?.map(exact) ?? null] as const);
    const scalars = Object.entries(known.scalars).map(([key, value]) => [key, exact(value)] as const);
    return {
      id: given.id,
      game: tableGame(given),
      coreEmpty: known.coreEmpty,
      rules: new Map(rules),
      scalars: new Map(scalars),
    };
  });
}

/** The same games as they are written, for the checker. */
export function statedGames() {
  const stated = new Map(Games.parse(read("games.json")).map((one) => [one.id, one]));
  return expectedGames().map(({ id, game }) => {
    const { kind, values, players } = stated.get(id)!;
    return { id, game, stated: { kind, values, players: players.length } };
  });
}
