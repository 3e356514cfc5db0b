// The main job as a newcomer runs it, on the example that `npm start` plans, with fewer iterations.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Plan } from "../../domain/plan/plan.ts";
import { fileBlobs } from "../../functions/adapters/files/fileBlobs.ts";
import { readRegion } from "../../functions/usecases/readRegion.ts";
import { travelOf } from "../../functions/usecases/travel.ts";
import { travelMatrixOf } from "../../local/travel.ts";
import { checkPlan } from "../../optimizer/checker/index.ts";
import { launchBrowser, withoutBrowser } from "../support/browser.ts";
import { TAMPERINGS } from "../support/tamperings.ts";
import { tinyFolder } from "../support/tinyFolder.ts";
import { TINY_NOW } from "../support/tinyRegion.ts";
import { ROOT } from "../unit/house/sourceFiles.ts";

const LAUNCHER = join(ROOT, "cli", "gruenverbund.mjs");
const EXAMPLE = join(ROOT, "examples", "saarlouis");
const scratch = mkdtempSync(join(tmpdir(), "gruenverbund-saarlouis-"));
const out = join(scratch, "plan");
let plan: Plan;
let said = "";

beforeAll(async () => {
  const child = spawn(process.execPath, [LAUNCHER, "plan", EXAMPLE, "--out", out, "--iterations", "2000"]);
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, "close")) as [number];
  if (code !== 0) throw new Error(said);
  plan = JSON.parse(readFileSync(join(out, "plan.json"), "utf8")) as Plan;
}, 600_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test("the start command plans the example week and says where the report is", () => {
  expect(said).toContain("Landkreis Saarlouis");
  expect(said).toContain(`Report: ${join(out, "report.html")}`);
});

test("13 municipalities share a joint cost below the sum of what each would pay alone, and none pays more than alone", () => {
  expect(plan.municipalities).toHaveLength(13);
  expect(plan.jointCostCents).toBeLessThan(plan.standAloneTotalCents);
  for (const m of plan.municipalities) expect(m.shareCents, m.name).toBeLessThanOrEqual(m.standAloneCostCents);
  expect(plan.municipalities.reduce((sum, m) => sum + m.shareCents, 0)).toBe(plan.jointCostCents);
});

test("all 8,191 groups are priced, and none is dearer than two of its parts", () => {
  const { values } = plan.game;
  expect(values).toHaveLength(8192);
  for (let group = 1; group < 8192; group++) {
    const lone = group & -group;
    if (group !== lone) expect(values[group]!).toBeLessThanOrEqual(values[lone]! + values[group ^ lone]!);
  }
});

test("the independent checker accepts the plan and refuses every tampered copy of it", async () => {
  const { region } = await readRegion(fileBlobs(EXAMPLE), plan.routes[0]!.stops[0]!.arrivalAt);
  const { lookup } = await travelOf(travelMatrixOf(region!), region!);
  expect(checkPlan(plan, region!, lookup)).toEqual([]);
  const applicable = TAMPERINGS.filter((tampering) => tampering.applies(plan));
  expect(applicable.length).toBeGreaterThanOrEqual(10);
  const accepted = applicable.filter((t) => checkPlan(t.apply(plan), region!, lookup).length === 0);
  expect(accepted.map((t) => t.name)).toEqual([]);
});

test("every assumption of the region is in the plan and in the report", () => {
  const report = readFileSync(join(out, "report.html"), "utf8");
  expect(plan.assumptions.length).toBeGreaterThan(10);
  for (const { id } of plan.assumptions.slice(0, 200)) expect(report).toContain(id === "" ? "Annahmen" : id);
});

test.skipIf(withoutBrowser)("the report opens offline at 360 and at 1440 px without a complaint", async () => {
  const browser = await launchBrowser();
  for (const width of [360, 1440]) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(join(out, "report.html")).href);
    expect(complaints).toEqual([]);
    expect(requests).toHaveLength(1);
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    expect(await page.locator("h1").textContent()).toMatch(/13\sKommunen/);
    await page.close();
  }
  await browser.close();
});

test("killed at the first byte it writes, the command leaves no plan behind, or where the kill comes late a whole one", async () => {
  const region = mkdtempSync(join(scratch, "tiny-"));
  for (const [file, content] of Object.entries(tinyFolder())) writeFileSync(join(region, file), content);
  const whole = mkdtempSync(join(scratch, "whole-"));
  expect(await planUntil(region, whole, () => undefined)).toBeNull();
  const files = readdirSync(join(whole, "plan")).sort();
  let early = 0;
  for (let attempt = 0; attempt < 10 && early === 0; attempt++) {
    const parent = mkdtempSync(join(scratch, "killed-"));
    const signal = await planUntil(region, parent, (child) => child.kill("SIGKILL"));
    const left = readdirSync(parent).filter((name) => !name.startsWith(".partial-"));
    if (left.length === 0) {
      expect(signal).toBe("SIGKILL");
      early++;
    } else {
      expect(left).toEqual(["plan"]);
      expect(readdirSync(join(parent, "plan")).sort()).toEqual(files);
    }
  }
  expect(early, "ten kills in a row came too late to meet a half-written plan").toBe(1);
});

/** Plans into `parent`, and calls `atWrite` whenever something is written there; the signal that ended the command. */
async function planUntil(
  region: string,
  parent: string,
  atWrite: (child: ChildProcess) => void,
): Promise<string | null> {
  const options = ["--out", join(parent, "plan"), "--iterations", "50", "--now", TINY_NOW];
  const child = spawn(process.execPath, [join(ROOT, "cli", "main.ts"), "plan", region, ...options]);
  const watcher = watch(parent, () => atWrite(child));
  const [, signal] = (await once(child, "close")) as [number | null, string | null];
  watcher.close();
  return signal;
}
