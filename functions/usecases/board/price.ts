/** What a command would cost and break, before it is done. */
import type { HandTour } from "../../../domain/routing/handPlan.ts";
import { priceMove, tourOf } from "../../../optimizer/routing/index.ts";
import type { BoardWeek } from "./boardWeek.ts";
import { hindrances, moveOf, type BoardState } from "./state.ts";
import { faultOf, shownViolation } from "./violations.ts";
import type { BoardCommand, BoardPrice, BoardRefusal } from "./view.ts";

export function priceCommand(week: BoardWeek, state: BoardState, command: BoardCommand): BoardPrice | BoardRefusal {
  const problems = hindrances(week, state, command);
  if (problems.length > 0) return { kind: "problem", problems };
  if (command.kind !== "move" && command.kind !== "remove")
    return { kind: "price", costCents: 0, deltaCents: 0, violations: [], solved: [] };
  const { deltaCents, violations, violationsBefore, tours } = priceMove(state.board, moveOf(week, command));
  const [before, now] = [new Set(violationsBefore.map(faultOf)), new Set(violations.map(faultOf))];
  const prizeCents = week.problem.clients[week.client.get(command.stop)!]!.prizeCents ?? 0;
  const missedCents =
    (command.kind === "move" ? 0 : prizeCents) - (isServed(week, state, command.stop) ? 0 : prizeCents);
  const after = tours.map(({ route }) => withoutBreaks(tourOf(route)));
  return {
    kind: "price",
    deltaCents,
    costCents: deltaCents - missedCents,
    violations: violations.filter((one) => !before.has(faultOf(one))).map((one) => shownViolation(week, after, one)),
    solved: violationsBefore
      .filter((one) => !now.has(faultOf(one)))
      .map((one) => shownViolation(week, state.board.tours, one)),
  };
}

/** A tour that was touched names no breaks of its own: its violations count its stops without those that were added. */
function withoutBreaks(tour: HandTour): HandTour {
  return { ...tour, stops: tour.stops.filter(({ kind }) => kind !== "break") };
}

function isServed({ client }: BoardWeek, { board }: BoardState, load: string): boolean {
  const index = client.get(load)!;
  return board.tours.some(({ stops }) => stops.some((stop) => stop.kind === "client" && stop.index === index));
}
