/** Reads one game of `gruenverbund share`: every fault at once, each named with the group it is about. */
import { hasErrors, type Problem } from "../../domain/problem.ts";
import { NearestKey } from "../../domain/sharing/keys.ts";
import {
  findSuperadditivePair,
  members,
  MOST_PLAYERS_IN_A_TABLE,
  parseFraction,
  tableGame,
  toNumber,
  type GameKind,
  type RuleOptions,
  type TableGame,
} from "../../optimizer/sharing/index.ts";

/** What the keys divide by, as `allRules` takes it. */
export type KeyData = Pick<RuleOptions, "tonnes" | "inhabitants" | "room" | "capacityShare" | "target">;

export type ReadGame =
  | { readonly status: "ready"; readonly game: TableGame; readonly keys: KeyData; readonly warnings: Problem[] }
  | { readonly status: "faulty"; readonly problems: Problem[] };

/** So many faulty values are named one by one; a table may have millions. */
const MOST_NAMED = 40;

type Fields = Readonly<Record<string, unknown>>;

/** @param value the parsed JSON */
export function readGame(value: unknown): ReadGame {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return faulty([
      fault("game.shape", {}, "The file is not one game.", "Give an object with players, kind and values."),
    ]);
  const fields = value as Fields;
  const problems = [...playerProblems(fields), ...kindProblems(fields)];
  const names = problems.length === 0 ? (fields.players as string[]) : null;
  problems.push(...valueProblems(fields, names));
  if (names !== null) problems.push(...keyProblems(fields, names.length));
  if (names === null || hasErrors(problems)) return faulty(problems);
  const game = tableGame({
    players: names,
    kind: fields.kind as GameKind,
    values: fields.values as (number | string)[],
  });
  return { status: "ready", game, keys: keysOf(fields), warnings: subadditivity(game) };
}

function faulty(problems: Problem[]): ReadGame {
  return { status: "faulty", problems };
}

function fault(code: string, place: Problem["place"], cause: string, action: string): Problem {
  return { code, severity: "error", place, cause, action };
}

function playerProblems({ players }: Fields): Problem[] {
  const place = { field: "players" };
  if (!Array.isArray(players) || players.length === 0)
    return [fault("game.players", place, "There is no list of players.", "Name everybody who takes part.")];
  const problems = players.flatMap((name: unknown, i) => {
    const at = { field: `players[${i}]` };
    if (typeof name !== "string" || name.trim() === "")
      return [fault("game.players", at, "A player has no name.", "Give every player a name.")];
    if (players.indexOf(name) === i) return [];
    return [fault("game.players", at, `"${name}" stands twice.`, "Give each player a name of its own.")];
  });
  if (players.length <= MOST_PLAYERS_IN_A_TABLE) return problems;
  const cause = `${players.length} players have 2^${players.length} groups; a table is kept for at most ${MOST_PLAYERS_IN_A_TABLE}.`;
  return [
    ...problems,
    fault("game.players", place, cause, "Join players that always act together, or leave some out."),
  ];
}

function kindProblems({ kind }: Fields): Problem[] {
  if (kind === "cost" || kind === "profit") return [];
  const cause =
    kind === undefined ? "It is not said what the values are." : `${JSON.stringify(kind)} is no kind of game.`;
  return [
    fault("game.kind", { field: "kind" }, cause, 'Write "cost" for what groups pay, "profit" for what they gain.'),
  ];
}

/** @param names `null` when the players cannot be trusted; then only what needs none is looked at */
function valueProblems({ values }: Fields, names: readonly string[] | null): Problem[] {
  if (!Array.isArray(values))
    return [
      fault("game.values", { field: "values" }, "There is no list of values.", "Give one value per group, by bitmask."),
    ];
  const problems: Problem[] = [];
  for (let s = 0; s < values.length && problems.length <= MOST_NAMED; s++) {
    const problem = valueProblem(values[s], s, names);
    if (problem !== null) problems.push(problem);
  }
  if (problems.length > MOST_NAMED) {
    problems.length = MOST_NAMED;
    const place = { field: "values" };
    problems.push(
      fault("game.values", place, `More than ${MOST_NAMED} values are faulty.`, "Mend these first; the rest follows."),
    );
  }
  return names === null ? problems : [...problems, ...lengthProblems(values.length, names)];
}

