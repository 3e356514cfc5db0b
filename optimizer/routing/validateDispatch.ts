/** What may be wrong with locks, frozen routes and a published plan. */
import type { Client, RoutingProblem } from "../../domain/routing/problem.ts";

export type Report = (code: string, id: string, field: string, cause: string, action: string) => void;

export function checkDispatch(problem: RoutingProblem, report: Report): void {
  problem.clients.forEach((client, index) => checkClientDispatch(problem, client, `client ${index}`, report));
  checkFrozen(problem, report);
  (problem.orderLocks ?? []).forEach((list, k) => {
    const place = `orderLocks[${k}]`;
    for (const client of list)
      if (problem.clients[client] === undefined) unknownClient("problem", place, client, report);
    if (new Set(list).size === list.length) return;
    report("badOrderLock", "problem", place, `A client stands twice in ${list.join(", ")}.`, "Name each client once.");
  });
}

function checkClientDispatch(problem: RoutingProblem, client: Client, id: string, report: Report): void {
  const { lock, published, daySets } = client;
  if (lock?.vehicle !== undefined) checkVehicleIndex(problem, id, "lock.vehicle", lock.vehicle, report);
  if (lock?.day !== undefined) checkDay(problem, id, "lock.day", lock.day, report);
  if (lock?.day !== undefined && daySets !== undefined) {
    const cause = "A day is locked, but the client is visited by day sets.";
    report("lockedDaySet", id, "lock.day", cause, "Leave only the day sets that hold the day.");
  }
  published?.visits.forEach((visit, k) => {
    checkVehicleIndex(problem, id, `published.visits[${k}].vehicle`, visit.vehicle, report);
    checkDay(problem, id, `published.visits[${k}].day`, visit.day, report);
  });
  if (published !== undefined && !(Number.isInteger(published.deviationCents) && published.deviationCents >= 0)) {
    const cause = `The value is ${published.deviationCents}.`;
    report("badAmount", id, "published.deviationCents", cause, "Give whole cents of at least 0.");
  }
}

function checkFrozen(problem: RoutingProblem, report: Report): void {
  const routes = new Set<string>();
  const taken = new Set<number>();
  (problem.frozenRoutes ?? []).forEach(({ vehicle, day, clients }, k) => {
    const place = `frozenRoutes[${k}]`;
    checkVehicleIndex(problem, "problem", `${place}.vehicle`, vehicle, report);
    checkDay(problem, "problem", `${place}.day`, day, report);
    const again = (cause: string): void =>
      report("frozenTwice", "problem", place, cause, "Freeze each route and client once.");
    if (routes.has(`${vehicle}/${day}`)) again(`Vehicle ${vehicle} has two frozen routes on day ${day}.`);
    routes.add(`${vehicle}/${day}`);
    if (problem.vehicles[vehicle]?.shifts[day] === null)
      report(
        "frozenDayOff",
        "problem",
        place,
        `Vehicle ${vehicle} has no shift on day ${day}.`,
        "Give it a shift that day.",
      );
    for (const client of clients) {
      if (problem.clients[client] === undefined) unknownClient("problem", place, client, report);
      if (taken.has(client)) again(`Client ${client} stands twice in frozen routes.`);
      taken.add(client);
      if (problem.clients[client]?.daySets === undefined) continue;
      const cause = `Client ${client} is visited by day sets.`;
      report("lockedDaySet", "problem", place, cause, "Make each of its visits a client of its own.");
    }
  });
}

function checkVehicleIndex(problem: RoutingProblem, id: string, field: string, vehicle: number, report: Report): void {
  if (problem.vehicles[vehicle] !== undefined) return;
  const cause = `Vehicle ${vehicle} does not exist.`;
  report("unknownVehicle", id, field, cause, `Use an index below ${problem.vehicles.length}.`);
}

function checkDay(problem: RoutingProblem, id: string, field: string, day: number, report: Report): void {
  if (Number.isInteger(day) && day >= 0 && day < problem.days) return;
  report("unknownDay", id, field, `Day ${day} does not exist.`, `Use a day from 0 to ${problem.days - 1}.`);
}

function unknownClient(id: string, field: string, client: number, report: Report): void {
  report("unknownClient", id, field, `Client ${client} does not exist.`, "Use an index of the clients.");
}
