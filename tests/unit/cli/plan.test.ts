import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../../cli/main.ts";
import type { Plan } from "../../../domain/plan/plan.ts";
import { TAMPERINGS } from "../../support/tamperings.ts";
import { tinyFolder } from "../../support/tinyFolder.ts";
import { TINY_NOW } from "../../support/tinyRegion.ts";

const scratch = mkdtempSync(join(tmpdir(), "gruenverbund-plan-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function regionFolder(change: (files: Record<string, string>) => void = () => undefined): string {
  const root = mkdtempSync(join(scratch, "region-"));
  const files = tinyFolder();
  change(files);
  for (const [file, content] of Object.entries(files)) writeFileSync(join(root, file), content);
  return root;
}

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: "", err: "" };
  const io = {
    stdout: (text: string) => void (said.out += text),
    stderr: (text: string) => void (said.err += text),
    isTerminal: false,
    columns: 80,
  };
  return { code: await main([...args, "--now", TINY_NOW], io), ...said };
}

const planOf = (folder: string) => JSON.parse(readFileSync(join(folder, "plan.json"), "utf8")) as Plan;
const plan = (region: string, out: string, ...more: string[]) =>
  run("plan", region, "--out", out, "--iterations", "400", "--threads", "1", ...more);

describe("gruenverbund plan on a small region", () => {
  const region = regionFolder();
  const first = join(scratch, "first");
  let said: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => void (said = await plan(region, first)));

  test("ends with 0, says what is saved and where the report is, and draws nothing", () => {
    expect(said.code).toBe(0);
    expect(said.err).toBe("");
    expect(said.out).toContain("saved");
    expect(said.out).toContain(join(first, "report.html"));
  });

  test("writes the plan, the report, the tours and the cost tables, and nothing half-written", () => {
    const files = readdirSync(first).sort();
    const expected = [
      "costs.csv",
      "costs.machine.csv",
      "plan.json",
      "report.html",
      "routes.geojson",
      "tours",
      "tours.ics",
    ];
    expect(files).toEqual(expected);
    const gpx = planOf(first).routes.map((route) => `${route.id}.gpx`);
    expect(readdirSync(join(first, "tours")).sort()).toEqual(gpx.sort());
    expect(gpx.length).toBeGreaterThan(0);
  });

  test("shares sum to the joint cost, and nobody pays more than alone", () => {
    const { municipalities, jointCostCents, standAloneTotalCents } = planOf(first);
    expect(municipalities.reduce((sum, m) => sum + m.shareCents, 0)).toBe(jointCostCents);
    expect(municipalities.reduce((sum, m) => sum + m.standAloneCostCents, 0)).toBe(standAloneTotalCents);
    for (const m of municipalities) expect(m.shareCents).toBeLessThanOrEqual(m.standAloneCostCents);
  });

  test("the same seed and iterations give the same bytes but for the timings, with one thread or two", async () => {
    const again = join(scratch, "again");
    await plan(region, again, "--threads", "2");
    const untimed = (folder: string) => {
      const text = readFileSync(join(folder, "plan.json"), "utf8");
      return text.replace(/"seconds": [\d.]+/g, `"seconds": 0`);
    };
    expect(untimed(again)).toBe(untimed(first));
    expect(readFileSync(join(again, "tours.ics"), "utf8")).toBe(readFileSync(join(first, "tours.ics"), "utf8"));
  });

  test("verify accepts it", async () => {
    const { code, out } = await run("verify", join(first, "plan.json"), region);
    expect(out).toContain("holds");
    expect(code).toBe(0);
  });

  test("verify refuses every tampered copy, ends with 1 and names what does not hold", async () => {
    const whole = planOf(first);
    const applicable = TAMPERINGS.filter((tampering) => tampering.applies(whole));
    expect(applicable.length).toBeGreaterThanOrEqual(10);
    const accepted: string[] = [];
    for (const tampering of applicable) {
      const file = join(scratch, "tampered.json");
      writeFileSync(file, JSON.stringify(tampering.apply(whole)));
      const { code, err } = await run("verify", file, region);
      if (code !== 1 || !err.includes("check.")) accepted.push(tampering.name);
    }
    expect(accepted).toEqual([]);
  });

  test.each(["inhabitants", "nearestStable"])(
    "a region may agree on %s; the plan follows it, and verify accepts it",
    async (rule) => {
      const agreed = `"rule": "${rule}",\n    "nearestTo": "twoPart"`;
      const other = regionFolder(
        (files) => void (files["region.json"] = files["region.json"]!.replace(`"rule": "shapley"`, agreed)),
      );
      const out = join(scratch, rule);
      expect(await plan(other, out)).toMatchObject({ code: 0, err: "" });
      const { allocation, municipalities } = planOf(out);
      expect(allocation).toMatchObject({ rule, nearestTo: "twoPart" });
      expect(allocation.without.map(({ ags }) => ags)).toEqual(municipalities.map(({ ags }) => ags));
      const chosen = allocation.rules.find((r) => r.rule === rule)!;
      for (const m of municipalities) expect(m.shareCents).toBe(chosen.shares[m.ags]);
      expect(await run("verify", join(out, "plan.json"), other)).toMatchObject({ code: 0, err: "" });
    },
  );

  test("verify says when the plan was made from another folder", async () => {
    const other = regionFolder((files) => void (files["tariffs.csv"] = files["tariffs.csv"]!.replace("6000", "6100")));
    const { code, err } = await run("verify", join(first, "plan.json"), other);
    expect(code).toBe(1);
    expect(err).toContain("check.inputs");
  });
});

test("a region with faults ends with 2, names all of them and writes nothing", async () => {
  const broken = regionFolder((files) => {
    files["storages.csv"] = files["storages.csv"]!.replace("p-cron", "p-kron");
    files["vehicles.csv"] = files["vehicles.csv"]!.replace("11000", "viel");
  });
  const out = join(scratch, "nothing");
  const { code, err } = await plan(broken, out);
  expect(code).toBe(2);
  expect(err).toContain("reference.unknown");
  expect(err).toContain("value.invalid");
  expect(() => readdirSync(out)).toThrow("ENOENT");
});

test.each([
  [["--week", "2026-48"], "is not an ISO week"],
  [["--week", "2026-W54"], "is not an ISO week"],
  [["--seed", "one"], "--seed"],
  [["--iterations", "0"], "--iterations"],
  [["--seconds", "-1"], "--seconds"],
  [["--fast"], "--fast"],
])("the options %j end with 2 and say what is wrong", async (options, words) => {
  const { code, err } = await run("plan", regionFolder(), "--out", join(scratch, "none"), ...options);
  expect(code).toBe(2);
  expect(err).toContain(words);
});

test("a plan file that is none ends with 2", async () => {
  const file = join(scratch, "none.json");
  writeFileSync(file, "{");
  const { code, err } = await run("verify", file, regionFolder());
  expect(code).toBe(2);
  expect(err).toContain("plan.unreadable");
});
