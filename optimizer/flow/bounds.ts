/**
 * Narrows the model of the grand coalition to one group by bounds alone, so that an LP session keeps its basis from
 * group to group.
 */
import type { LpSession } from "../lp/index.ts";
import type { FlowLayout } from "./layout.ts";
import { CONTRACTOR, hasMember, isUsable, sum, type FlowLot, type FlowProblem, type FlowStorage } from "./problem.ts";

/** Whether a lot's material is the group's. */
export function ownsLot(problem: FlowProblem, lot: FlowLot, coalition: number): boolean {
  return hasMember(coalition, problem.parts[lot.part]!.member);
}

/** Part of a point that belongs to the group. */
export function pointShare(problem: FlowProblem, point: number, coalition: number): number {
  const parts = problem.parts.filter((p) => p.point === point && hasMember(coalition, p.member));
  return Math.min(1, sum(parts.map((p) => p.share)));
}

/** What may be full at the end of a week. */
export function usableM3({ roomM3, keptFreeM3 }: FlowStorage, week: number): number {
  return roomM3 - (keptFreeM3?.[week] ?? 0);
}

function materialKg(lot: FlowLot): number {
  return lot.openingKg + sum(lot.arrivalsKg);
}

/** Part of the region's material that belongs to the group; its part of every public facility. */
export function materialShare(problem: FlowProblem, coalition: number): number {
  const all = sum(problem.lots.map(materialKg));
  return all === 0 ? 0 : sum(problem.lots.filter((lot) => ownsLot(problem, lot, coalition)).map(materialKg)) / all;
}

/** Kilograms a week that the group may bring to a facility. */
export function facilityLimitKg(problem: FlowProblem, facility: number, coalition: number, share: number): number {
  const { owner, weeklyCapacityKg } = problem.facilities[facility]!;
  if (!isUsable(owner, coalition)) return 0;
  // A group may have no material at all, a facility no limit.
  return owner < 0 && weeklyCapacityKg < Infinity ? weeklyCapacityKg * share : weeklyCapacityKg;
}

/** Whether a facility's minimum quantity binds the group. */
export function isBound(problem: FlowProblem, facility: number, coalition: number): boolean {
  const { holders, minimumKg } = problem.facilities[facility]!;
  if (minimumKg <= 0) return false;
  return Array.from({ length: problem.members }, (_, m) => m).some(
    (m) => hasMember(holders, m) && hasMember(coalition, m),
  );
}

export interface Narrowing {
  apply(session: LpSession, coalition: number): void;
}

/** Prepares the changes once for a layout; `apply` hands them to the session in one call. */
export function narrowing(problem: FlowProblem, layout: FlowLayout): Narrowing {
  const rows = Int32Array.from(changingRows(layout)).sort();
  const at = new Map(Array.from(rows, (row, i) => [row, i] as const));
  const lower = new Float64Array(rows.length);
  const upper = new Float64Array(rows.length);
  const set: SetRow = (row, from, to) => {
    const i = at.get(row)!;
    lower[i] = from;
    upper[i] = to;
  };
  return {
    apply(session, coalition) {
      setMaterial(problem, layout, coalition, set);
      setAccess(problem, layout, coalition, set);
      session.setRowBounds(rows, lower, upper);
    },
  };
}

function changingRows(layout: FlowLayout): number[] {
  const { looseBalance, room, facility, minimum, closing } = layout.rows;
  return [...looseBalance.flat(), ...room.flat(), ...facility.flat(), ...minimum, ...closing];
}

type SetRow = (row: number, lower: number, upper: number) => void;

function setMaterial(problem: FlowProblem, layout: FlowLayout, coalition: number, set: SetRow): void {
  const { looseBalance, room, closing } = layout.rows;
  problem.lots.forEach((lot, i) => {
    const part = ownsLot(problem, lot, coalition) ? 1 / 1000 : 0;
    for (let w = 0; w < problem.weeks; w++) {
      const arrives = (lot.arrivalsKg[w]! + (w === 0 ? lot.openingKg : 0)) * part;
      set(looseBalance[w]![i]!, arrives, arrives);
    }
    set(closing[i]!, -Infinity, lot.openingKg * part);
  });
  problem.storages.forEach((storage, s) => {
    const share = pointShare(problem, storage.point, coalition);
    for (let w = 0; w < problem.weeks; w++) set(room[w]![s]!, -Infinity, usableM3(storage, w) * share);
  });
}

function setAccess(problem: FlowProblem, layout: FlowLayout, coalition: number, set: SetRow): void {
  const share = materialShare(problem, coalition);
  problem.facilities.forEach((facility, f) => {
    const limit = facilityLimitKg(problem, f, coalition, share) / 1000;
    for (let w = 0; w < problem.weeks; w++) set(layout.rows.facility[w]![f]!, -Infinity, limit);
    set(layout.rows.minimum[f]!, isBound(problem, f, coalition) ? facility.minimumKg / 1000 : -Infinity, Infinity);
  });
}

/** Which whole decisions are fixed: campaigns by [week][shredder][part] and opened candidate sites. */
export interface Pattern {
  readonly campaigns: readonly (readonly (readonly boolean[])[])[];
  readonly opened: readonly boolean[];
}

/** `fixed`: what the pattern names is done and paid. `allowed`: it may be done. */
export type PatternUse = "fixed" | "allowed";

/**
 * Bounds the whole-number columns by a pattern as far as it concerns the group, or only by what the group may use
 * (`null`). What the pattern does not name stays undone.
 */
export function boundPattern(
  open: { readonly problem: FlowProblem; readonly layout: FlowLayout; readonly session: LpSession },
  coalition: number,
  pattern: Pattern | null,
  use: PatternUse,
): void {
  const { problem, layout, session } = open;
  const bounds = new Map<number, { lower: number; upper: number }>();
  const fix = (column: number, on: boolean) =>
    bounds.set(column, { lower: on && pattern !== null && use === "fixed" ? 1 : 0, upper: on ? 1 : 0 });
  for (let w = 0; w < problem.weeks; w++) {
    problem.shredders.forEach((shredder, k) => {
      const usable = isUsable(shredder.owner, coalition);
      problem.parts.forEach((part, p) =>
        fix(
          layout.campaign[w]![k]![p]!,
          usable && hasMember(coalition, part.member) && (pattern?.campaigns[w]![k]![p] ?? true),
        ),
      );
    });
  }
  problem.facilities.forEach((facility, f) => {
    if (facility.candidateCents !== null) fix(layout.opened[f]!, pattern?.opened[f] ?? true);
  });
  problem.vehicles.forEach((vehicle, v) => {
    const hours = !isUsable(vehicle.owner, coalition)
      ? 0
      : vehicle.owner === CONTRACTOR
        ? Infinity
        : vehicle.weeklySeconds / 3600;
    for (let w = 0; w < problem.weeks; w++) bounds.set(layout.hours[w]![v]!, { lower: 0, upper: hours });
  });
  const columns = Int32Array.from(bounds.keys()).sort();
  session.setColumnBounds(
    columns,
    Float64Array.from(columns, (c) => bounds.get(c)!.lower),
    Float64Array.from(columns, (c) => bounds.get(c)!.upper),
  );
}
