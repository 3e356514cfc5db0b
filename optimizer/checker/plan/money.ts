/** Totals, tables and shares: every sum of plan.json that others read. */
import { COST_LINES, EMISSION_LINES } from "../../../domain/plan/flowPlan.ts";
import type { Problem } from "../../../domain/problem.ts";
import type { CheckCode } from "../codes.ts";
import { apart, differs, finding, roundingSlack } from "../finding.ts";
import { checkFlowPlan } from "../flow/flowPlan.ts";
import { total } from "../flow/facts.ts";
import { shiftPattern } from "../flow/haulage.ts";
import { holds, showInterval, sumOfRounded } from "../flow/interval.ts";
import { agsOf, type PlanContext } from "./context.ts";

/** The joint flow plan and that of every municipality alone, each under the same rules. */
export function checkFlows({ plan, region, travel }: PlanContext): Problem[] {
  const { joint, standAlone } = plan.flow;
  const shared = {
    region,
    travel,
    forecast: plan.forecast,
    weeks: plan.period.weeks,
    calibration: plan.haulage.calibration,
  };
  const strangers = Object.keys(standAlone).filter((ags) => !agsOf(plan).includes(ags));
  return [
    ...checkFlowPlan(joint, { ...shared, members: agsOf(plan), label: "flow.joint" }),
    ...agsOf(plan).flatMap((ags) => {
      const alone = standAlone[ags];
      if (alone === undefined)
        return [
          finding(
            "check.plan.standAlone",
            { id: ags, field: "flow.standAlone" },
            "There is no plan of the municipality alone.",
            "Plan it alone.",
          ),
        ];
      return checkFlowPlan(alone, { ...shared, members: [ags], label: `flow.standAlone.${ags}` });
    }),
    ...strangers.map((ags) =>
      finding(
        "check.plan.standAlone",
        { id: ags, field: "flow.standAlone" },
        "Planned alone, but no municipality of the plan.",
        "Leave it out.",
      ),
    ),
  ];
}

export function checkTotals(context: PlanContext): Problem[] {
  return [
    ...checkJointAndAlone(context),
    ...checkCostTable(context),
    ...checkShares(context),
    ...checkEmissionTable(context),
    ...checkHaulageTotals(context),
    ...checkLoop(context),
  ];
}

function compare(
  code: CheckCode,
  id: string,
  field: string,
  stated: number,
  derived: number | undefined,
  from: string,
): Problem[] {
  return derived !== undefined && !apart(stated, derived)
    ? []
    : [differs(code, id === "" ? { field } : { id, field }, stated, derived, from)];
}

function checkJointAndAlone({ plan }: PlanContext): Problem[] {
  const { joint, standAlone } = plan.flow;
  return [
    ...compare("check.plan.jointCost", "", "jointCostCents", plan.jointCostCents, joint.costCents, "flow.joint"),
    ...plan.municipalities.flatMap((m) =>
      compare(
        "check.plan.standAloneCost",
        m.ags,
        "standAloneCostCents",
        m.standAloneCostCents,
        standAlone[m.ags]?.costCents,
        `flow.standAlone.${m.ags}`,
      ),
    ),
    ...compare(
      "check.plan.standAloneTotal",
      "",
      "standAloneTotalCents",
      plan.standAloneTotalCents,
      total(plan.municipalities.map((m) => m.standAloneCostCents)),
      "the municipalities",
    ),
  ];
}

function checkCostTable({ plan }: PlanContext): Problem[] {
  const alone = Object.values(plan.flow.standAlone);
  const findings = COST_LINES.flatMap((line) => {
    const rows = plan.costLines.filter((row) => row.line === line);
    const [row] = rows;
    if (row === undefined || rows.length > 1)
      return [
        finding(
          "check.plan.costLines",
          { id: line, field: "costLines" },
          `The line stands ${rows.length} times.`,
          "List every line once.",
        ),
      ];
    return [
      ...compare(
        "check.plan.costLines",
        line,
        "jointCents",
        row.jointCents,
        plan.flow.joint.costLines[line],
        "flow.joint",
      ),
      ...compare(
        "check.plan.costLines",
        line,
        "standAloneCents",
        row.standAloneCents,
        total(alone.map((a) => a.costLines[line])),
        "flow.standAlone",
      ),
    ];
  });
  return findings;
}

/** Sum exact, nobody worse than alone, saving and payment follow. */
function checkShares({ plan }: PlanContext): Problem[] {
  const { shares } = plan.allocation;
  const findings = plan.municipalities.flatMap((m) => [
    ...compare("check.plan.share", m.ags, "shareCents", m.shareCents, shares[m.ags], "allocation.shares"),
    ...compare(
      "check.plan.saving",
      m.ags,
      "savingCents",
      m.savingCents,
      m.standAloneCostCents - m.shareCents,
      "the stand-alone cost less the share",
    ),
    ...compare(
      "check.plan.payment",
      m.ags,
      "paymentCents",
      m.paymentCents,
      m.shareCents - m.contributionCents,
      "the share less the contribution",
    ),
    ...(m.shareCents <= m.standAloneCostCents ? [] : [worseThanAlone(m.ags, m.shareCents, m.standAloneCostCents)]),
  ]);
  findings.push(
    ...compare(
      "check.plan.shareSum",
      "",
      "municipalities[].shareCents",
      total(plan.municipalities.map((m) => m.shareCents)),
      plan.jointCostCents,
      "jointCostCents",
    ),
  );
  const strangers = Object.keys(shares).filter((ags) => !agsOf(plan).includes(ags));
  findings.push(
    ...strangers.map((ags) =>
      finding(
        "check.plan.share",
        { id: ags, field: "allocation.shares" },
        "Has a share, but is no municipality of the plan.",
        "Leave it out.",
      ),
    ),
  );
  return findings;
}

