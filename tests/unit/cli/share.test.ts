import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { main } from "../../../cli/main.ts";
import { GameFile } from "../../../domain/sharing/gameFile.ts";
import { checkCore, checkNucleolus } from "../../../optimizer/checker/index.ts";
import { RULE_KEYS } from "../../../optimizer/sharing/index.ts";
import type { ShareResult } from "../../../planning/sharing/shareResult.ts";
import { ROOT } from "../house/sourceFiles.ts";
import { parseXml } from "../planning/report/parseXml.ts";

const GAMES = join(ROOT, "examples", "games");
const scratch = mkdtempSync(join(tmpdir(), "gruenverbund-share-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function run(columns: number, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: "", err: "" };
  const io = {
    stdout: (text: string) => void (said.out += text),
    stderr: (text: string) => void (said.err += text),
    isTerminal: false,
    columns,
  };
  return { code: await main(["share", ...args], io), ...said };
}

let files = 0;
function gameFile(content: unknown): string {
  const file = join(scratch, `game-${files++}.json`);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

const example = (name: string) => join(GAMES, `${name}.json`);
const json = async (...args: string[]) => JSON.parse((await run(80, ...args, "--json")).out) as ShareResult;

describe("examples/games", () => {
  const names = readdirSync(GAMES).filter((file) => file.endsWith(".json"));

  test.each(names)("%s fits the schema, names its source and is divided by every rule", async (name) => {
    const content = JSON.parse(readFileSync(join(GAMES, name), "utf8")) as unknown;
    expect(GameFile.parse(content)).toMatchObject({ source: expect.any(String) as string });
    const { code, out } = await run(80, join(GAMES, name), "--json");
    expect(code).toBe(0);
    const result = JSON.parse(out) as ShareResult;
    expect(Object.keys(result)).toEqual(["players", "rules", "scalars", "core", "blocking"]);
    expect(Object.keys(result.rules)).toEqual([...RULE_KEYS]);
  });
});

test("--json gives the shares of known games: TVA's Shapley value is 117 829, 100 756.5 and 193 998.5", async () => {
  const result = await json(example("tva"));
  const known = [117_829, 100_756.5, 193_998.5];
  result.rules.shapley!.allocation!.forEach((share, i) => expect(share).toBeCloseTo(known[i]!, 6));
  expect(result.core).toEqual({ empty: false });
  expect(Object.keys(result.scalars)).toEqual(["leastCoreEpsilon", "leastCorePerCapitaEpsilon", "epmF"]);
  // -47 286: the least any proper group saves can be brought up to that.
  expect(result.scalars.leastCoreEpsilon).toBeCloseTo(-47_286, 6);
  expect(result.rules.tonnes).toEqual({ allocation: null, needs: ["tonnes"] });
});

test("the keys of a game with tonnes, inhabitants and capacity", async () => {
  const { rules, blocking } = await json(example("drei-bauhoefe"));
  // 362 136 cents by 18 : 3 : 3 tonnes, and by 12 : 8 : 5 thousand inhabitants.
  expect(rules.tonnes!.allocation).toEqual([271_602, 45_267, 45_267]);
  rules.inhabitants!.allocation!.forEach((share, i) =>
    expect(share).toBeCloseTo([173_825.28, 115_883.52, 72_427.2][i]!, 6),
  );
  expect(rules.twoPart!.allocation![0]).toBeCloseTo(242_719.1, 1);
  // Altdorf alone pays 194 000, so by tonnes it pays 77 602 too much; with Bergheim 316 869 - 280 000.
  expect(blocking.tonnes!.worst[0]).toEqual({ coalition: 1, members: ["Altdorf"], excess: 77_602 });
});

test("a profit game comes back in profits, fractions exactly", async () => {
  // Two of three are needed for 1: each gets a third; any pair would rather go: 1 - 2/3.
  const game = { players: ["a", "b", "c"], kind: "profit", values: [0, 0, 0, "1", 0, "2/2", 1, 1] };
  const { rules, core, blocking } = await json(gameFile(game), "--certificate", "--rule", "nucleolus");
  expect(rules.nucleolus!.exact).toEqual(["1/3", "1/3", "1/3"]);
  expect(core.certificate).toMatchObject({ empty: true });
  expect(blocking.nucleolus).toMatchObject({ count: 3, worst: [{ members: ["a", "b"] }, {}, {}] });
});

test("with --certificate the proofs are those that the independent checker accepts", async () => {
  const content = GameFile.parse(JSON.parse(readFileSync(example("skane"), "utf8")));
  const game = { players: content.players.length, kind: content.kind, values: content.values };
  const { rules, core } = await json(example("skane"), "--certificate");
  expect(checkCore(game, core.certificate!)).toEqual([]);
  for (const key of ["nucleolus", "prenucleolus", "perCapitaNucleolus"] as const)
    expect(checkNucleolus(game, rules[key]!.certificate as never)).toEqual([]);
  expect(rules.leastCorePoint!.certificate).toMatchObject({ measure: "excess", epsilon: "-8/5" });
  expect((await json(example("skane"))).core).toEqual({ empty: false });
});

describe("without --json", () => {
  test.each([30, 40, 80, 120])("the table fits %i columns", async (columns) => {
    const { out } = await run(columns, example("skane"));
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(columns);
  });

  test("names each member's shares, who would leave, and what has no answer", async () => {
    const { out } = await run(80, example("drei-bauhoefe"), "--rule", "tonnes,shapley,owen");
    expect(out).toMatch(/Altdorf +271602\.00 +175045\.33/);
    expect(out).toMatch(/sum +362136\.00 +362136\.00/);
    expect(out).toContain("tonnes: 3 groups would do better apart; most of all {Altdorf}, by 77602.00");
    expect(out).toContain("stable, no group would do better apart: shapley");
    expect(out).toContain("The core is not empty");
    expect(out).toContain("owen: the file has no linear programme");
  });

  test("a game with an empty core says so", async () => {
    const game = { players: ["a", "b", "c"], kind: "cost", values: [0, 2, 2, 2, 2, 2, 2, 4] };
    const { out } = await run(80, gameFile(game));
    // Three pairs pay 6 for everybody twice: 3 < 4.
    expect(out).toContain("The core is empty");
    expect(out).toContain("least core ε 0.6667");
  });
});

test("a game that is not subadditive is divided all the same, with a warning that names the pair", async () => {
  const { code, out, err } = await run(80, example("skane"), "--rule", "shapley");
  expect(code).toBe(0);
  expect(out).toContain("shapley");
  const words = err.replace(/\s+/g, " ");
  expect(words).toContain("game.notSubadditive");
  expect(words).toContain("{A, H, L, M, T} costs 83, {A, H, L} and {M, T} apart only 82.63.");
  expect((await run(80, example("tva"))).err).toBe("");
});

describe("bad games end with 2 and every fault at once", () => {
  const good = { players: ["A", "B"], kind: "cost", values: [0, 6, 10, 12] };
  test.each<[string, unknown, string[]]>([
    ["no JSON", '{"players": ["A" "B"]}', ["file.syntax", "line 1, column 18"]],
    ["no object", [1, 2], ["game.shape"]],
    ["no players", { ...good, players: [] }, ["game.players", "Name everybody"]],
    ["a name twice", { ...good, players: ["A", "A"] }, ['"A" stands twice']],
    ["a player without a name", { ...good, players: ["A", " "] }, ["players[1]", "no name"]],
    ["no kind", { ...good, kind: undefined }, ["game.kind", '"profit"']],
    ["another kind", { ...good, kind: "loss" }, ['"loss" is no kind']],
    ["a missing group", { ...good, values: [0, 6, null, 12] }, ["game.missing", "[{B}] values[2]"]],
    ["no values", { ...good, values: {} }, ["game.values"]],
    ["too few", { ...good, values: [0, 6, 10] }, ["game.length", "values[3]", "{A, B}"]],
    ["too many", { ...good, values: [0, 6, 10, 12, 13] }, ["has 5 values"]],
    ["a bare NaN", '{"players":["A","B"],"kind":"cost","values":[0,NaN,10,12]}', ["game.value", '"NaN"', "{A}"]],
    ["a word", { ...good, values: [0, "six", 10, 12] }, ['"six" is not a number']],
    ["a fraction over 0", { ...good, values: [0, "1/0", 10, 12] }, ['"1/0" is not a number']],
    ["nobody pays", { ...good, values: [1, 6, 10, 12] }, ["game.empty", "Set values[0] to 0"]],
    ["tonnes for three", { ...good, tonnes: [1, 2, 3] }, ["game.key", "3 values for 2 players"]],
    ["negative inhabitants", { ...good, inhabitants: [1, -2] }, ["inhabitants[1]", "-2"]],
    ["no capacity at all", { ...good, capacity: [0, 0] }, ["All are 0"]],
    ["more than the whole", { ...good, capacityShare: 2 }, ["capacityShare"]],
    ["an unknown key", { ...good, nearestTo: "weight" }, ['"weight" is no key', "tonnes"]],
  ])("%s", async (_, content, words) => {
    const { code, out, err } = await run(80, gameFile(content));
    expect(code).toBe(2);
    expect(out).toBe("");
    const said = err.replace(/\s+/g, " ");
    for (const word of words) expect(said).toContain(word);
  });

  test("several faults of one file are all named", async () => {
    const { err } = await run(80, gameFile({ players: ["A", "B"], kind: "loss", values: [1, null, "x"] }));
    const codes = [...err.matchAll(/\(game\.([a-zA-Z]+)\)/g)].map(([, code]) => code);
    expect(codes).toEqual(["kind", "empty", "missing", "value"]);
    expect(err).toContain("4 errors");
  });

  test("of very many faults the first are named, and it is said that there are more", async () => {
    const values = Array.from({ length: 256 }, () => null);
    const { err } = await run(80, gameFile({ players: [..."ABCDEFGH"], kind: "cost", values }));
    expect(err).toContain("More than 40 values are faulty");
    expect(err).toContain("41 errors");
  });

  test("more players than a table can hold", async () => {
    const players = Array.from({ length: 25 }, (_, i) => `p${i}`);
    const { code, err } = await run(80, gameFile({ players, kind: "cost", values: [0] }));
    expect(code).toBe(2);
    expect(err.replace(/\s+/g, " ")).toContain("25 players have 2^25 groups; a table is kept for at most 24");
  });

  test("a file that is not there, and a rule that is none", async () => {
    expect(await run(80, join(scratch, "nowhere.json"))).toMatchObject({
      code: 2,
      err: expect.stringContaining("game.unreadable") as string,
    });
    const { code, err } = await run(80, example("tva"), "--rule", "shaply");
    expect(code).toBe(2);
    expect(err).toContain('no "shaply"');
    expect(err).toContain("nucleolus");
  });
});

describe("--chart", () => {
  test("draws a bar and a figure for every member under every rule, and loads nothing", async () => {
    const file = join(scratch, "shares.svg");
    const { code } = await run(80, example("drei-bauhoefe"), "--chart", file);
    expect(code).toBe(0);
    const svg = readFileSync(file, "utf8");
    const root = parseXml(svg);
    expect(root).toBeTruthy();
    expect(svg).toMatch(/role="img" aria-labelledby="titel beschreibung" lang="de"/);
    expect(svg).toContain('<title id="titel">Kostenanteile nach Regel: drei-bauhoefe.json</title>');
    expect(svg).toContain("Stabil sind:");
    expect(svg.match(/class="joint"/g)!.length).toBe(svg.match(/class="figure"/g)!.length);
    expect(svg).toContain("271.602");
    expect(svg).toContain("nach Tonnen");
    expect(svg).not.toMatch(/href|url\(|<script|@import/);
  });

  test("names with markup are shown as text, and a folder that is not there is said", async () => {
    const file = join(scratch, "evil.svg");
    const game = { players: ["<script>&", "B"], kind: "cost", values: [0, 6, 10, 12] };
    await run(80, gameFile(game), "--chart", file);
    expect(readFileSync(file, "utf8")).toContain("&lt;script&gt;&amp;");
    const { code, err } = await run(80, example("tva"), "--chart", join(scratch, "no", "where.svg"));
    expect(code).toBe(2);
    expect(err).toContain("--chart cannot be written");
  });
});
