// Years of the tiny region as a county asks for them: planned by the real workflow on a published week, judged, kept by what was asked.
import { afterAll, beforeAll, expect, test } from "vitest";
import { InputError } from "../../../../../domain/problem.ts";
import { NO_CHANGE, type YearChange } from "../../../../../domain/year/scenario.ts";
import { YEAR_COST_LINES } from "../../../../../domain/year/decisions.ts";
import { askedYears, readYear } from "../../../../../functions/usecases/year/readYears.ts";
import { startYear } from "../../../../../functions/usecases/year/startYear.ts";
import { createHandler } from "../../../../../functions/handlers/page/countyPage.ts";
import { countyClient } from "../../../../support/countySite.ts";
import { plannedSystem, type PlannedSystem } from "../../../../support/plannedSystem.ts";
import { reachedPage, type Reached } from "../../../../support/reachedPage.ts";

let system: PlannedSystem & Reached;
let client: Awaited<ReturnType<typeof countyClient>>;
beforeAll(async () => {
  system = await reachedPage(await plannedSystem(), createHandler, "Ada Verwalterin");
  client = await countyClient(system);
}, 120_000);
afterAll(async () => {
  await system.closeGateway();
  await system.close();
});

const YEAR = "/verwaltung/tiny/szenarien/jahr";

const ask = (change: Partial<YearChange> = {}) =>
  startYear(system.ports, { region: "tiny", change: { ...NO_CHANGE, ...change }, by: "ada" });

async function planned(change: Partial<YearChange> = {}) {
  const asked = await ask(change);
  if (asked.kind === "noWeek") throw new Error("no week");
  const read = (await readYear(system.ports, "tiny", asked.id))!;
  if (read.asked.state === "running") await system.finish(read.asked.execution);
  return (await readYear(system.ports, "tiny", asked.id))!;
}

test("with dearer haulage and a CO2 price the year is planned after the year as it is; both are kept and asking again starts nothing", async () => {
  const { asked, base } = await planned({ haulagePercent: 20, co2CentsPerTonne: 10_000 });
  expect(asked.state).toBe("planned");
  const { figures } = asked;
  // The lines are the whole bill, and the price of its emissions is one of them.
  expect(YEAR_COST_LINES.reduce((sum, line) => sum + figures!.costLines[line], 0)).toBe(figures!.costCents);
  expect(figures!.costLines.co2).toBeGreaterThan(0);
  expect(base!.costLines.co2).toBe(0);
  expect(figures!.costCents).toBeGreaterThan(base!.costCents);
  expect(figures!.lowerBoundCents).toBeLessThanOrEqual(figures!.costCents);
  // Nothing is left out of a sum of greenhouse gases, and the first method is the set's own.
  expect(figures!.co2.transportKgCo2e + figures!.co2.treatmentKgCo2e).toBeCloseTo(figures!.co2.kgCo2e, 6);
  expect(figures!.co2.methods[0]!.kgCo2e).toBe(figures!.co2.kgCo2e);
  expect(await ask({ haulagePercent: 20, co2CentsPerTonne: 10_000 })).toEqual({ kind: "known", id: asked.id });
  // The year as it is came with it: it is there before anybody asked, in the list and as a page.
  expect((await askedYears(system.ports, "tiny")).map((one) => one.id).sort()).toEqual([asked.id, asked.base].sort());
  expect((await client.get(`${YEAR}/${asked.base}`)).status).toBe(200);
  expect(await ask()).toEqual({ kind: "known", id: asked.base });
}, 60_000);

test("without a member its material is gone; a closed plant takes nothing", async () => {
  const { asked, base } = await planned({ without: "10001003", closed: "farm" });
  expect(asked.state).toBe("planned");
  expect(asked.figures!.members).toEqual(["10001001", "10001002"]);
  const farm = (of: typeof base) => of!.plants.find(({ id }) => id === "farm")!;
  expect(farm(base).looseKg).toBeGreaterThan(0);
  expect(farm(asked.figures)).toMatchObject({ looseKg: 0, shreddedKg: 0 });
}, 60_000);

test("a member and a plant that are not there are both named, before anything is started", async () => {
  await expect(ask({ without: "00000000", closed: "nowhere" })).rejects.toSatisfy(
    (error) =>
      error instanceof InputError && error.problems.map(({ code }) => code).join() === "year.member,year.unknown",
  );
});

test("the page lists what was reckoned, shows it, and gives it as files that name the sum", async () => {
  const [newest] = await askedYears(system.ports, "tiny");
  const list = await client.get(YEAR);
  expect(list.status).toBe(200);
  expect(list.text).toContain(`${YEAR}/${newest!.id}`);
  const one = await client.get(`${YEAR}/${newest!.id}`);
  expect(one.status).toBe(200);
  expect(one.text).toContain("Vom unabhängigen Prüfer nachgerechnet");
  const csv = await client.get(`${YEAR}/${newest!.id}/jahr.csv`);
  expect(csv.text).toContain((newest!.figures!.costCents / 100).toFixed(2).replace(".", ","));
  const xlsx = await client.get(`${YEAR}/${newest!.id}/jahr.xlsx`);
  expect([xlsx.status, xlsx.text.slice(0, 2)]).toEqual([200, "PK"]);
  expect((await client.get(`${YEAR}/${newest!.id}/andere.txt`)).status).toBe(404);
  expect((await client.get(`${YEAR}/${"0".repeat(16)}`)).status).toBe(404);
});

test("every fault of what was typed is named at once, and no change at all is one", async () => {
  const wrong = {
    ohne: "x",
    schliessen: "x",
    annahme: "viel",
    transport: "999",
    co2: "-1",
    ueberlauf: "60",
    name: "Hof",
  };
  const { status, text } = await client.post(YEAR, { jahr: "szenario", ...wrong });
  expect(status).toBe(422);
  for (const field of ["ohne", "schliessen", "annahme", "transport", "co2", "ueberlauf", "latitude", "capacity"])
    expect(text).toContain(`href="#${field}"`);
  expect((await client.post(YEAR, { jahr: "szenario" })).text).toContain("mindestens eine Änderung");
});

test("asked on the page, the same question leads to the same year", async () => {
  const fields = { jahr: "szenario", transport: "+20 %", co2: "100" };
  const { status, location } = await client.post(YEAR, fields);
  expect(status).toBe(303);
  const id = location!.split("/").at(-1)!;
  expect((await readYear(system.ports, "tiny", id))!.asked.state).toBe("planned");
});
