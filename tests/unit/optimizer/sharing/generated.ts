/** Games of tests/fixtures/games/generated.json as functions of coalitions, with their known answers in cost form. */
import { readFileSync } from "node:fs";
import * as z from "zod";
import { parseFraction, toNumber, type FunctionGame } from "../../../../optimizer/sharing/index.ts";

const Value = z.union([z.number(), z.string()]);
const Generator = z.discriminatedUnion("name", [
  z.object({ name: z.literal("benedek"), type: z.number(), seed: z.number() }),
  z.object({ name: z.literal("airport"), costs: z.array(z.number()) }),
  z.object({ name: z.literal("bankruptcy"), claims: z.array(z.number()), estate: z.number() }),
  z.object({ name: z.literal("horse-market"), sellers: z.array(z.number()), buyers: z.array(z.number()) }),
]);
const Games = z.array(
  z.object({
    id: z.string(),
    kind: z.enum(["cost", "profit"]),
    n: z.number(),
    generator: Generator,
    expected: z.object({ nucleolus: z.array(Value), shapley: z.array(Value).optional() }),
  }),
);

type Generator = z.infer<typeof Generator>;

export interface GeneratedGame {
  readonly game: FunctionGame;
  readonly nucleolus: readonly number[];
  readonly shapley: readonly number[] | null;
}

export function generatedGame(id: string): GeneratedGame {
  const { n, kind, generator, expected } = readGames().find((one) => one.id === id)!;
  const sign = kind === "cost" ? 1 : -1;
  const real = (list: readonly (number | string)[]) => list.map((value) => sign * toNumber(parseFraction(value)!));
  return {
    game: { players: n, cost: costOf(generator) },
    nucleolus: real(expected.nucleolus),
    shapley: expected.shapley === undefined ? null : real(expected.shapley),
  };
}

function readGames() {
  const text = readFileSync(new URL("../../../fixtures/games/generated.json", import.meta.url), "utf8");
  return Games.parse(JSON.parse(text));
}

function costOf(generator: Generator): FunctionGame["cost"] {
  const total = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  switch (generator.name) {
    case "airport":
      return (members) => Math.max(...members.map((i) => generator.costs[i]!));
    case "bankruptcy":
      return (members) => {
        const outside = total(generator.claims) - total(members.map((i) => generator.claims[i]!));
        return -Math.max(0, generator.estate - outside);
      };
    case "horse-market":
      return (members) => -marketProfit(generator, members);
    case "benedek":
      throw new Error("a table, see benedekTable");
  }
}

/** The k-th dearest buyer trades with the k-th cheapest seller as long as both gain. */
function marketProfit({ sellers, buyers }: Extract<Generator, { name: "horse-market" }>, members: readonly number[]) {
  const asks = members
    .filter((i) => i < sellers.length)
    .map((i) => sellers[i]!)
    .sort((a, b) => a - b);
  const bids = members
    .filter((i) => i >= sellers.length)
    .map((i) => buyers[i - sellers.length]!)
    .sort((a, b) => b - a);
  return asks.slice(0, bids.length).reduce((sum, ask, k) => sum + Math.max(0, bids[k]! - ask), 0);
}

/** Profit table of the random games of Benedek, Fliege and Nguyen, from their linear congruential generator. */
export function benedekTable(id: string): { readonly values: Float64Array; readonly nucleolus: readonly number[] } {
  const { n, generator, expected } = readGames().find((one) => one.id === id)!;
  if (generator.name !== "benedek") throw new Error(`${id} is no such game`);
  let h = generator.seed;
  const next = () => {
    h = (Math.imul(h, 214013) + 2531011) >>> 0;
    return (h >>> 16) & 0x7fff;
  };
  const all = 2 ** n - 1;
  const values = new Float64Array(all + 1);
  const size = (s: number): number => (s === 0 ? 0 : 1 + size(s & (s - 1)));
  if (generator.type === 1) {
    values[all] = (next() % 201) + 100 * (n - 2);
    for (let s = 1; s < all; s++) if (size(s) >= 2) values[s] = (next() % (100 * size(s))) + 1;
  } else {
    const range = generator.type === 4 ? n : 50 * n;
    for (let s = 3; s <= all; s++) if (size(s) >= 2) values[s] = (next() % range) + 1;
  }
  return { values, nucleolus: expected.nucleolus.map((value) => toNumber(parseFraction(value)!)) };
}
