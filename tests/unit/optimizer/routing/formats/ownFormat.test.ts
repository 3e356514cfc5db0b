/** The project's own problem file: ids to indices, and every fault with its line. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { InputError, type Problem } from "../../../../../domain/problem.ts";
import { RoutingSolutionFile } from "../../../../../domain/routing/solutionFile.ts";
import { checkRoutes } from "../../../../../optimizer/checker/index.ts";
import { readRoutingFile } from "../../../../../optimizer/routing/formats/index.ts";
import type { RoutingProblem } from "../../../../../domain/routing/problem.ts";
import { solve, validateProblem } from "../../../../../optimizer/routing/index.ts";
import { ROOT } from "../../../house/sourceFiles.ts";

const EXAMPLES = join(ROOT, "examples/routing");
const example = (name: string): string => readFileSync(join(EXAMPLES, name), "utf8");

function problemsOf(text: string): Problem[] {
  try {
    readRoutingFile(text, "p.json");
  } catch (error) {
    if (error instanceof InputError) return [...error.problems];
    throw error;
  }
  return [];
}

describe("a problem file", () => {
  it("becomes the problem it describes", () => {
    const { problem } = readRoutingFile(example("two-days.json"), "two-days.json");
    expect(validateProblem(problem)).toEqual([]);
    expect(problem).toMatchObject({ days: 2, locationCount: 11, dimensions: ["kg", "litres"] });
    // nalbach-rasen: the third client, the second material, at the sixth location, only Velsen takes it.
    expect(problem.clients[2]).toMatchObject({ location: 5, load: [3100, 9000], material: 1, facilities: [0] });
    const daily = [{ earliest: 7 * 3600, latest: 18 * 3600 }];
    expect(problem.clients[2]!.windows).toEqual([daily, daily]);
    expect(problem.clients[5]!.prizeCents).toBe(4500);
    expect(problem.clients[2]!.daySets).toEqual([[0], [1]]);
    expect(problem.clients[0]!.lock).toEqual({ day: 0 });
    expect(problem.clients[4]!.published).toEqual({ visits: [{ vehicle: 0, day: 1 }], deviationCents: 1500 });
    expect(problem.orderLocks).toEqual([[3, 7]]);
    expect(problem.vehicles[0]!.breakRule).toEqual({ drivingSeconds: 16_200, breakSeconds: 2700, split: [900, 1800] });
    expect(problem.facilities[1]).toMatchObject({ capacityPerDay: 8000, accepts: [0] });
    expect(problem.facilities[1]!.windows[1]).toEqual([]);
    expect(problem.facilities[0]!.gatePrices).toContainEqual({ material: 1, dimension: 0, centsPerUnit: 4.5 });
    expect(problem.vehicles[1]!.shifts).toEqual([{ earliest: 7 * 3600, latest: 13 * 3600 }, null]);
    expect(problem.vehicles[0]!.capabilities & problem.clients[0]!.capabilities).toBe(problem.clients[0]!.capabilities);
  });

  it("with matrices keeps their direction: row from, column to", () => {
    const text = JSON.parse(example("infeasible.json")) as { profiles: { distanceMetres: number[][] }[] };
    text.profiles[0]!.distanceMetres[0]![1] = 777;
    const { problem } = readRoutingFile(JSON.stringify(text), "p.json");
    expect(problem.profiles[0]!.distanceMetres[1]).toBe(777);
    expect(problem.profiles[0]!.distanceMetres[3]).toBe(1000);
  });

  it("that is an example can be solved, and its solution is a valid solution file in the same ids", () => {
    const names = readdirSync(EXAMPLES).filter((name) => name.endsWith(".json"));
    expect(names.length).toBeGreaterThanOrEqual(7);
    for (const name of names) {
      const file = readRoutingFile(example(name), name);
      const { solution, reasons, iterations } = solve(file.problem, { seed: 1, iterations: 50 });
      const findings = checkRoutes(file.problem, solution).map(({ code }) => code);
      expect(findings.filter((code) => code !== "check.route.required")).toEqual([]);
      const text = file.write(solution, { seed: 1, iterations, reasons });
      const written = RoutingSolutionFile.parse(JSON.parse(text));
      // And back: the same routes, times, containers and costs.
      expect(file.readSolution!(text, "s.json")).toEqual(solution);
      expect(written.feasible).toBe(findings.length === 0);
      const served = written.routes.flatMap(({ stops }) =>
        stops.flatMap(({ kind, id }) => (kind === "client" ? [id] : [])),
      );
      const all = [...new Set([...served, ...written.unserved.map(({ client }) => client)])].sort();
      expect(all).toEqual(
        (JSON.parse(example(name)) as { clients: { id: string }[] }).clients.map(({ id }) => id).sort(),
      );
    }
  });
});

describe("the examples", () => {
  const problems = readdirSync(EXAMPLES)
    .filter((name) => name.endsWith(".json"))
    .map((name) => readRoutingFile(example(name), name).problem);
  const fieldsOf = (rows: readonly object[]): string[] => [...new Set(rows.flatMap((row) => Object.keys(row)))].sort();

  /** By hand, so that a field added to the model has to be added to the file as well. */
  it("together use every field of the model", () => {
    const every = <K extends keyof RoutingProblem>(list: K) => problems.flatMap((p) => (p[list] ?? []) as object[]);
    expect(fieldsOf(problems)).toEqual(
      "clients containerTypes days dimensions facilities frozenRoutes locationCount orderLocks profiles vehicles yards".split(
        " ",
      ),
    );
    expect(fieldsOf(every("clients"))).toEqual(
      (
        "after capabilities daySets facilities job load location lock material prizeCents published releaseSeconds " +
        "restsDriver serviceSeconds windows"
      ).split(" "),
    );
    expect(fieldsOf(every("facilities"))).toEqual(
      "accepts capacityPerDay gatePrices location restsDriver unloadSeconds windows".split(" "),
    );
    expect(fieldsOf(every("vehicles"))).toEqual(
      (
        "breakRule capabilities capacity centsPerHour centsPerKm endLocation fixedCents lunch maxDistanceMetres " +
        "maxDrivingSeconds maxDurationSeconds maxLoadPerDay maxStops normalSeconds overtimeCentsPerHour profile shifts " +
        "slots startLocation tollCentsPerKm tollShare"
      ).split(" "),
    );
    expect(fieldsOf(every("yards"))).toEqual("location serviceSeconds sparesPerDay windows".split(" "));
  });

  it("of containers becomes jobs, types, yards and slots", () => {
    const { problem } = readRoutingFile(example("containers.json"), "containers.json");
    expect(problem.clients.map(({ job }) => `${job!.kind} ${job!.containerType}`)).toEqual([
      "swap 0",
      "emptyAndReturn 0",
      "swap 1",
      "pickUp 1",
      "deliver 1",
      "deliver 0",
    ]);
    expect(problem.clients[1]!.job!.returnSeconds).toBe(420);
    expect(problem.vehicles.map(({ slots }) => slots)).toEqual([2, 1]);
    expect(problem.yards).toEqual([
      { location: 0, serviceSeconds: 600, sparesPerDay: [2, null] },
      // What is not named is not there.
      { location: 1, serviceSeconds: 600, sparesPerDay: [0, 1], windows: [[{ earliest: 25_200, latest: 43_200 }]] },
    ]);
  });

  it("of lunch has lunch on every route that is out at noon", () => {
    const { problem } = readRoutingFile(example("lunch.json"), "lunch.json");
    const { routes } = solve(problem, { seed: 1, iterations: 50 }).solution;
    const { latest } = problem.vehicles[0]!.lunch!;
    const out = routes.filter(({ arrival }) => arrival > latest);
    expect(out.length).toBeGreaterThan(0);
    for (const { stops } of out) expect(stops.filter(({ kind }) => kind === "break")).toHaveLength(1);
  });
});

