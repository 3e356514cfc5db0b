/** Every rule of division computed again, cap included. docs/model.md, "Shares". */
import { distributeCents, roundToTotal } from "../../../domain/money.ts";
import type { Plan, RuleResult } from "../../../domain/plan/plan.ts";
import type { Problem } from "../../../domain/problem.ts";
import type { AllocationRule } from "../../../domain/region/settings.ts";
import { differs, finding } from "../finding.ts";
import { shareOfPoint, total } from "../flow/facts.ts";
import { agsOf, type PlanContext } from "./context.ts";
import { arrivalsByMember } from "./frame.ts";
import { checkBlocking } from "./blocking.ts";
import { shapleyByDividends } from "./shapleyByDividends.ts";

/** Millionths of a cent: below, real numbers are noise. */
const GRAIN = 1_000_000;

export function checkRules(context: PlanContext): Problem[] {
  const { rules } = context.plan.allocation;
  return [
    ...checkListOfRules(context),
    ...rules.flatMap((result) => [...checkRule(context, result), ...checkBlocking(context.plan, result)]),
    ...checkChosen(context),
  ];
}

function checkListOfRules({ plan }: PlanContext): Problem[] {
  const expected: AllocationRule[] =
    plan.game.values.length > 0 ? ["tonnes", "twoPart", "shapley"] : ["tonnes", "twoPart"];
  const listed = plan.allocation.rules.map((r) => r.rule);
  return expected
    .filter((rule) => listed.filter((r) => r === rule).length !== 1)
    .map((rule) =>
      finding(
        "check.rule.missing",
        { id: rule, field: "allocation.rules" },
        `The rule stands ${listed.filter((r) => r === rule).length} times.`,
        "Show every rule once.",
      ),
    );
}

/** The chosen rule is the region's, where it can be computed, and its shares are the allocation. */
function checkChosen({ plan, region }: PlanContext): Problem[] {
  const { rule, rules, shares } = plan.allocation;
  const agreed = region.settings.allocation.rule;
  const findings: Problem[] = [];
  if (rule !== agreed && rules.some((r) => r.rule === agreed))
    findings.push(differs("check.rule.chosen", { field: "allocation.rule" }, rule, agreed, "region.json"));
  const chosen = rules.find((r) => r.rule === rule);
  for (const ags of agsOf(plan)) {
    if (shares[ags] === chosen?.shares[ags] && shares[ags] !== undefined) continue;
    findings.push(
      differs(
        "check.rule.allocation",
        { id: ags, field: "allocation.shares" },
        shares[ags],
        chosen?.shares[ags],
        `the rule ${rule}`,
      ),
    );
  }
  return findings;
}

function checkRule(context: PlanContext, result: RuleResult): Problem[] {
  const { plan } = context;
  const key = keyShares(context, result.rule);
  if (key === null) {
    return [
      finding(
        "check.rule.noTable",
        { id: result.rule },
        "The rule needs the cost of every coalition, and the plan has no table.",
        "Leave the rule out.",
      ),
    ];
  }
  const derived = capped(key, plan);
  const findings = agsOf(plan).flatMap((ags, i) => {
    const stated = result.shares[ags];
    return stated === derived.shares[i]
      ? []
      : [
          differs(
            "check.rule.shares",
            { id: result.rule, field: `shares.${ags}` },
            stated,
            derived.shares[i],
            "the rule and the cap at the stand-alone cost",
          ),
        ];
  });
  if (derived.capped.join() !== [...result.cappedAtStandAlone].join()) {
    findings.push(
      differs(
        "check.rule.capped",
        { id: result.rule, field: "cappedAtStandAlone" },
        result.cappedAtStandAlone,
        derived.capped,
        "the rule before the cap",
      ),
    );
  }
  const strangers = Object.keys(result.shares).filter((ags) => !agsOf(plan).includes(ags));
  return [
    ...findings,
    ...strangers.map((ags) =>
      finding(
        "check.rule.shares",
        { id: result.rule, field: `shares.${ags}` },
        "Is no municipality of the plan.",
        "Leave it out.",
      ),
    ),
  ];
}

/** Shares before the cap, in the order of the municipalities; `null` when the rule has no data. */
function keyShares(context: PlanContext, rule: AllocationRule): number[] | null {
  const { plan, region } = context;
  const mass = arrivalsByMember(context);
  if (rule === "tonnes") return distributeCents(plan.jointCostCents, mass);
  if (rule === "twoPart")
    return twoPartShares(plan.jointCostCents, roomByMember(context), mass, region.settings.allocation.capacityShare);
  const players = plan.game.players.length;
  return plan.game.values.length === 2 ** players ? shapleyByDividends(plan.game.values, players) : null;
}

/** Litres of storage by attribution. */
function roomByMember({ plan, region }: PlanContext): number[] {
  return agsOf(plan).map((ags) =>
    total(region.storages.map((s) => shareOfPoint(region, s.pointId, [ags]) * s.units * s.volumeLitres)),
  );
}

function twoPartShares(
  cents: number,
  room: readonly number[],
  mass: readonly number[],
  capacityShare: number,
): number[] {
  const part = (weights: readonly number[], i: number) =>
    total(weights) > 0 ? weights[i]! / total(weights) : 1 / weights.length;
  const exact = room.map((_, i) => cents * (capacityShare * part(room, i) + (1 - capacityShare) * part(mass, i)));
  return roundToTotal(
    exact.map((share) => Math.round(share * GRAIN) / GRAIN),
    cents,
  );
}

/** What is above the stand-alone cost is cut and carried by the others by their room below theirs. */
function capped(key: readonly number[], plan: Plan): { shares: number[]; capped: string[] } {
  const alone = plan.municipalities.map((m) => m.standAloneCostCents);
  const over = key.map((share, i) => Math.max(0, share - alone[i]!));
  const room = key.map((share, i) => Math.max(0, alone[i]! - share));
  const carried = distributeCents(total(over), room);
  const shares = key.map((share, i) => share - over[i]! + (total(over) > 0 ? carried[i]! : 0));
  return { shares, capped: agsOf(plan).filter((_, i) => over[i]! > 0) };
}
