/** What the scarce things are worth: dual prices of the joint plan as sentences. */
import type { ShadowPrice } from "../../domain/plan/plan.ts";
import { formatEuros } from "../../domain/money.ts";
import type { Region } from "../../domain/region/tables.ts";
import { grandCoalition, type FlowResult, type FlowSolver } from "../../optimizer/flow/index.ts";
import type { NamedFlowProblem } from "./named.ts";

/** Prices below this are noise of the LP. */
const LEAST_CENTS = 1;

/**
 * Duals of the joint plan with its campaigns and opened sites fixed: by how much the cost of the period falls with one
 * more unit, as long as the plan's structure holds.
 */
export function shadowPrices(
  region: Region,
  problem: NamedFlowProblem,
  solver: FlowSolver,
  joint: FlowResult,
): ShadowPrice[] {
  const { layout, rowDual, colDual } = solver.duals(grandCoalition(problem), joint.pattern);
  const centsOf = (row: number) => Math.round(-rowDual[row]! * 10_000) / 100;
  const prices = problem.weekNames.flatMap((week, w) => {
    const number = `KW ${Number(week.slice(6))}`;
    const facilities = region.facilities.map((f, i) => {
      const cents = centsOf(layout.rows.facility[w]![i]!);
      const sentence = `Eine Tonne mehr Annahme bei ${f.name} in ${number} ist ${formatEuros(cents)} wert.`;
      return { kind: "facilityCapacity" as const, id: f.id, week, centsPerUnit: cents, unit: "t", sentence };
    });
    const vehicles = region.vehicles.map((v, i) => {
      const cents = Math.round(-colDual[layout.hours[w]![i]!]! * 10_000) / 100;
      const sentence = `Eine Stunde mehr mit ${v.name} in ${number} ist ${formatEuros(cents)} wert.`;
      return { kind: "vehicleHours" as const, id: v.id, week, centsPerUnit: cents, unit: "h", sentence };
    });
    const storages = region.storages.map((s, i) => {
      const cents = centsOf(layout.rows.room[w]![i]!);
      const point = region.collectionPoints.find((p) => p.id === s.pointId)!;
      const stream = region.streams.find((row) => row.id === s.streamId)!;
      const sentence = `Ein Kubikmeter mehr Platz für ${stream.name} in ${point.name} in ${number} ist ${formatEuros(cents)} wert.`;
      return { kind: "storage" as const, id: s.id, week, centsPerUnit: cents, unit: "m³", sentence };
    });
    return [...facilities, ...vehicles, ...storages];
  });
  const minimum = region.facilities.map((f, i) => {
    const cents = -centsOf(layout.rows.minimum[i]!);
    const sentence = `Eine Tonne weniger Mindestmenge bei ${f.name} ist ${formatEuros(cents)} wert.`;
    return {
      kind: "minimumQuantity" as const,
      id: f.id,
      week: problem.weekNames[0]!,
      centsPerUnit: cents,
      unit: "t",
      sentence,
    };
  });
  return [...prices, ...minimum].filter((p) => p.centsPerUnit >= LEAST_CENTS);
}
