/** The shredder's visits: what the joint flow shreds, no faster than its machines can, and before it is fetched. */
import type { Problem } from "../../../domain/problem.ts";
import type { Shredder } from "../../../domain/region/fleet.ts";
import { addDays, daysBetween, mondayOf } from "../../../domain/week.ts";
import { differs, finding } from "../finding.ts";
import { total } from "../flow/facts.ts";
import type { PlanContext } from "./context.ts";

const WORKING_DAYS = 5;
/** Hours that fit but for floating-point noise fit. */
const SLACK_HOURS = 1e-6;

export function checkShredderVisits(context: PlanContext): Problem[] {
  return [
    ...checkVisits(context),
    ...context.region.shredders.flatMap((shredder) => checkHours(context, shredder)),
    ...checkReady(context),
  ];
}

/** Visits by shredder and point: what the joint flow shreds there in the first week. */
function checkVisits({ plan, region }: PlanContext): Problem[] {
  const pointOf = (storageId: string) => region.storages.find((s) => s.id === storageId)?.pointId ?? "";
  const shredded = plan.flow.joint.shreddings
    .filter((s) => s.week === plan.week)
    .map((s) => ({ key: `${s.shredderId} at ${pointOf(s.storageId)}`, massKg: s.massKg }));
  const visits = plan.shredderVisits.map((v) => ({ key: `${v.shredderId} at ${v.pointId}`, massKg: v.massKg }));
  const sumOf = (rows: readonly { key: string; massKg: number }[], key: string) =>
    total(rows.filter((r) => r.key === key).map((r) => r.massKg));
  const findings = [...new Set([...shredded, ...visits].map((r) => r.key))].flatMap((key) => {
    const [stated, derived] = [sumOf(visits, key), sumOf(shredded, key)];
    const known = shredded.some((s) => s.key === key);
    return known && stated === derived
      ? []
      : [
          differs(
            "check.visit.mass",
            { id: key, field: "shredderVisits" },
            stated,
            derived,
            "flow.joint in the planned week",
          ),
        ];
  });
  const monday = mondayOf(plan.week);
  const outside = plan.shredderVisits.filter((v) => v.date < monday || v.date > addDays(monday, 6));
  return [
    ...findings,
    ...outside.map((v) =>
      finding(
        "check.visit.date",
        { id: `${v.shredderId} at ${v.pointId}`, field: "date" },
        `${v.date} is not in week ${plan.week}.`,
        "Come within the week.",
      ),
    ),
  ];
}

/** By the end of each day no more is done than the machines paid for can do, each its weekly hours over five days. */
function checkHours({ plan }: PlanContext, shredder: Shredder): Problem[] {
  const monday = mondayOf(plan.week);
  const visits = plan.shredderVisits.filter((v) => v.shredderId === shredder.id);
  const hoursBy = (day: number) =>
    total(visits.filter((v) => daysBetween(monday, v.date) <= day).map((v) => v.massKg)) /
    1000 /
    shredder.tonnesPerHour;
  const machines = Math.max(1, Math.ceil(hoursBy(WORKING_DAYS) / shredder.hoursPerWeek - SLACK_HOURS));
  for (let day = 0; day < WORKING_DAYS; day++) {
    const able = (machines * shredder.hoursPerWeek * (day + 1)) / WORKING_DAYS;
    if (hoursBy(day) <= able + SLACK_HOURS) continue;
    return [
      finding(
        "check.visit.hours",
        { id: `${shredder.id} ${addDays(monday, day)}`, field: "shredderVisits" },
        `${hoursBy(day).toFixed(1)} hours of work are said to be done, ${machines} machine(s) can have worked ${able.toFixed(1)}.`,
        "Date the visit on the day it ends.",
      ),
    ];
  }
  return [];
}

/** Shredded loads wait for the shredder: what is ready at a point by a day was shredded there on the days before. */
function checkReady({ plan }: PlanContext): Problem[] {
  const shredded = plan.pickups.filter((p) => p.form === "shredded");
  const moments = new Set(shredded.map((p) => `${p.pointId} ${p.earliestDate}`));
  return [...moments].flatMap((moment) => {
    const [pointId, date] = moment.split(" ") as [string, string];
    const taken = total(shredded.filter((p) => p.pointId === pointId && p.earliestDate <= date).map((p) => p.massKg));
    const ready = total(plan.shredderVisits.filter((v) => v.pointId === pointId && v.date < date).map((v) => v.massKg));
    if (taken <= ready) return [];
    return [
      finding(
        "check.pickup.notShredded",
        { id: moment, field: "earliestDate" },
        `${taken} kg are ready by then; the shredder has done ${ready} kg before.`,
        "Fetch it the day after the shredder, or later.",
      ),
    ];
  });
}
