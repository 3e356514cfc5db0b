/** The cost game: anchored in the flow plans, closed under partition. docs/model.md, "The cost game". */
import type { Plan } from "../../../domain/plan/plan.ts";
import type { Problem } from "../../../domain/problem.ts";
import { differs, finding } from "../finding.ts";
import { agsOf } from "./context.ts";

/** Up to this many municipalities the whole table must be there. */
const TABLE_UP_TO = 13;

export function checkGame(plan: Plan): Problem[] {
  const { players, values } = plan.game;
  if (players.join() !== agsOf(plan).join())
    return [differs("check.game.players", { field: "game.players" }, players, agsOf(plan), "the municipalities")];
  if (values.length === 0 && players.length > TABLE_UP_TO) return checkExamined(plan);
  if (values.length !== 2 ** players.length) {
    return [
      differs(
        "check.game.length",
        { field: "game.values" },
        values.length,
        2 ** players.length,
        "the number of players",
      ),
    ];
  }
  return [...checkAnchors(plan), ...checkClosed(plan), ...checkExamined(plan)];
}

function checkAnchors({ game, municipalities, jointCostCents }: Plan): Problem[] {
  const anchors: [number, number, string][] = municipalities.map((m, i) => [
    2 ** i,
    m.standAloneCostCents,
    `the stand-alone cost of ${m.ags}`,
  ]);
  anchors.push([0, 0, "nobody"], [game.values.length - 1, jointCostCents, "jointCostCents"]);
  return anchors.flatMap(([coalition, derived, from]) => {
    const stated = game.values[coalition];
    return stated === derived
      ? []
      : [differs("check.game.anchor", { field: `game.values[${coalition}]` }, stated, derived, from)];
  });
}

/** Every coalition against every way to part it in two. The halves may themselves be parted, so this is every partition. */
function checkClosed({ game }: Plan): Problem[] {
  const { values } = game;
  const findings: Problem[] = [];
  for (let coalition = 1; coalition < values.length; coalition++) {
    for (let part = (coalition - 1) & coalition; part > (coalition ^ part); part = (part - 1) & coalition) {
      const apart = values[part]! + values[coalition ^ part]!;
      if (values[coalition]! <= apart) continue;
      const cause = `Costs ${values[coalition]}, its parts ${part} and ${coalition ^ part} together ${apart}.`;
      findings.push(
        finding(
          "check.game.notClosed",
          { field: `game.values[${coalition}]` },
          cause,
          "Close the game under partition.",
        ),
      );
      break;
    }
  }
  return findings;
}

function checkExamined(plan: Plan): Problem[] {
  const seen = new Set<string>();
  return plan.game.examined.flatMap(({ members, costCents }, k) => {
    const place = { id: members.join(" "), field: `game.examined[${k}]` };
    const unknown = members.filter((ags, i) => !agsOf(plan).includes(ags) || members.indexOf(ags) !== i);
    const key = [...members].sort().join();
    const again = seen.has(key);
    seen.add(key);
    if (unknown.length > 0 || members.length === 0)
      return [
        finding(
          "check.game.examined",
          place,
          `Not a group of municipalities: ${unknown.join(", ") || "empty"}.`,
          "Name each member once.",
        ),
      ];
    if (again) return [finding("check.game.examined", place, "The group is examined twice.", "List it once.")];
    const derived = knownCost(plan, members);
    return derived === undefined || derived === costCents
      ? []
      : [differs("check.game.anchor", place, costCents, derived, "the flow plans or the table")];
  });
}

/** What the plan says elsewhere about the cost of a group. */
function knownCost(plan: Plan, members: readonly string[]): number | undefined {
  if (members.length === plan.municipalities.length) return plan.jointCostCents;
  if (members.length === 1) return plan.municipalities.find((m) => m.ags === members[0])?.standAloneCostCents;
  if (plan.game.values.length === 0) return undefined;
  return plan.game.values[members.reduce((mask, ags) => mask + 2 ** plan.game.players.indexOf(ags), 0)];
}
