/** Whether every position that a yearly plan names exists, and nothing is said twice. */
import type { YearPlan } from "../../../../domain/year/plan.ts";
import type { Report } from "./codes.ts";

/** Without sound references nothing else can be looked at. */
export function checkReferences({ problem, decisions }: YearPlan, report: Report): boolean {
  let sound = true;
  const unknown = (what: string, at: number) => {
    sound = false;
    report("check.year.reference", what, `There is no ${what} at position ${at}.`);
  };
  const within = (what: string, at: number, list: readonly unknown[]) => {
    if (at >= list.length) unknown(what, at);
  };
  const rows = (what: string, list: readonly unknown[], length: number) => {
    if (list.length !== length) unknown(`${what} for each of ${length}`, list.length);
  };
  const { weeks, periods, points, stores, facilities, options, shredders, products, buyers } = problem;
  rows("period", problem.periodOfWeek, weeks.length);
  for (const t of problem.periodOfWeek) within("period", t, periods);
  rows("row of distances", problem.pointMetres, points.length);
  for (const row of problem.pointMetres) rows("distance", row, points.length);
  for (const { closing } of points) if (closing !== null) within("point", closing.receiver, points);
  for (const store of stores) {
    within("point", store.point, points);
    rows("arrival", store.arrivalsKg, weeks.length);
    rows("safety", store.safetyM3, weeks.length);
  }
  for (const { store, parts } of options) {
    within("store", store, stores);
    for (const { facility, yields } of parts) {
      within("facility", facility, facilities);
      for (const { product } of yields) within("product", product, products);
    }
  }
  for (const { depotMetres } of shredders) rows("way from the depot", depotMetres, points.length);
  for (const { product, demandKg, haulageCentsPerTonne } of buyers) {
    within("product", product, products);
    rows("demand", demandKg, periods.length);
    rows("haulage of a product", haulageCentsPerTonne, facilities.length);
  }
  for (const { week, option } of decisions.hauls) {
    within("week", week, weeks);
    within("option", option, options);
  }
  for (const { week, store, shredder } of decisions.shreds) {
    within("week", week, weeks);
    within("store", store, stores);
    within("shredder", shredder, shredders);
  }
  for (const { week, shredder, stops } of decisions.rounds) {
    within("week", week, weeks);
    within("shredder", shredder, shredders);
    for (const { point } of stops) within("point", point, points);
  }
  for (const f of decisions.openSites) within("facility", f, facilities);
  for (const p of decisions.closedPoints) within("point", p, points);
  for (const { period, facility, buyer } of decisions.sales) {
    within("period", period, periods);
    within("facility", facility, facilities);
    within("buyer", buyer, buyers);
  }
  return sound;
}

export function checkTwice({ decisions }: YearPlan, report: Report): void {
  const once = (what: string, keys: readonly string[]) => {
    const seen = new Set<string>();
    for (const key of keys) {
      if (seen.has(key)) report("check.year.twice", `${what} ${key}`, "Two rows say the same thing.");
      seen.add(key);
    }
  };
  once(
    "haul",
    decisions.hauls.map((h) => `${h.week}/${h.option}`),
  );
  once(
    "shredding",
    decisions.shreds.map((s) => `${s.week}/${s.store}/${s.shredder}`),
  );
  once("site", decisions.openSites.map(String));
  once("closed point", decisions.closedPoints.map(String));
  once(
    "sale",
    decisions.sales.map((s) => `${s.period}/${s.facility}/${s.buyer}`),
  );
}
