/** What may be wrong with container jobs, container types and yards. */
import type { ContainerJob, RoutingProblem } from "../../domain/routing/problem.ts";
import { MOST_SLOTS, MOST_TYPES } from "./containers.ts";
import type { Report } from "./validateDispatch.ts";

export function checkContainers(problem: RoutingProblem, report: Report): void {
  const { clients, vehicles, yards = [], containerTypes = [] } = problem;
  if (containerTypes.length > MOST_TYPES) {
    const cause = `There are ${containerTypes.length} container types.`;
    report("tooManyTypes", "problem", "containerTypes", cause, `Use ${MOST_TYPES} at most.`);
  }
  containerTypes.forEach(({ slots }, type) => checkSlots(`container type ${type}`, slots, 1, report));
  vehicles.forEach(({ slots }, vehicle) => slots !== undefined && checkSlots(`vehicle ${vehicle}`, slots, 0, report));
  clients.forEach((client, index) => client.job !== undefined && checkJob(problem, index, client.job, report));
  yards.forEach(({ location, serviceSeconds, sparesPerDay, windows }, index) => {
    const id = `yard ${index}`;
    if (!(Number.isInteger(location) && location >= 0 && location < problem.locationCount)) {
      const cause = `Location ${location} does not exist.`;
      report("unknownLocation", id, "location", cause, `Use an index below ${problem.locationCount}.`);
    }
    for (const amount of [serviceSeconds, ...sparesPerDay])
      if (amount !== null && !(Number.isFinite(amount) && amount >= 0))
        report("badAmount", id, "sparesPerDay", `The value is ${amount}.`, "Give a finite number of at least 0.");
    if (sparesPerDay.length !== containerTypes.length) {
      const cause = `There are spares of ${sparesPerDay.length} of ${containerTypes.length} container types.`;
      report("typeCount", id, "sparesPerDay", cause, "Give one number, or null for no limit, per container type.");
    }
    if (windows !== undefined && windows.length !== problem.days) {
      const cause = `There are windows for ${windows.length} of ${problem.days} days.`;
      report("dayCount", id, "windows", cause, "Give one list of windows per day; an empty list closes the day.");
    }
  });
}

function checkSlots(id: string, slots: number, least: number, report: Report): void {
  if (Number.isInteger(slots) && slots >= least && slots <= MOST_SLOTS) return;
  report("badSlots", id, "slots", `There are ${slots} slots.`, `Give a whole number from ${least} to ${MOST_SLOTS}.`);
}

function checkJob(problem: RoutingProblem, index: number, job: ContainerJob, report: Report): void {
  const { load, facilities, daySets } = problem.clients[index]!;
  const id = `client ${index}`;
  if (problem.containerTypes?.[job.containerType] === undefined) {
    const cause = `Container type ${job.containerType} does not exist.`;
    report("unknownContainerType", id, "job.containerType", cause, "Use an index of the container types.");
  }
  const { returnSeconds = 0 } = job;
  if (!(Number.isFinite(returnSeconds) && returnSeconds >= 0)) {
    const cause = `The value is ${returnSeconds}.`;
    report("badAmount", id, "job.returnSeconds", cause, "Give a finite number of at least 0.");
  }
  if (daySets !== undefined) {
    const cause = "A container job is visited by day sets.";
    report("jobDaySet", id, "daySets", cause, "Make each of its visits a client of its own.");
  }
  const empty = load.every((amount) => amount === 0) && facilities.length === 0;
  if (job.kind === "deliver" && !empty)
    report(
      "badJob",
      id,
      "load",
      "An empty container is delivered, but there is a load or a facility.",
      "Leave both out.",
    );
  if (job.kind !== "deliver" && facilities.length === 0)
    report("badJob", id, "facilities", "Nobody may empty the container.", "Name the facilities that take its load.");
}
