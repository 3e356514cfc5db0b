/** Containers on board along one route, and the spares that all routes take from the yards. */
import type { Problem } from "../../domain/problem.ts";
import type { RoutingProblem } from "../../domain/routing/problem.ts";
import type { Route, Stop } from "../../domain/routing/solution.ts";
import { finding } from "./finding.ts";

interface Full {
  readonly client: number;
  readonly type: number;
  /** It goes back to its client. */
  readonly returns: boolean;
  emptied: boolean;
}

interface Board {
  empties: number[];
  fulls: Full[];
  /** Taken from each yard, by type. */
  readonly taken: Map<number, number[]>;
  readonly findings: Problem[];
}

/** @param name how a route is named in findings */
export function checkContainers(
  problem: RoutingProblem,
  routes: readonly Route[],
  name: (route: Route) => string,
): Problem[] {
  if (problem.clients.every((client) => client.job === undefined)) return [];
  const boards = routes.map((route) => walk(problem, route, name(route)));
  return [...boards.flatMap((board) => board.findings), ...checkSpares(problem, routes, boards)];
}

function walk(problem: RoutingProblem, route: Route, id: string): Board {
  const { containerTypes = [], yards = [] } = problem;
  const vehicle = problem.vehicles[route.vehicle]!;
  const board: Board = { empties: containerTypes.map(() => 0), fulls: [], taken: new Map(), findings: [] };
  const report = (code: Parameters<typeof finding>[0], cause: string, action: string, stop?: number): void =>
    void board.findings.push(finding(code, { id: stop === undefined ? id : `${id}, stop ${stop}` }, cause, action));
  const limit = (stop?: number): void => {
    const types = [
      ...board.fulls.map((full) => full.type),
      ...board.empties.flatMap((n, t) => Array(n).fill(t)),
    ] as number[];
    const used = types.reduce((sum, type) => sum + containerTypes[type]!.slots, 0);
    if (used > (vehicle.slots ?? 0))
      report("check.route.slots", `${used} slots in use; the vehicle has ${vehicle.slots ?? 0}.`, "Carry fewer.", stop);
  };
  if (route.startEmpties !== undefined) {
    const yard = yards.findIndex(({ location }) => location === vehicle.startLocation);
    if (yard < 0) report("check.route.noYard", "Starts with empty containers where no yard is.", "Call at a yard.");
    else exchange(board, yard, route.startEmpties);
    limit();
  }
  route.stops.forEach((stop, k) => {
    const wrong = visit(problem, stop, board);
    if (wrong !== null) report(wrong.code, wrong.cause, wrong.action, k);
    limit(k);
  });
  for (const full of board.fulls)
    report("check.route.notReturned", `Ends with the container of client ${full.client} on board.`, "Bring it back.");
  const endsAtYard = yards.some(({ location }) => location === vehicle.endLocation);
  if (!endsAtYard && board.empties.some((count) => count > 0))
    report("check.route.noYard", "Ends with empty containers where no yard is.", "Leave them at a yard.");
  return board;
}

interface Wrong {
  readonly code: "check.route.noEmpty" | "check.route.notReturned";
  readonly cause: string;
  readonly action: string;
}

function visit(problem: RoutingProblem, { kind, index, empties = [] }: Stop, board: Board): Wrong | null {
  if (kind === "yard") exchange(board, index, empties);
  if (kind === "facility") emptyAll(board);
  if (kind === "return") return bringBack(board, index);
  return kind === "client" ? doJob(problem, index, board) : null;
}

function doJob(problem: RoutingProblem, client: number, board: Board): Wrong | null {
  const { job } = problem.clients[client]!;
  if (job === undefined) return null;
  const { kind, containerType: type } = job;
  if (kind !== "deliver") board.fulls.push({ client, type, returns: kind === "emptyAndReturn", emptied: false });
  if (kind !== "swap" && kind !== "deliver") return null;
  board.empties[type]!--;
  if (board.empties[type]! >= 0) return null;
  board.empties[type] = 0;
  const cause = `Client ${client} gets an empty container of type ${type}, and none is on board.`;
  return { code: "check.route.noEmpty", cause, action: "Take one at a yard before." };
}

function bringBack(board: Board, client: number): Wrong | null {
  const at = board.fulls.findIndex((full) => full.client === client && full.returns && full.emptied);
  if (at >= 0) board.fulls.splice(at, 1);
  if (at >= 0) return null;
  const cause = `Sets down a container at client ${client} that is not on board, not empty, or not to come back.`;
  return { code: "check.route.notReturned", cause, action: "Take it, empty it, then bring it back." };
}

function emptyAll(board: Board): void {
  for (const full of board.fulls) full.emptied = true;
  for (const full of board.fulls) if (!full.returns) board.empties[full.type]!++;
  board.fulls = board.fulls.filter((full) => full.returns);
}

function exchange(board: Board, yard: number, after: readonly number[]): void {
  const before = board.empties;
  const taken = board.taken.get(yard) ?? before.map(() => 0);
  board.taken.set(
    yard,
    taken.map((count, type) => count + Math.max(0, (after[type] ?? 0) - before[type]!)),
  );
  board.empties = before.map((_, type) => after[type] ?? 0);
}

function checkSpares(problem: RoutingProblem, routes: readonly Route[], boards: readonly Board[]): Problem[] {
  return (problem.yards ?? []).flatMap(({ sparesPerDay }, yard) =>
    Array.from({ length: problem.days }, (_, day) => day).flatMap((day) =>
      sparesPerDay.flatMap((spares, type) => {
        const today = boards.filter((_, k) => routes[k]!.day === day);
        const taken = today.reduce((sum, board) => sum + (board.taken.get(yard)?.[type] ?? 0), 0);
        if (spares === null || taken <= spares) return [];
        const cause = `${taken} containers of type ${type} are taken on day ${day}; ${spares} are there.`;
        return [finding("check.route.spares", { id: `yard ${yard}` }, cause, "Take fewer, or on another day.")];
      }),
    ),
  );
}