describe("a malformed problem file", () => {
  it("that is not JSON is told its line", () => {
    const [problem] = problemsOf('{\n  "format": "gruenverbund-routing-problem/1",\n  "name": ,\n}');
    expect(problem).toMatchObject({ code: "file.syntax", place: { file: "p.json", row: 3 } });
  });

  it("is told every missing, wrong and unknown field at once, with line and place", () => {
    const text = example("infeasible.json")
      .replace('"days": 1', '"days": 0')
      .replace('"kg": 4000', '"kg": -4')
      .replace('"centsPerKm"', '"centsPerMile"');
    const found = problemsOf(text);
    const lineOf = (part: string): number => text.split("\n").findIndex((line) => line.includes(part)) + 1;
    expect(found).toHaveLength(3);
    expect(found).toContainEqual(
      expect.objectContaining({
        place: expect.objectContaining({ field: "days", row: lineOf('"days": 0') }) as unknown,
      }),
    );
    expect(found).toContainEqual(
      expect.objectContaining({
        place: expect.objectContaining({ field: "clients.2.load.kg", row: lineOf('"kg": -4') }) as unknown,
      }),
    );
    expect(found.some(({ cause }) => cause.includes("centsPerMile"))).toBe(true);
  });

  it("is told every reference that leads nowhere", () => {
    const text = example("two-days.json")
      .replace('"location": "gs-bous"', '"location": "gs-bouss"')
      .replace('"start": "bauhof-dillingen"', '"start": "nowhere"')
      .replace('"dimension": "kg"', '"dimension": "tonnes"')
      .replace('"id": "SLS-GV-2"', '"id": "SLS-GV-1"')
      .replace('"latitude": 49.36,', "")
      .replace('"vehicle": "SLS-GV-1"', '"vehicle": "SLS-GV-9"');
    const found = problemsOf(text);
    expect(found.map(({ code }) => code).sort()).toEqual([
      "route.coordinates",
      "route.dimension",
      "route.duplicate",
      "route.reference",
      "route.reference",
      "route.reference",
    ]);
    const row = text.split("\n").findIndex((line) => line.includes("gs-bouss")) + 1;
    expect(found).toContainEqual(
      expect.objectContaining({ place: { file: "p.json", row, field: "clients.5.location" } }),
    );
  });

  it("is told of days and matrices that do not fit", () => {
    const file = JSON.parse(example("infeasible.json")) as Record<string, unknown> & {
      clients: object[];
      profiles: { durationSeconds: number[][] }[];
    };
    file.clients[0] = { ...file.clients[0], windows: [[], []] };
    file.clients[1] = { ...file.clients[1], windows: [[]] };
    file.profiles[0]!.durationSeconds.pop();
    expect(problemsOf(JSON.stringify(file)).map(({ code }) => code)).toEqual([
      "route.matrix",
      "route.days",
      "route.days",
    ]);
  });

  it("is told what only the whole problem can break, in its own ids and with the line", () => {
    const file = JSON.parse(example("shredding.json")) as {
      clients: { after?: string[] }[];
      frozenRoutes: object[];
      containerTypes?: object[];
    };
    file.clients[0]!.after = ["dillingen-abfuhr"];
    file.frozenRoutes.push({ vehicle: "SLS-GV-2", day: 0, clients: ["bous-abfuhr"] });
    file.containerTypes = [{ id: "abroll", slots: 7 }];
    const text = JSON.stringify(file, null, 1);
    const found = problemsOf(text);
    expect(found.map(({ code, place }) => [code, place.field])).toEqual([
      ["frozenTwice", "frozenRoutes.1"],
      ["frozenTwice", "frozenRoutes.1"],
      ["precedenceCycle", "clients.0.after"],
      ["badSlots", "containerTypes.0.slots"],
    ]);
    expect(found[1]!.cause).toBe('Client "bous-abfuhr" stands twice in frozen routes.');
    expect(found[3]!.place.row).toBe(text.split("\n").findIndex((line) => line.includes('"slots": 7')) + 1);
  });

  it("is told of container types and yards that nobody knows, and of lunch beside what its engine does not know", () => {
    const containers = example("containers.json")
      .replace('"containerType": "abroll-36"', '"containerType": "abroll-99"')
      .replace('"sparesPerDay": { "abroll-24": 1 }', '"sparesPerDay": { "abroll": 1 }');
    expect(problemsOf(containers).map(({ place }) => place.field)).toEqual([
      "clients.0.job.containerType",
      "yards.1.sparesPerDay.abroll",
    ]);
    const lunch = example("lunch.json").replace('"centsPerKm": 250', '"centsPerKm": 250, "centsPerHour": 5000');
    expect(problemsOf(lunch)).toMatchObject([{ code: "dayRulesAlone", place: { field: "vehicles" } }]);
  });
});
