/** Stocks: what was there, plus what came, less what was shredded and hauled. docs/model.md, "Material". */
import type { FlowPlan } from "../../../domain/plan/flowPlan.ts";
import type { Problem } from "../../../domain/problem.ts";
import { differs, finding } from "../finding.ts";
import { total, type Facts, type GroupStorage } from "./facts.ts";
import { holds, roundedBetween, showInterval, type WholeInterval } from "./interval.ts";

/** Stock of one storage at the end of one week, derived from the flows alone. */
export interface DerivedStock {
  readonly looseKg: number;
  readonly shreddedKg: number;
}

/** `[week]` for one storage. */
export function deriveStocks(plan: FlowPlan, facts: Facts, group: GroupStorage): DerivedStock[] {
  const id = group.storage.id;
  let looseKg = group.openingKg;
  let shreddedKg = 0;
  return facts.weeks.map((week, w) => {
    const shredded = total(plan.shreddings.filter((s) => s.week === week && s.storageId === id).map((s) => s.massKg));
    const hauls = plan.hauls.filter((h) => h.week === week && h.storageId === id);
    looseKg += group.arrivalsKg[w]! - shredded - total(hauls.filter((h) => h.form === "loose").map((h) => h.massKg));
    shreddedKg += shredded - total(hauls.filter((h) => h.form === "shredded").map((h) => h.massKg));
    return { looseKg, shreddedKg };
  });
}

/** What lies beyond the group's room less what is kept free of it, as kilograms of loose material. */
export function deriveOverflow(
  group: GroupStorage,
  week: number,
  { looseKg, shreddedKg }: DerivedStock,
): WholeInterval {
  const { looseKgPerM3, shreddedKgPerM3 } = group.stream;
  const beyondM3 = looseKg / looseKgPerM3 + shreddedKg / shreddedKgPerM3 - (group.roomM3 - group.keptFreeM3[week]!);
  const { low, high } = roundedBetween(beyondM3 * looseKgPerM3);
  return { low: Math.max(0, low), high: Math.max(0, high) };
}

/** A row that is missing stands for an empty storage. */
export function checkBalance(plan: FlowPlan, facts: Facts): Problem[] {
  return [...facts.storages.values()].flatMap((group) => {
    const derived = deriveStocks(plan, facts, group);
    return facts.weeks.flatMap((week, w) => checkStock(plan, facts, group, w, derived[w]!));
  });
}

function checkStock(
  plan: FlowPlan,
  { label, weeks }: Facts,
  group: GroupStorage,
  w: number,
  derived: DerivedStock,
): Problem[] {
  const week = weeks[w]!;
  const id = `${label}.stocks ${week} ${group.storage.id}`;
  const stated = plan.stocks.find((s) => s.week === week && s.storageId === group.storage.id) ?? {
    looseKg: 0,
    shreddedKg: 0,
    overflowKg: 0,
  };
  const findings: Problem[] = [];
  for (const field of ["looseKg", "shreddedKg"] as const) {
    if (derived[field] < 0) {
      findings.push(
        finding(
          "check.flow.negativeStock",
          { id, field },
          `The flows leave ${derived[field]} kg: more is taken away than there is.`,
          "Haul or shred less.",
        ),
      );
    } else if (stated[field] !== derived[field]) {
      findings.push(
        differs(
          "check.flow.balance",
          { id, field },
          stated[field],
          derived[field],
          "opening stock, arrivals, shredding and hauls",
        ),
      );
    }
  }
  const overflow = deriveOverflow(group, w, derived);
  if (!holds(overflow, stated.overflowKg)) {
    findings.push(
      differs(
        "check.flow.overflow",
        { id, field: "overflowKg" },
        stated.overflowKg,
        showInterval(overflow),
        "stock, room and what is kept free of it",
      ),
    );
  }
  return findings;
}
