/**
 * Whether `plan.json` is true: possible, priced to the cent, divided by its rules, worse for nobody. Everything is
 * derived again from the region and docs/model.md; one file per topic beside this one.
 */
import type { Assumption } from "../../../domain/plan/plan.ts";
import { Plan } from "../../../domain/plan/plan.ts";
import type { Problem } from "../../../domain/problem.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { isWeek } from "../../../domain/week.ts";
import { finding } from "../finding.ts";
import type { TravelBetween } from "../flow/facts.ts";
import { byId } from "../flow/facts.ts";
import type { DivisionContext, PlanContext } from "./context.ts";
import { checkAssumptions, checkFrame, checkMemberFigures } from "./frame.ts";
import { checkGame } from "./game.ts";
import { checkModelWeek, checkFlows, checkTotals } from "./money.ts";
import { checkPickups } from "./pickups.ts";
import { checkRules } from "./division/rules.ts";
import { checkShredderVisits } from "./shredderVisits.ts";
import { checkTours } from "./tours.ts";

export interface CheckPlanOptions {
  /** What the region leaves unverified, made by whoever can; compared with the plan's list. */
  readonly assumptions?: readonly Assumption[];
}

/**
 * @param plan a plan, or the parsed JSON of one
 * @param region valid; the folder that the plan was made for
 * @param travel metres and seconds between places of the region, called with the region's own coordinates only
 * @returns one finding per broken rule; codes are listed in docs/certificates.md. Empty when everything holds. Where the
 *   frame (schema, region, period, members, forecast) does not hold, only that, because the rest builds on it.
 */
export function checkPlan(
  plan: unknown,
  region: Region,
  travel: TravelBetween,
  options: CheckPlanOptions = {},
): Problem[] {
  const parsed = Plan.safeParse(plan);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) =>
      finding(
        "check.plan.schema",
        { field: issue.path.join(".") },
        `${issue.message}.`,
        "Give the plan.json that the plan command wrote.",
      ),
    );
  }
  const context: PlanContext = { plan: parsed.data, region, travel, ...options };
  if (!isWeek(parsed.data.week))
    return [
      finding(
        "check.plan.period",
        { field: "week" },
        `${parsed.data.week} is no ISO week.`,
        "Name a week such as 2026-W48.",
      ),
    ];
  const frame = checkFrame(context);
  if (frame.length > 0) return frame;
  return [
    ...checkMemberFigures(context),
    ...checkFlows(context),
    ...checkTotals(context),
    ...divisionFindings(context),
    ...checkWeek(context),
    ...checkAssumptions(context),
  ];
}

/**
 * Only how the joint cost is divided: the cost game, every rule with its cap and its proof, who pays what if a member stays away.
 * Costs are taken as the plan states them.
 */
export function checkDivision(plan: Plan, region: Region): Problem[] {
  return divisionFindings({ plan, region });
}

/** Rules need a sound game. */
function divisionFindings(context: DivisionContext): Problem[] {
  const game = checkGame(context.plan);
  const { players, values } = context.plan.game;
  const usable = values.length === 0 || values.length === 2 ** players.length;
  return usable && players.length === context.plan.municipalities.length ? [...game, ...checkRules(context)] : game;
}

function checkWeek(context: PlanContext): Problem[] {
  const vehicles = byId(context.region.vehicles);
  const known = context.plan.flow.joint.vehicleWeeks.every((row) => vehicles.has(row.vehicleId));
  return [
    ...checkTours(context),
    ...checkPickups(context),
    ...checkShredderVisits(context),
    ...(known ? checkModelWeek(context) : []),
  ];
}