function valueProblem(value: unknown, coalition: number, names: readonly string[] | null): Problem | null {
  const place = { field: `values[${coalition}]`, ...(names === null ? {} : { id: groupName(coalition, names) }) };
  if (value === null || value === undefined || value === "")
    return fault("game.missing", place, "The value of this group is missing.", "Fill it in.");
  const number = typeof value === "number" || typeof value === "string" ? parseFraction(value) : null;
  if (number === null || !Number.isFinite(toNumber(number)))
    return fault(
      "game.value",
      place,
      `${JSON.stringify(value)} is not a number.`,
      'Give a finite number, or a fraction as text such as "7/3".',
    );
  if (coalition === 0 && number.n !== 0n)
    return fault("game.empty", place, `Nobody would pay ${String(value)}.`, "Set values[0] to 0.");
  return null;
}

function lengthProblems(given: number, names: readonly string[]): Problem[] {
  const needed = 2 ** names.length;
  if (given === needed) return [];
  const place = { field: "values" };
  const counts = `${names.length} players have ${needed} groups (2^${names.length}, nobody included), the table has ${given} values.`;
  if (given > needed)
    return [fault("game.length", place, counts, "Remove what is too much, or name the missing players.")];
  const first = `Missing from values[${given}] on, which is ${groupName(given, names)}.`;
  return [fault("game.length", place, `${counts} ${first}`, "Give one value per group.")];
}

function keyProblems(fields: Fields, players: number): Problem[] {
  const lists = ["tonnes", "inhabitants", "capacity"].flatMap((field) => weightProblems(fields[field], field, players));
  const { capacityShare, nearestTo } = fields;
  if (capacityShare !== undefined && !(typeof capacityShare === "number" && capacityShare >= 0 && capacityShare <= 1))
    lists.push(
      fault("game.key", { field: "capacityShare" }, "It is not between 0 and 1.", "Give the part divided by capacity."),
    );
  if (nearestTo !== undefined && !NearestKey.safeParse(nearestTo).success)
    lists.push(
      fault(
        "game.key",
        { field: "nearestTo" },
        `${JSON.stringify(nearestTo)} is no key.`,
        `Give one of ${NearestKey.options.join(", ")}.`,
      ),
    );
  return lists;
}

function weightProblems(list: unknown, field: string, players: number): Problem[] {
  if (list === undefined) return [];
  const action = `Give one number of at least 0 per player, not all 0, or leave ${field} out.`;
  if (!Array.isArray(list) || list.length !== players) {
    const has = Array.isArray(list) ? `${list.length} values for ${players} players` : "no list";
    return [fault("game.key", { field }, `It has ${has}.`, action)];
  }
  const bad = list.flatMap((weight: unknown, i) =>
    typeof weight === "number" && Number.isFinite(weight) && weight >= 0
      ? []
      : [fault("game.key", { field: `${field}[${i}]` }, `${JSON.stringify(weight)} does not do.`, action)],
  );
  if (bad.length > 0 || list.some((weight) => weight > 0)) return bad;
  return [fault("game.key", { field }, "All are 0.", action)];
}

function keysOf({ tonnes, inhabitants, capacity, capacityShare, nearestTo }: Fields): KeyData {
  return Object.fromEntries(
    Object.entries({ tonnes, inhabitants, room: capacity, capacityShare, target: nearestTo }).filter(
      ([, value]) => value !== undefined,
    ),
  ) as KeyData;
}

function subadditivity(game: TableGame): Problem[] {
  const pair = findSuperadditivePair(game);
  // Sums of decimals are off by rounding; that is no fact of the game.
  if (pair === null || pair.surplus <= 1e-9 * game.scale) return [];
  const sign = game.kind === "cost" ? 1 : -1;
  const union = pair.first | pair.second;
  const value = (coalition: number) => sign * game.values[coalition]!;
  const [verb, comparison] = game.kind === "cost" ? ["costs", "only"] : ["gains", "even"];
  const cause =
    `${groupName(union, game.names)} ${verb} ${value(union)}, ` +
    `${groupName(pair.first, game.names)} and ${groupName(pair.second, game.names)} apart ${comparison} ${value(pair.first) + value(pair.second)}.`;
  return [
    {
      code: "game.notSubadditive",
      severity: "warning",
      place: { field: `values[${union}]` },
      cause,
      action: "Check the values: two groups can always go on apart. Shares are computed all the same.",
    },
  ];
}

/** `{Altdorf, Bergheim}`; long groups end with how many more there are. */
export function groupName(coalition: number, names: readonly string[], most = 8): string {
  const list = members(coalition).map((i) => names[i] ?? `${i}`);
  const shown = list.slice(0, most).join(", ");
  return `{${shown}${list.length > most ? `, and ${list.length - most} more` : ""}}`;
}
