/** Ids and weeks that a flow plan names, and rows that stand twice. Every other rule needs them sound. */
import type { FlowPlan } from "../../../domain/plan/flowPlan.ts";
import type { Problem } from "../../../domain/problem.ts";
import { differs, finding } from "../finding.ts";
import type { Facts } from "./facts.ts";

export function checkReferences(plan: FlowPlan, facts: Facts): Problem[] {
  const { storages, facilities, vehicles, shredders, points } = facts;
  const known = new Map<string, ReadonlyMap<string, unknown>>(
    Object.entries({
      storageId: storages,
      facilityId: facilities,
      vehicleId: vehicles,
      shredderId: shredders,
      pointId: points,
    }),
  );
  const tables = {
    hauls: plan.hauls,
    shreddings: plan.shreddings,
    campaigns: plan.campaigns,
    vehicleWeeks: plan.vehicleWeeks,
    stocks: plan.stocks,
  };
  const findings = Object.entries(tables).flatMap(([table, rows]) =>
    rows.flatMap((row, k) => checkRow(row, `${facts.label}.${table}[${k}]`, known, facts.weeks)),
  );
  findings.push(...checkSites(plan, facts), ...checkMembers(plan, facts));
  findings.push(
    ...checkTwice(plan.campaigns, facts, "campaigns", (c) => `${c.week} ${c.pointId} ${c.shredderId}`),
    ...checkTwice(plan.vehicleWeeks, facts, "vehicleWeeks", (v) => `${v.week} ${v.vehicleId}`),
    ...checkTwice(plan.stocks, facts, "stocks", (s) => `${s.week} ${s.storageId}`),
  );
  return findings;
}

function checkRow(
  row: object,
  id: string,
  known: ReadonlyMap<string, ReadonlyMap<string, unknown>>,
  weeks: readonly string[],
): Problem[] {
  return Object.entries(row).flatMap(([field, value]: [string, unknown]) => {
    if (field === "week" && !weeks.includes(String(value))) {
      return [
        finding(
          "check.flow.week",
          { id, field },
          `${String(value)} is not a week of the period ${weeks.join(", ")}.`,
          "Use a week of the period.",
        ),
      ];
    }
    const table = known.get(field);
    if (table === undefined || table.has(String(value))) return [];
    return [
      finding(
        "check.flow.unknown",
        { id, field },
        `The region has no ${field} "${String(value)}".`,
        "Check the plan against the region it was made for.",
      ),
    ];
  });
}

function checkSites({ openedSites }: FlowPlan, { facilities, label }: Facts): Problem[] {
  return openedSites.flatMap((site, k) => {
    const place = { id: `${label}.openedSites[${k}]` };
    const facility = facilities.get(site);
    if (facility === undefined)
      return [
        finding(
          "check.flow.unknown",
          place,
          `The region has no facility "${site}".`,
          "Check the plan against the region it was made for.",
        ),
      ];
    if (facility.status !== "candidate")
      return [
        finding(
          "check.flow.site",
          place,
          `"${site}" is ${facility.status}, not a candidate site.`,
          "Only candidates are opened.",
        ),
      ];
    if (openedSites.indexOf(site) < k)
      return [finding("check.flow.twice", place, `"${site}" is opened twice.`, "Open it once.")];
    return [];
  });
}

function checkMembers(plan: FlowPlan, { members, label }: Facts): Problem[] {
  if (plan.members.join() === members.join()) return [];
  return [
    differs("check.flow.members", { id: label, field: "members" }, plan.members, members, "the group it stands for"),
  ];
}

function checkTwice<T>(rows: readonly T[], { label }: Facts, table: string, key: (row: T) => string): Problem[] {
  const seen = new Set<string>();
  return rows.flatMap((row, k) => {
    const before = seen.has(key(row));
    seen.add(key(row));
    return before
      ? [
          finding(
            "check.flow.twice",
            { id: `${label}.${table}[${k}]` },
            `There are two rows for ${key(row)}.`,
            "Make them one.",
          ),
        ]
      : [];
  });
}
