// A week of the Landkreis Saarlouis, weighed with all that goes wrong at weighbridges, settled, closed and corrected: every figure
// adds up to the cent, from the ticket to the account of the year and to what the municipality gets to read.
import { afterAll, beforeAll, expect, test } from "vitest";
import { Settlement } from "../../domain/settlement/settlement.ts";
import { readMemberSettlement } from "../../functions/usecases/documents/readDocuments.ts";
import { statementOf } from "../../functions/usecases/documents/statement.ts";
import { readLedger } from "../../functions/usecases/settlement/ledger.ts";
import { readSettlement } from "../../functions/usecases/settlement/readSettlement.ts";
import { documentTests } from "../support/closedDocuments.ts";
import { closedSaarlouis, type ClosedSaarlouis } from "../support/closedSaarlouis.ts";
import { checkSums } from "../support/settlementSums.ts";

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
let week: ClosedSaarlouis;
beforeAll(async () => {
  week = await closedSaarlouis({ corrected: true });
}, 300_000);
afterAll(() => week.close());

test("everything that goes wrong at a weighbridge is in the work list, each as what it is, and nothing is lost", () => {
  const { rows, items, tickets, settlement } = week;
  expect(rows.filter(({ fate }) => fate === "known")).toHaveLength(1);
  expect(rows.filter(({ fate }) => fate === "contradiction").map(({ ticketId }) => ticketId)).toEqual([
    items.find(({ code }) => code === "ticket.contradiction")!.place.ticketId,
  ]);
  const numbersOf = (code: string) => items.filter((one) => one.code === code).map(({ facts }) => facts["number"]);
  const { odd } = tickets;
  expect(numbersOf("ticket.unmatched")).toEqual([odd.unmatched]);
  expect(numbersOf("ticket.negativeNet")).toEqual([odd.negative]);
  expect(numbersOf("ticket.refused")).toEqual([odd.refused]);
  // By itself, or as one of several loads that nobody can tell apart.
  expect([...numbersOf("ticket.outlier"), ...numbersOf("ticket.ambiguous")]).toContain(odd.outlier);
  expect(items.filter(({ code }) => code === "tour.withoutWeighing").length).toBeGreaterThan(0);
  // Each load of the week has its ticket in the end, and no other ticket counts.
  const counted = settlement.tickets.map(({ number }) => number).sort();
  const loads = [...tickets.lines, ...tickets.late].map((line) => line.split(";")[0]!);
  expect(counted).toEqual([...new Set(loads)].filter((number) => !number.startsWith("9")).sort());
});

test("shares and pool are the joint cost, nobody pays more than alone, and the checker has no objection", () => {
  const { settlement } = week;
  checkSums(Settlement.parse(settlement));
  expect(settlement.members).toHaveLength(13);
  expect(settlement.poolCents).toBe(0);
  expect(sum(settlement.members.map(({ shareCents }) => shareCents))).toBe(settlement.jointCostCents);
  expect(settlement.jointCostCents).toBeLessThan(settlement.soloTotalCents);
  expect(settlement.game.findings).toEqual([]);
  const scored = settlement.estimation.members.filter(({ cents }) => cents !== 0);
  expect(scored.length).toBeGreaterThan(0);
});

test("a correction books the difference, and the account of the year is the sum of what was closed and corrected", async () => {
  const { ports, region, id, settlement, correction } = week;
  const view = await readSettlement(ports, region, id);
  expect(view.settlement).toEqual(settlement);
  expect(view.corrections).toEqual([correction]);
  const ledger = await readLedger(ports, region, 2026);
  expect(ledger.settlementIds).toEqual([id]);
  for (const member of ledger.members) {
    const closed = settlement.members.find(({ ags }) => ags === member.ags)!;
    const booked = correction!.bookings.filter(({ ags }) => ags === member.ags);
    expect(sum(member.entries.map(({ balanceCents }) => balanceCents))).toBe(member.balanceCents);
    expect(member.balanceCents).toBe(closed.balanceCents + sum(booked.map(({ differenceCents }) => differenceCents)));
    expect(member.yearShareCents).toBeLessThanOrEqual(member.soloCents);
  }
  const { members, jointCostCents, poolCents } = ledger;
  expect(sum(members.map(({ yearShareCents }) => yearShareCents)) + poolCents).toBe(jointCostCents);
});

test("what each municipality gets to read are the settlement's figures", async () => {
  const { ports, region, id, settlement } = week;
  const shares = await Promise.all(
    settlement.members.map(async ({ ags, shareCents, soloCents, balanceCents }) => {
      const question = { region, settlement: id, member: ags, reach: { kind: "region" } as const };
      const { view, names } = await readMemberSettlement(ports, question);
      const { figures } = statementOf(view, ags, names);
      expect(figures.map(([, cents]) => cents)).toEqual([shareCents, soloCents, Math.abs(balanceCents)]);
      return figures[0]![1];
    }),
  );
  expect(sum(shares)).toBe(settlement.jointCostCents);
});

documentTests(() => week);
