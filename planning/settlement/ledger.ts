/**
 * The account of a year: unlucky weeks even out. The rule's shares and the guarantees of all periods are added up and the guarantee
 * is kept over the year as a whole: who was relieved in one period pays back out of what it saved in another, never more than alone.
 */
import type { Ledger, LedgerEntry } from "../../domain/settlement/ledger.ts";
import type { Correction, SettledMember, SettlementView } from "../../domain/settlement/settlement.ts";
import { capAtStandAlone } from "../../optimizer/sharing/index.ts";
import { sum } from "./attribute.ts";

/** @param views closed settlements of the year, oldest first; @param current each as its corrections left it */
export function ledgerOf(
  region: string,
  year: number,
  views: readonly SettlementView[],
  current: readonly SettlementView["settlement"][],
): Ledger {
  const names = new Map(current.flatMap(({ members }) => members.map((m) => [m.ags, m.name])));
  const ags = [...names.keys()].sort();
  const of = (pick: (member: SettledMember) => number): number[] =>
    ags.map((one) => sum(current.map(({ members }) => picked(members, one, pick))));
  const [shares, rules, guarantees] = [
    of((m) => m.shareCents),
    of((m) => m.ruleShareCents),
    of((m) => m.guaranteeCents),
  ];
  const jointCostCents = sum(current.map((one) => one.jointCostCents));
  const outcome = capAtStandAlone(rules, guarantees, jointCostCents);
  const yearShares = outcome.status === "capped" ? outcome.shares : guarantees;
  const [kg, solo] = [of((m) => m.weighedKg), of((m) => m.soloCents)];
  const [estimation, balance] = [of((m) => m.estimationCents), of((m) => m.balanceCents)];
  return {
    ...{ schema: "gruenverbund/ledger/1", region, year, settlementIds: current.map(({ id }) => id), jointCostCents },
    periodPoolCents: jointCostCents - sum(shares),
    poolCents: jointCostCents - sum(yearShares),
    members: ags.map((one, i) => ({
      ...{ ags: one, name: names.get(one)!, entries: entriesOf(one, views) },
      ...{ weighedKg: kg[i]!, soloCents: solo[i]!, shareCents: shares[i]!, yearShareCents: yearShares[i]! },
      equalisationCents: yearShares[i]! - shares[i]!,
      ...{ estimationCents: estimation[i]!, balanceCents: balance[i]! },
    })),
  };
}

const picked = (members: readonly SettledMember[], ags: string, pick: (member: SettledMember) => number): number => {
  const member = members.find((one) => one.ags === ags);
  return member === undefined ? 0 : pick(member);
};

function entriesOf(ags: string, views: readonly SettlementView[]): LedgerEntry[] {
  return views.flatMap(({ settlement, closed, corrections }) => {
    const member = settlement.members.find((one) => one.ags === ags);
    if (member === undefined || closed === null) return [];
    const { weighedKg, soloCents, ruleShareCents, shareCents, estimationCents, balanceCents } = member;
    const first: LedgerEntry = {
      ...{ kind: "settlement", id: settlement.id, at: closed.closedAt },
      ...{ weighedKg, soloCents, ruleShareCents, shareCents, estimationCents, balanceCents },
    };
    return [first, ...corrections.map((one) => correctionEntry(ags, one))];
  });
}

function correctionEntry(ags: string, { settlementId, number, at, bookings }: Correction): LedgerEntry {
  const own = bookings.filter((booking) => booking.ags === ags);
  const change = (figure: string): number =>
    sum(own.filter((booking) => booking.figure === figure).map(({ differenceCents }) => differenceCents));
  return {
    ...{ kind: "correction", id: `${settlementId}/${number}`, at, weighedKg: 0, soloCents: 0, ruleShareCents: 0 },
    ...{ shareCents: change("share"), estimationCents: change("estimation") },
    balanceCents: sum(own.map(({ differenceCents }) => differenceCents)),
  };
}