function worseThanAlone(ags: string, share: number, alone: number): Problem {
  return finding(
    "check.plan.worseThanAlone",
    { id: ags, field: "shareCents" },
    `Pays ${share} cents together and would pay ${alone} alone.`,
    "Cap the share at the stand-alone cost.",
  );
}

function checkEmissionTable({ plan }: PlanContext): Problem[] {
  const { lines, jointKgCo2e, standAloneKgCo2e } = plan.emissions;
  const alone = Object.values(plan.flow.standAlone);
  const near = (id: string, field: string, stated: number, derived: number): Problem[] =>
    apart(stated, derived, roundingSlack(derived))
      ? [differs("check.plan.emissions", { id, field }, stated, derived, "the flow plans")]
      : [];
  const findings = EMISSION_LINES.flatMap((line) => {
    const rows = lines.filter((row) => row.line === line);
    const [row] = rows;
    if (row === undefined || rows.length > 1)
      return [
        finding(
          "check.plan.emissions",
          { id: line, field: "emissions.lines" },
          `The line stands ${rows.length} times.`,
          "List every line once.",
        ),
      ];
    return [
      ...near(line, "jointKgCo2e", row.jointKgCo2e, plan.flow.joint.emissionLines[line]),
      ...near(line, "standAloneKgCo2e", row.standAloneKgCo2e, total(alone.map((a) => a.emissionLines[line]))),
    ];
  });
  const unknown = lines.filter((row) => !(EMISSION_LINES as readonly string[]).includes(row.line));
  findings.push(
    ...unknown.map((row) =>
      finding(
        "check.plan.emissions",
        { id: row.line, field: "emissions.lines" },
        "There is no such line.",
        "Leave it out.",
      ),
    ),
  );
  findings.push(
    ...near(
      "emissions",
      "jointKgCo2e",
      jointKgCo2e,
      total(EMISSION_LINES.map((line) => plan.flow.joint.emissionLines[line])),
    ),
  );
  findings.push(
    ...near(
      "emissions",
      "standAloneKgCo2e",
      standAloneKgCo2e,
      total(alone.flatMap((a) => EMISSION_LINES.map((line) => a.emissionLines[line]))),
    ),
  );
  return findings;
}

function checkHaulageTotals({ plan }: PlanContext): Problem[] {
  const routed = total(plan.routes.map((route) => route.costCents));
  return compare(
    "check.plan.routedWeek",
    "haulage",
    "routedWeekCents",
    plan.haulage.routedWeekCents,
    routed,
    "the costs of the routes",
  );
}

/** The plan is made of the pass that really costs least, or of an earlier one; what other passes cost is taken as stated. */
function checkLoop({ plan }: PlanContext): Problem[] {
  const { loop } = plan.haulage;
  if (loop === undefined) return [];
  const { costCents, costLines } = plan.flow.joint;
  const { passes, chosen } = loop;
  const pass = passes[chosen];
  const other = costCents - costLines.haulage - costLines.toll;
  const holds =
    pass !== undefined &&
    pass.listCents === costCents &&
    passes.every((one) => one.realCents >= one.routedCents + one.leftCents) &&
    pass.realCents === other + pass.routedCents + pass.leftCents &&
    pass.realCents <= passes[0]!.realCents &&
    Math.abs(total(loop.points.map((p) => p.routedCents)) - pass.routedCents) <= loop.points.length;
  if (holds) return [];
  return [
    finding(
      "check.plan.loop",
      { id: "haulage", field: "loop" },
      `Pass ${chosen} of ${passes.length} does not belong to the joint plan, or really costs more than the first.`,
      "Name the pass that the plan is made of.",
    ),
  ];
}

/** What the joint flow says that hauling costs in the planned week, toll included. */
export function checkModelWeek({ plan, region }: PlanContext): Problem[] {
  const rows = plan.flow.joint.vehicleWeeks.filter((row) => row.week === plan.week);
  const derived = sumOfRounded(
    rows.flatMap(({ vehicleId, durationSeconds, distanceMetres }) => {
      const vehicle = region.vehicles.find((v) => v.id === vehicleId)!;
      const { shiftSeconds } = shiftPattern(vehicle);
      return [
        (durationSeconds * vehicle.centsPerHour) / 3600,
        shiftSeconds === 0 ? 0 : (durationSeconds * vehicle.fixedCentsPerShift) / shiftSeconds,
        (distanceMetres * vehicle.centsPerKm) / 1000,
        (distanceMetres * vehicle.tollCentsPerKm * vehicle.tollShare) / 1000,
      ];
    }),
  );
  if (holds(derived, plan.haulage.modelWeekCents)) return [];
  return [
    differs(
      "check.plan.modelWeek",
      { id: "haulage", field: "modelWeekCents" },
      plan.haulage.modelWeekCents,
      showInterval(derived),
      "flow.joint in the planned week",
    ),
  ];
}
