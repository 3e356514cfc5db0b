/** The settlement of a period: from matched tickets and driven tours to what everybody pays. docs/settlement.md explains it. */
import type { Region } from "../../domain/region/tables.ts";
import { DEFAULT_NEAREST } from "../../domain/sharing/keys.ts";
import type { CostItem, Settlement, SettledTicket } from "../../domain/settlement/settlement.ts";
import { DEFAULT_TERMS, type DatedPrice } from "../../domain/settlement/terms.ts";
import type { TourRecord } from "../../domain/settlement/tourRecord.ts";
import type { TravelBetween } from "../../optimizer/checker/index.ts";
import type { LpSolver } from "../../optimizer/lp/index.ts";
import type { Places, Travel } from "../places.ts";
import { roomByMember } from "../sharing/countyOfPlan.ts";
import { actualGame } from "./actualGame.ts";
import { sum, sumParts } from "./attribute.ts";
import { estimationAccount, estimationRows, spreadOfPlans } from "./estimation.ts";
import type { MatchedTicket } from "./matchTickets.ts";
import { membersOf } from "./members.ts";
import { noticesOf, type Uncapped } from "./notices.ts";
import { contributionItems, minimumItems, siteItems } from "./otherItems.ts";
import { linesOf, providersOf } from "./sums.ts";
import { settledTickets, settledTours } from "./settledTickets.ts";
import { actualShares, needsTable } from "./shares.ts";
import { shreddedApart } from "./shreddedApart.ts";
import { shreddingItems } from "./shreddingItems.ts";
import { ticketItems } from "./ticketItems.ts";
import { tourItems } from "./tourItems.ts";
import type { SettledWeek } from "./unloadings.ts";
import { vatOf } from "./vat.ts";

export interface SettleInput {
  /** Consecutive and published. */
  readonly weeks: readonly SettledWeek[];
  readonly matched: readonly MatchedTicket[];
  readonly tours: readonly TourRecord[];
  readonly dated: readonly DatedPrice[];
  /** In force for the period. */
  readonly agreement: (NonNullable<Settlement["agreement"]> & Pick<Settlement, "rule">) | null;
  /** By AGS, of an agreement on the period or more: what it leaves a member to pay at most, whatever comes. */
  readonly agreedCents: ReadonlyMap<string, number>;
  /** Why no agreed amount caps what members pay, where that is so. */
  readonly uncapped?: Uncapped;
  readonly advanceCents: ReadonlyMap<string, number>;
  /** Of the master data as they are now. */
  readonly terms?: Region["settings"]["settlement"];
  readonly places: Places;
  readonly travel: Travel;
  readonly lookup: TravelBetween;
  readonly engine: LpSolver;
  readonly inputsSha256: string;
}

export async function settle(input: SettleInput): Promise<Settlement> {
  const { weeks, engine } = input;
  const [first, last] = [weeks[0]!, weeks.at(-1)!];
  const { region } = first;
  const ags = region.municipalities.map((m) => m.ags as string);
  const regionOf = (week: string): Region => weeks.find((one) => one.week === week)?.region ?? region;
  const tickets = settledTickets(input.matched, regionOf);
  const tours = settledTours(weeks, input.tours, tickets);
  const kg = kgByMember(ags, tickets);
  const items = allItems(input, tickets, tours, kg);
  const jointCostCents = sum(items.map(({ cents }) => cents));
  const shredding = items.filter(({ line }) => line === "shredding");
  const early = shreddedApart(weeks, shredding, tickets);
  const apart = apartCents(ags, items, tickets).map((cents, i) => cents + early[i]!);
  const { rule: agreedRule, nearestTo = DEFAULT_NEAREST, capacityShare } = region.settings.allocation;
  const rule = input.agreement?.rule ?? agreedRule;
  const priced = await actualGame({
    ...{ region, weeks: weeks.map(({ week }) => week), engine, table: needsTable(rule, ags.length, weeks.length) },
    ...{ places: input.places, travel: input.travel, lookup: input.lookup },
    tickets: tickets.filter((ticket) => ticket.tourId !== null && !ticket.refused),
    haulageCents: sum(items.filter(({ line }) => line === "haulage" || line === "toll").map(({ cents }) => cents)),
  });
  const game = withApart(ags, priced, apart, jointCostCents);
  const guarantees = ags.map((one, i) => Math.min(game.soloCents[i]!, input.agreedCents.get(one) ?? Infinity));
  const divided = actualShares(
    {
      ...{ players: ags, jointCents: jointCostCents, standAloneCents: game.soloCents },
      ...{ values: game.values.length > 0 ? game.values : null, massKg: kg, nearestTo, capacityShare },
      examined: game.examined.map((one) => ({ members: one.members.map((m) => ags.indexOf(m)), cost: one.costCents })),
      ...{ population: region.municipalities.map((m) => m.population), roomLitres: roomByMember(region) },
    },
    rule,
    guarantees,
    engine,
  );
  const terms = input.terms ?? DEFAULT_TERMS;
  const rows = estimationRows(tickets, regionOf, spreadOfPlans(weeks));
  const estimation = estimationAccount(ags, kg, rows, terms.estimationCentsPerTonne);
  const members = membersOf({
    ...{ weeks, items, tickets, tours, divided, guarantees, estimation },
    ...{ soloCents: game.soloCents, advanceCents: input.advanceCents },
  });
  const providers = providersOf(region, items);
  return {
    ...{ schema: "gruenverbund/settlement/1", id: `${first.week}_${last.week}` },
    ...{ region: region.settings.id, regionName: region.settings.name },
    period: { firstWeek: first.week, lastWeek: last.week, weeks: weeks.map(({ week }) => week) },
    ...{ rule: divided.rule, nearestTo, agreement: agreementOf(input.agreement) },
    ...{ tickets, tours, items, costLines: linesOf(items), jointCostCents },
    ...{ soloTotalCents: sum(game.soloCents), poolCents: divided.poolCents, members, providers, estimation },
    vat: vatOf({ taxable: terms.taxable, ratePercent: terms.vatRatePercent, members, providers }),
    game,
    notices: noticesOf({ ...input, tickets, tours, agreedRule: rule, divided, priced, jointCostCents }),
    inputsSha256: input.inputsSha256,
  };
}

