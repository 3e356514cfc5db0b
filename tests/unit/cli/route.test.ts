/** The command from file to file: exit codes, what is written, and what is said. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { routeWith } from "../../../cli/commands/route.ts";
import { main } from "../../../cli/main.ts";
import { RoutingSolutionFile } from "../../../domain/routing/solutionFile.ts";
import type { SolveRoutes } from "../../../functions/usecases/routeFile.ts";
import { solve } from "../../../optimizer/routing/index.ts";
import { ROOT } from "../house/sourceFiles.ts";
import { CORDEAU, CVRP, FLEET, KIM, PVRPIF, SOLOMON, TRIPS } from "../optimizer/routing/formats/samples.ts";

const scratch = mkdtempSync(join(tmpdir(), "gruenverbund-route-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let files = 0;
function fileWith(text: string, ending: string): string {
  const path = join(scratch, `case${++files}${ending}`);
  writeFileSync(path, text);
  return path;
}

async function route(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const io = {
    stdout: (text: string): void => void (out += text),
    stderr: (text: string): void => void (err += text),
    isTerminal: false,
    columns: 100,
  };
  // What is malformed goes through `main`, which turns it into an exit code; a search stays in this thread.
  const code = await routeWith(searchHere, args, io).catch(() => main(["route", ...args], io));
  return { code, out, err };
}

const searchHere: SolveRoutes = async (problem, { seed, iterations = 1 }) =>
  Promise.resolve({ ...solve(problem, { seed, iterations }), seed });

describe("gruenverbund route", () => {
  it("writes a .sol for a CVRP, and with --json one line of figures", async () => {
    const file = fileWith(CVRP, ".vrp");
    const sol = join(scratch, "line.sol");
    const { code, out, err } = await route(file, "--iterations", "50", "--seed", "7", "--out", sol, "--json");
    expect([code, err]).toEqual([0, ""]);
    // Both customers in one tour: out to 7 and back.
    const { seconds, ...figures } = JSON.parse(out) as Record<string, unknown>;
    expect(figures).toEqual({ instance: "case1", cost: 14, feasible: true, iterations: 50, seed: 7 });
    expect(seconds).toBeTypeOf("number");
    expect(readFileSync(sol, "utf8")).toMatch(/^Route #1: (1 2|2 1)\nCost 14\n$/);
  });

  it("gives every vehicle of a mixed fleet its row, and prices in the file's unit", async () => {
    const sol = join(scratch, "fleet.sol");
    const { code } = await route(fileWith(FLEET, ".vrp"), "--iterations", "50", "--out", sol);
    expect(code).toBe(0);
    // The large one alone takes all 9: 5 fixed + 14; together 1 + 6 + 5 + 14.
    expect(readFileSync(sol, "utf8")).toMatch(/^Route #1: \nRoute #2: (1 2|2 1)\nCost 19\n$/);
  });

  it("serves each customer from the nearer depot of a Cordeau file", async () => {
    const { out } = await route(fileWith(CORDEAU, ".txt"), "--iterations", "50", "--json");
    // Customer 1 from 0 and back, customer 2 from 10 and back: 6 + 6.
    expect(JSON.parse(out)).toMatchObject({ cost: 12, feasible: true });
  });

  it("keeps windows and releases, and writes 0 where a vehicle reloads", async () => {
    const sol = join(scratch, "trips.sol");
    // Capacity 5 for 4 and 5: two trips, 6 + 14, in tenths.
    expect(
      JSON.parse((await route(fileWith(TRIPS, ".vrp"), "--iterations", "50", "--json", "--out", sol)).out),
    ).toMatchObject({ cost: 200, feasible: true });
    expect(readFileSync(sol, "utf8")).toMatch(/^Route #1: 1 0 2\nCost 200\n$/);
    // One tour out to 7 and back.
    expect(JSON.parse((await route(fileWith(SOLOMON, ".txt"), "--iterations", "50", "--json")).out)).toMatchObject({
      cost: 14,
    });
  });

  it("writes days, vehicles and paths for a pvrpif file", async () => {
    const json = join(scratch, "waste.json");
    await route(fileWith(PVRPIF, ".geojson"), "--iterations", "200", "--out", json);
    const { routes } = JSON.parse(readFileSync(json, "utf8")) as { routes: { day: number; path: number[] }[] };
    expect(routes.map(({ day }) => day)).toEqual([0, 1]);
    for (const { path } of routes) {
      expect([path[0], ...path.slice(-2)]).toEqual([0, 3, 0]);
      expect(path).toContain(2);
    }
  });

  it("prices a Kim file in miles and writes landfills in its ids", async () => {
    const json = join(scratch, "kim.json");
    const { out } = await route(fileWith(KIM, ".txt"), "--iterations", "20", "--json", "--out", json);
    // Out to 3 feet, over the landfill home: 6 feet of 5280.
    expect(JSON.parse(out)).toMatchObject({ cost: 0.001136, feasible: true });
    const { routes } = JSON.parse(readFileSync(json, "utf8")) as { routes: { visits: { id: string }[] }[] };
    expect(routes.map(({ visits }) => visits.map(({ id }) => id))).toEqual([["2", "1"]]);
  });

  it("writes a solution for the project's own file, with what each stop costs", async () => {
    const json = join(scratch, "two-days.json");
    const trace = join(scratch, "trace.csv");
    const example = join(ROOT, "examples/routing/two-days.json");
    const { code, out } = await route(example, "--iterations", "100", "--out", json, "--trace", trace);
    expect(code).toBe(0);
    expect(out).toContain(`written to  ${json}`);
    const solution = RoutingSolutionFile.parse(JSON.parse(readFileSync(json, "utf8")));
    expect(solution.objectiveCents).toBeGreaterThan(0);
    const [head, first] = readFileSync(trace, "utf8").split("\n");
    expect(head).toBe("seconds,iterations,bestCents");
    expect(first).toMatch(/^[\d.]+,0,\d+$/);
  });

  it("writes what `verify` finds right, and finds wrong once a figure or a container is changed", async () => {
    const json = join(scratch, "containers.sol.json");
    const example = join(ROOT, "examples/routing/containers.json");
    expect((await route(example, "--iterations", "30", "--out", json)).code).toBe(0);
    const io = {
      stdout: () => undefined,
      stderr: (text: string) => void (told += text),
      isTerminal: false,
      columns: 200,
    };
    let told = "";
    expect(await main(["verify", json, example], io)).toBe(0);
    const text = readFileSync(json, "utf8");
    writeFileSync(
      json,
      text.replace(/"objectiveCents": \d+/, '"objectiveCents": 1').replace('"abroll-36": 1', '"abroll-36": 0'),
    );
    expect(await main(["verify", json, example], io)).toBe(1);
    expect(told).toContain("check.route.total");
    expect(told).toContain('vehicle "SLS-GV-1"');
    expect(await main(["verify", json, fileWith(CVRP, ".vrp")], io)).toBe(2);
    expect(told).toContain("route.unverifiable");
    writeFileSync(json, text.replace('"kind": "yard"', '"kind": "garden"'));
    expect(await main(["verify", json, example], io)).toBe(2);
    expect(told).toContain("kind");
  });

  it("ends with 3 where clients that must be served cannot be, and says which and why", async () => {
    const example = join(ROOT, "examples/routing/infeasible.json");
    const json = join(scratch, "infeasible.json");
    const { code, out, err } = await route(example, "--iterations", "50", "--json", "--out", json);
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ feasible: false });
    expect(err).toContain("2 of 4 clients");
    expect(err).toContain("heavy: the load on board would be 6200 kg, 1200 more than the 5000 allowed");
    // 30 km take 2400 s from 05:00 on; the window closes at 05:30.
    expect(err).toContain("late: service would begin at 20400 s (05:40), after its window closes at 19800 s (05:30)");
    const { unserved } = RoutingSolutionFile.parse(JSON.parse(readFileSync(json, "utf8")));
    expect(unserved.map(({ client, code: why }) => [client, why])).toEqual([
      ["heavy", "capacity"],
      ["late", "window"],
      ["not-worth-it", "price"],
    ]);
  });

  it("writes nothing in a format that cannot tell of clients left out", async () => {
    const sol = join(scratch, "none.sol");
    // Customer 2 is 7 away; a route may be 12 long.
    const text = CVRP.replace("CAPACITY : 10", "CAPACITY : 10\nDISTANCE : 12");
    const { code, err } = await route(fileWith(text, ".vrp"), "--iterations", "20", "--out", sol);
    expect(code).toBe(3);
    expect(err).toContain("customer 2: the vehicle would be back at 14 s");
    expect(existsSync(sol)).toBe(false);
  });

  it("ends with 2 on a malformed file, naming line and cause, and writes nothing", async () => {
    const sol = join(scratch, "bad.sol");
    const bad = fileWith(CVRP.replace("2 3 0", "2 three 0"), ".vrp");
    const { code, out, err } = await route(bad, "--out", sol);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("row 8");
    expect(existsSync(sol)).toBe(false);
  });

  it("ends with 2 on a missing file, an unknown option, and a folder to write to", async () => {
    expect((await route(join(scratch, "nowhere.vrp"))).code).toBe(2);
    expect((await route(fileWith(CVRP, ".vrp"), "--second", "3")).code).toBe(2);
    const { code, err } = await route(fileWith(CVRP, ".vrp"), "--out", scratch);
    expect(code).toBe(2);
    expect(err).toContain("is a folder");
  });

  it("searches in threads of its own at the command line", async () => {
    let out = "";
    const io = {
      stdout: (text: string) => void (out += text),
      stderr: () => undefined,
      isTerminal: false,
      columns: 80,
    };
    const code = await main(["route", fileWith(CVRP, ".vrp"), "--iterations", "20", "--threads", "2", "--json"], io);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ cost: 14, iterations: 40 });
  });

  it("draws a bar on a terminal, and ends a search at Ctrl-C with the best so far", async () => {
    let err = "";
    let out = "";
    let interrupt = (): void => undefined;
    let listening = 0;
    const io = {
      stdout: (text: string): void => void (out += text),
      stderr: (text: string): void => {
        err += text;
        interrupt();
      },
      isTerminal: true,
      columns: 80,
      onInterrupt: (handler: () => void) => {
        interrupt = handler;
        listening++;
        return () => void listening--;
      },
    };
    const file = fileWith(CVRP, ".vrp");
    const endless = String(Number.MAX_SAFE_INTEGER);
    expect(await main(["route", file, "--iterations", endless, "--json"], io)).toBe(0);
    expect(err).toMatch(/\[[#.]+\] +0 % {2}best 14/);
    expect(JSON.parse(out)).toMatchObject({ cost: 14, feasible: true });
    expect(listening).toBe(0);
  });

  it("leaves no temporary file behind", () => {
    expect(readdirSync(scratch).filter((name) => name.startsWith("."))).toEqual([]);
  });
});
