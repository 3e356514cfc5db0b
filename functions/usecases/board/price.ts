/** What a command would cost and break, before it is done. */
import { priceMove } from "../../../optimizer/routing/index.ts";
import type { BoardWeek } from "./boardWeek.ts";
import { after, hindrances, moveOf, type BoardState } from "./state.ts";
import { faultOf, shownViolation } from "./violations.ts";
import type { BoardCommand, BoardPrice, BoardRefusal } from "./view.ts";

export function priceCommand(week: BoardWeek, state: BoardState, command: BoardCommand): BoardPrice | BoardRefusal {
  const problems = hindrances(week, state, command);
  if (problems.length > 0) return { kind: "problem", problems };
  if (command.kind !== "move" && command.kind !== "remove")
    return { kind: "price", costCents: 0, deltaCents: 0, violations: [], solved: [] };
  const { deltaCents, violations, violationsBefore } = priceMove(state.board, moveOf(week, command));
  const [before, now] = [new Set(violationsBefore.map(faultOf)), new Set(violations.map(faultOf))];
  const then = after(week, state, command);
  const prizeCents = week.problem.clients[week.client.get(command.stop)!]!.prizeCents ?? 0;
  const wasServed = isServed(week, state, command.stop);
  const missedCents = (isServed(week, then, command.stop) ? 0 : prizeCents) - (wasServed ? 0 : prizeCents);
  return {
    kind: "price",
    deltaCents,
    costCents: deltaCents - missedCents,
    violations: violations
      .filter((one) => !before.has(faultOf(one)))
      .map((one) => shownViolation(week, then.board.tours, one)),
    solved: violationsBefore
      .filter((one) => !now.has(faultOf(one)))
      .map((one) => shownViolation(week, state.board.tours, one)),
  };
}

function isServed({ client }: BoardWeek, { board }: BoardState, load: string): boolean {
  const index = client.get(load)!;
  return board.tours.some(({ stops }) => stops.some((stop) => stop.kind === "client" && stop.index === index));
}