const kgByMember = (ags: readonly string[], tickets: readonly SettledTicket[]): number[] =>
  sumParts(
    ags,
    tickets.flatMap((ticket) => ticket.lots.map((lot) => lot.parts)),
  );

function allItems(
  { weeks, dated }: SettleInput,
  tickets: readonly SettledTicket[],
  tours: Settlement["tours"],
  kg: readonly number[],
): CostItem[] {
  const weekOf = (week: string): SettledWeek => weeks.find((one) => one.week === week) ?? weeks[0]!;
  return [
    ...tours.flatMap((tour) => tourItems(tour, tickets, weekOf(tour.week))),
    ...tickets.flatMap((ticket) => ticketItems(ticket, weekOf(ticket.week).region, dated)),
    ...weeks.flatMap(shreddingItems),
    ...minimumItems(weeks, tickets),
    ...weeks.flatMap((week) => siteItems(week, kg)),
    ...contributionItems(weeks, kg),
  ];
}

/** What a member causes in any group alike: refused loads, and what it brought by itself. By source. */
function apartCents(ags: readonly string[], items: readonly CostItem[], tickets: readonly SettledTicket[]): number[] {
  const own = new Set(tickets.filter(({ tourId }) => tourId === null).map(({ id }) => id));
  const apart = items.filter(
    ({ line, evidence }) => line === "refusedLoads" || (evidence.kind === "ticket" && own.has(evidence.id)),
  );
  return sumParts(
    ags,
    apart.map(({ parts }) => parts),
  );
}

const METHOD =
  "Mengenmodell des Plans mit den gewogenen Mengen, für jede Gruppe mit demselben Aufwand gerechnet; der Transport ist auf die Kosten der Touren gebracht.";

function withApart(
  ags: readonly string[],
  priced: Awaited<ReturnType<typeof actualGame>>,
  apart: readonly number[],
  jointCents: number,
): Settlement["game"] {
  const last = priced.values.length - 1;
  const values = priced.values.map((cents, group) =>
    group === last ? jointCents : cents + sum(apart.filter((_, i) => Math.floor(group / 2 ** i) % 2 === 1)),
  );
  return {
    ...{ players: [...ags], soloCents: priced.soloCents.map((cents, i) => cents + apart[i]!), values },
    examined: priced.examined.map(({ members, costCents }) => ({
      members: [...members],
      costCents: costCents + sum(members.map((one) => apart[ags.indexOf(one)]!)),
    })),
    ...{ modelJointCents: priced.modelJointCents + sum(apart), lowerBoundCents: priced.lowerBoundCents + sum(apart) },
    ...{ calibration: priced.calibration, method: METHOD, findings: priced.findings },
  };
}

const agreementOf = (agreement: SettleInput["agreement"]): Settlement["agreement"] =>
  agreement && { id: agreement.id, version: agreement.version, sha256: agreement.sha256, kind: agreement.kind };
