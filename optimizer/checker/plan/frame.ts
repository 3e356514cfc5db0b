/** The frame of a plan: region, period, municipalities, forecast, assumptions. */
import type { Plan } from "../../../domain/plan/plan.ts";
import type { Problem } from "../../../domain/problem.ts";
import { addWeeks } from "../../../domain/week.ts";
import { differs, finding } from "../finding.ts";
import { partOfGroup, pointWeights, total } from "../flow/facts.ts";
import type { PlanContext } from "./context.ts";
import { checkDensities } from "./densities.ts";
import { checkForecastSpread } from "./forecastSpread.ts";
import { checkKeptFree } from "./keptFree.ts";

/** Without these everything else would be noise. */
export function checkFrame(context: PlanContext): Problem[] {
  return [
    ...checkRegion(context),
    ...checkPeriod(context.plan),
    ...checkMembers(context),
    ...checkForecast(context),
    ...checkForecastSpread(context.plan),
    ...checkDensities(context),
    ...checkKeptFree(context),
  ];
}

function checkRegion({ plan, region }: PlanContext): Problem[] {
  const findings: Problem[] = [];
  const { id, name } = region.settings;
  if (plan.region !== id)
    findings.push(differs("check.plan.region", { field: "region" }, plan.region, id, "region.json"));
  if (plan.regionName !== name)
    findings.push(differs("check.plan.region", { field: "regionName" }, plan.regionName, name, "region.json"));
  return findings;
}

function checkPeriod({ week, period }: Plan): Problem[] {
  const { firstWeek, lastWeek, weeks } = period;
  const findings: Problem[] = [];
  const compare = (field: string, stated: string, derived: string | undefined, from: string) => {
    if (stated !== derived) findings.push(differs("check.plan.period", { field }, stated, derived, from));
  };
  if (weeks.length === 0)
    return [
      finding("check.plan.period", { field: "period.weeks" }, "The period has no week.", "Plan at least one week."),
    ];
  compare("period.weeks[0]", weeks[0]!, week, "the planned week");
  compare("period.firstWeek", firstWeek, weeks[0], "the weeks");
  compare("period.lastWeek", lastWeek, weeks.at(-1), "the weeks");
  weeks.slice(1).forEach((next, k) => compare(`period.weeks[${k + 1}]`, next, weekAfter(weeks[k]!), "the week before"));
  return findings;
}

function weekAfter(week: string): string {
  try {
    return addWeeks(week, 1);
  } catch {
    return `(there is no week ${week})`;
  }
}

/** The same municipalities in the order of `municipalities.csv`, which is the order of players and of ties. */
function checkMembers({ plan, region }: PlanContext): Problem[] {
  const stated = plan.municipalities.map(({ ags, name, population }) => `${ags} ${name} ${population}`);
  const derived = region.municipalities.map(({ ags, name, population }) => `${ags} ${name} ${population}`);
  if (stated.join("\n") === derived.join("\n")) return [];
  return [differs("check.plan.members", { field: "municipalities" }, stated, derived, "municipalities.csv")];
}

/** Each storage once, every week; a storage of a closed point may be absent. */
function checkForecast({ plan, region }: PlanContext): Problem[] {
  const closed = new Set(region.collectionPoints.filter((p) => p.status === "closed").map((p) => p.id));
  const findings: Problem[] = [];
  for (const storage of region.storages) {
    const rows = plan.forecast.filter((f) => f.storageId === storage.id);
    if (rows.length === 1 || (rows.length === 0 && closed.has(storage.pointId))) continue;
    findings.push(
      finding(
        "check.plan.forecast",
        { id: storage.id, field: "forecast" },
        `The storage has ${rows.length} forecasts instead of one.`,
        "Give one forecast per storage.",
      ),
    );
  }
  plan.forecast.forEach((row, k) => {
    const place = { id: row.storageId, field: `forecast[${k}]` };
    if (!region.storages.some((s) => s.id === row.storageId))
      findings.push(
        finding(
          "check.plan.forecast",
          place,
          "The region has no such storage.",
          "Check the plan against the region it was made for.",
        ),
      );
    if (row.arrivalsKg.length !== plan.period.weeks.length)
      findings.push(
        differs(
          "check.plan.forecast",
          place,
          row.arrivalsKg.length,
          plan.period.weeks.length,
          "the weeks of the period",
        ),
      );
    if (
      row.observedAt !== null &&
      !region.reports.some(
        (r) => r.storageId === row.storageId && Date.parse(r.observedAt) === Date.parse(row.observedAt ?? ""),
      )
    ) {
      findings.push(
        finding(
          "check.plan.forecast",
          place,
          `There is no report of ${row.observedAt} for this storage.`,
          "Name the report that the stock rests on.",
        ),
      );
    }
  });
  return findings;
}

/** Arrivals by attribution and contributions, member by member. */
export function checkMemberFigures({ plan, region }: PlanContext): Problem[] {
  const arrivals = arrivalsByMember({ plan, region });
  return plan.municipalities.flatMap((member, i) => {
    const findings: Problem[] = [];
    const id = member.ags;
    if (member.forecastKg !== arrivals[i])
      findings.push(
        differs(
          "check.plan.forecastKg",
          { id, field: "forecastKg" },
          member.forecastKg,
          arrivals[i],
          "arrivals and service-shares.csv",
        ),
      );
    const brought = region.contributions.filter((c) => c.ags === id);
    const contribution = total(
      brought.map((c) => Math.round(c.quantityPerWeek * c.centsPerUnit * plan.period.weeks.length)),
    );
    if (member.contributionCents !== contribution)
      findings.push(
        differs(
          "check.plan.contribution",
          { id, field: "contributionCents" },
          member.contributionCents,
          contribution,
          "contributions.csv",
        ),
      );
    return findings;
  });
}

/** Kilograms over the period, in the order of the municipalities. */
export function arrivalsByMember({ plan, region }: Pick<PlanContext, "plan" | "region">): number[] {
  const sums = region.municipalities.map(() => 0);
  for (const { storageId, arrivalsKg } of plan.forecast) {
    const storage = region.storages.find((s) => s.id === storageId);
    const weights = pointWeights(region, storage?.pointId ?? "");
    region.municipalities.forEach((m, i) => {
      for (const kg of arrivalsKg) sums[i]! += partOfGroup(region, weights, kg, [m.ags]);
    });
  }
  return sums;
}

export function checkAssumptions({ plan, assumptions }: PlanContext): Problem[] {
  if (assumptions === undefined) return [];
  const key = (a: Plan["assumptions"][number]) => JSON.stringify([a.file, a.id, a.field, a.text, a.source]);
  const stated = new Set(plan.assumptions.map(key));
  const derived = new Set(assumptions.map(key));
  const place = { field: "assumptions" };
  return [
    ...[...derived]
      .filter((a) => !stated.has(a))
      .map((a) => finding("check.plan.assumption", place, `Not listed: ${a}.`, "List every unverified value.")),
    ...[...stated]
      .filter((a) => !derived.has(a))
      .map((a) =>
        finding(
          "check.plan.assumption",
          place,
          `Listed, but not an assumption of the region: ${a}.`,
          "Take it off the list.",
        ),
      ),
  ];
}
