/** What holds for every settlement, to the cent and the kilogram. */
import { expect } from "vitest";
import type { Settlement } from "../../domain/settlement/settlement.ts";

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const sums = (parts: readonly { readonly value: number }[]): number => sum(parts.map(({ value }) => value));

export function checkSums(made: Settlement): void {
  for (const item of made.items) expect([item.id, sums(item.parts)]).toEqual([item.id, item.cents]);
  for (const { id, netKg, lots } of made.tickets) {
    expect([id, sum(lots.map(({ weighedKg }) => weighedKg))]).toEqual([id, netKg]);
    for (const lot of lots) expect([id, sums(lot.parts)]).toEqual([id, lot.weighedKg]);
  }
  const { members, costLines, jointCostCents, poolCents, providers, items } = made;
  expect(sum(items.map(({ cents }) => cents))).toBe(jointCostCents);
  expect(sum(costLines.map(({ cents }) => cents))).toBe(jointCostCents);
  expect(sum(providers.map(({ cents }) => cents))).toBe(jointCostCents);
  expect(sum(members.map(({ shareCents }) => shareCents)) + poolCents).toBe(jointCostCents);
  expect(sum(members.map(({ estimationCents }) => estimationCents))).toBe(0);
  expect(sum(members.map(({ weighedKg }) => weighedKg))).toBe(sum(made.tickets.map(({ netKg }) => netKg)));
  for (const m of members) {
    expect(m.shareCents).toBeLessThanOrEqual(m.guaranteeCents);
    expect(m.guaranteeCents).toBeLessThanOrEqual(m.soloCents);
    expect(m.ruleShareCents + m.topUpCents).toBe(m.shareCents);
    expect(sum(m.lines.map(({ shareCents }) => shareCents))).toBe(m.shareCents);
    expect(m.shareCents + m.estimationCents - m.contributionCents - m.providedCents - m.advanceCents).toBe(
      m.balanceCents,
    );
  }
  for (const { line, cents } of costLines)
    expect(sum(members.map((m) => m.lines.find((one) => one.line === line)!.sourceCents))).toBe(cents);
}
