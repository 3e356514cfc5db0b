/** What a settlement says of each member; every figure with the tickets and tours that it comes from. */
import { distributeCents } from "../../domain/money.ts";
import { Fraction } from "../../domain/region/common.ts";
import {
  SETTLED_LINES,
  type CostItem,
  type Estimation,
  type SettledMember,
  type SettledTicket,
  type SettledTour,
} from "../../domain/settlement/settlement.ts";
import { apportion } from "../apportion.ts";
import { sum, sumParts } from "./attribute.ts";
import { aboard } from "./settledTickets.ts";
import type { ActualShares } from "./shares.ts";
import { memberOwed } from "./sums.ts";
import type { SettledWeek } from "./unloadings.ts";

export interface MembersInput {
  readonly weeks: readonly SettledWeek[];
  readonly items: readonly CostItem[];
  readonly tickets: readonly SettledTicket[];
  readonly tours: readonly SettledTour[];
  readonly divided: ActualShares;
  readonly soloCents: readonly number[];
  readonly guarantees: readonly number[];
  readonly estimation: Estimation;
  readonly advanceCents: ReadonlyMap<string, number>;
}

export function membersOf(input: MembersInput): SettledMember[] {
  const { weeks, items, divided, soloCents, guarantees, estimation } = input;
  const { region } = weeks[0]!;
  const ags = region.municipalities.map((m) => m.ags as string);
  const source = SETTLED_LINES.map((line) =>
    sumParts(
      ags,
      items.filter((item) => item.line === line).map((i) => i.parts),
    ),
  );
  const byLine = sharesByLine(divided, items);
  const tours = toursByMember(input, ags);
  return region.municipalities.map((m, i) => {
    const shareCents = divided.shares[i]!;
    const own = (some: readonly CostItem[]): number =>
      sum(some.filter((item) => memberOwed(region, item) === m.ags).map(({ cents }) => cents));
    const contributionCents = own(items.filter(({ line }) => line === "contributions"));
    const providedCents = own(items.filter(({ line }) => line !== "contributions"));
    const estimationCents = estimation.members[i]!.cents;
    const advanceCents = input.advanceCents.get(m.ags) ?? 0;
    return {
      ...{ ags: m.ags, name: m.name, population: m.population },
      ...massOf(m.ags, input.tickets, region.municipalities.length),
      ...tours[i]!,
      lines: SETTLED_LINES.map((line, l) => ({ line, sourceCents: source[l]![i]!, shareCents: byLine[i]![l]! })),
      soloCents: soloCents[i]!,
      ruleShareCents: divided.ruleShares[i]!,
      guaranteeCents: guarantees[i]!,
      guaranteeOf: guarantees[i]! < soloCents[i]! ? "agreement" : "standAlone",
      topUpCents: divided.topUps[i]!,
      shareCents,
      savingCents: soloCents[i]! - shareCents,
      ...{ contributionCents, providedCents, estimationCents, advanceCents },
      balanceCents: shareCents + estimationCents - contributionCents - providedCents - advanceCents,
    };
  });
}

/** A share is broken down as the joint cost is; what the pool carries is taken from every line alike. */
function sharesByLine({ shares, poolCents }: ActualShares, items: readonly CostItem[]): number[][] {
  const lines = SETTLED_LINES.map((line) => sum(items.filter((item) => item.line === line).map(({ cents }) => cents)));
  return apportion([...shares, poolCents], lines).slice(0, -1);
}

function massOf(
  ags: string,
  tickets: readonly SettledTicket[],
  members: number,
): Pick<SettledMember, "weighedKg" | "plannedKg" | "fractions"> {
  const rows = tickets.flatMap((ticket) =>
    ticket.lots.flatMap((lot) => {
      const own = lot.parts.find((part) => part.ags === ags);
      if (own === undefined || members === 0) return [];
      const planned = distributeCents(
        lot.plannedKg,
        lot.parts.map((part) => part.value),
      );
      return [{ id: ticket.id, fraction: lot.fraction, kg: own.value, plannedKg: planned[lot.parts.indexOf(own)]! }];
    }),
  );
  return {
    weighedKg: sum(rows.map(({ kg }) => kg)),
    plannedKg: sum(rows.map(({ plannedKg }) => plannedKg)),
    fractions: Fraction.options.flatMap((fraction) => {
      const own = rows.filter((row) => row.fraction === fraction);
      return own.length === 0
        ? []
        : [{ fraction, weighedKg: sum(own.map(({ kg }) => kg)), ticketIds: [...new Set(own.map(({ id }) => id))] }];
    }),
  };
}

/** Way and time of the tours by mass aboard; they sum to those of the tours. */
function toursByMember(
  { tours, tickets, weeks }: MembersInput,
  ags: readonly string[],
): Pick<SettledMember, "distanceMetres" | "durationSeconds" | "tourIds">[] {
  const all = ags.map(() => ({ distanceMetres: 0, durationSeconds: 0, tourIds: [] as string[] }));
  for (const tour of tours) {
    const kg = aboard(
      tour,
      tickets,
      weeks.find((one) => one.week === tour.week)!,
    );
    const metres = distributeCents(tour.distanceMetres, kg);
    const seconds = distributeCents(tour.durationSeconds, kg);
    all.forEach((one, i) => {
      one.distanceMetres += metres[i]!;
      one.durationSeconds += seconds[i]!;
      if (kg[i]! > 0) one.tourIds.push(tour.id);
    });
  }
  return all;
}
