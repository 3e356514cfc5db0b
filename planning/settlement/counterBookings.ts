/** What a correction books: the figures that stood are taken back, the new ones booked; only where they differ. */
import type { CounterBooking, SettledMember, Settlement } from "../../domain/settlement/settlement.ts";
import { canonicalJson } from "../../domain/canonicalJson.ts";

type Figures = Pick<SettledMember, "ags" | "shareCents" | "estimationCents" | "contributionCents" | "providedCents">;

const FIGURES = [
  ["share", "shareCents", 1],
  ["estimation", "estimationCents", 1],
  ["contribution", "contributionCents", -1],
  ["provided", "providedCents", -1],
] as const;

/** @param before figures as they stand, closed and corrected so far; members in the same order */
export function counterBookings(before: readonly Figures[], after: readonly Figures[]): CounterBooking[] {
  return after.flatMap((now, i) => {
    const old = before[i]!;
    return FIGURES.flatMap(([figure, field, sign]): CounterBooking[] =>
      old[field] === now[field]
        ? []
        : [
            {
              ...{ ags: now.ags, figure, reversedCents: 0 - old[field], bookedCents: now[field] },
              differenceCents: sign * (now[field] - old[field]),
            },
          ],
    );
  });
}

/** Tickets that are new, gone, or otherwise than before. */
export function changedTickets(before: Settlement, after: Settlement): string[] {
  const texts = ({ tickets }: Settlement) => new Map(tickets.map((ticket) => [ticket.id, canonicalJson(ticket)]));
  const [old, now] = [texts(before), texts(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((id) => old.get(id) !== now.get(id)).sort();
}
