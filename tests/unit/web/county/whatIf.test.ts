// Scenarios and trial weeks: really planned, kept apart from the real week, and compared with it to the cent.
import { afterAll, beforeAll, expect, test } from "vitest";
import { figuresOf } from "../../../../domain/language/figures.ts";
import { scenarios } from "../../../../functions/usecases/county/scenarios.ts";
import { readLog } from "../../../../functions/usecases/audit/readLog.ts";
import { weekRecord } from "../../../../functions/usecases/weeks/readWeek.ts";
import { startTrial, trials } from "../../../../functions/usecases/trials/trials.ts";
import { NEW_SITE, withSite } from "../../../../functions/usecases/trials/newSite.ts";
import { resultOf } from "../../../../functions/usecases/run/run.ts";
import { readCo2Price, readPercent, readSite } from "../../../../web/county/whatIf/readSite.ts";
import { countyClient, countySite, type CountySite } from "../../../support/countySite.ts";

let site: CountySite;
let client: Awaited<ReturnType<typeof countyClient>>;
beforeAll(async () => {
  site = await countySite();
  client = await countyClient(site);
}, 120_000);
afterAll(async () => {
  await site.closeGateway();
  await site.close();
});

const { money } = figuresOf("de");
const SCENARIOS = "/verwaltung/tiny/szenarien";
const TRIALS = "/verwaltung/tiny/probebetrieb";
const QUICK = { seed: 1, iterations: 300 };

test("without a member: what the others pay is that group's cost in the plan, and their shares sum to it", async () => {
  const seen = (await scenarios(site.ports, "tiny", { gatePercent: 0, haulagePercent: 0 }))!;
  const { plan } = seen;
  seen.without.forEach(({ ags, aloneCents, othersCents, shares }, i) => {
    // Three members: a group's place in the table is the sum of its members' bits, 1, 2 and 4.
    expect(othersCents).toBe(plan.game.values[7 - 2 ** i]);
    expect(aloneCents).toBe(plan.municipalities[i]!.standAloneCostCents);
    if (shares === null) return;
    expect(Object.keys(shares)).not.toContain(ags);
    expect(Object.values(shares).reduce((sum, cents) => sum + cents, 0)).toBe(othersCents);
  });
  const { text } = await client.get(SCENARIOS);
  for (const { othersCents } of seen.without) expect(text).toContain(money(othersCents!));
});

test("at prices 20 % higher the page says by how much both ways would be dearer; what is no number is said so", async () => {
  const seen = (await scenarios(site.ports, "tiny", { gatePercent: 20, haulagePercent: 20 }))!;
  const { text } = await client.get(SCENARIOS);
  expect(text).toContain(money(seen.priced.jointCents));
  expect(text).toContain(money(seen.priced.jointCents - seen.plan.jointCostCents));
  expect((await client.get(`${SCENARIOS}?annahme=viel`)).text).toContain("Bitte eine Zahl von −90 bis 300 eingeben.");
});

test("another CO2 price is planned tonnes times price; tonnes and factor set stand beside the money", async () => {
  const same = { gatePercent: 0, haulagePercent: 0 };
  const seen = (await scenarios(site.ports, "tiny", { ...same, co2CentsPerTonne: 8550 }))!;
  // The tiny region plans at 0 €/t: the whole line is new, kg / 1000 · 8550 cents.
  expect(seen.co2CentsPerTonne).toBe(0);
  const kg = seen.co2.joint.kgCo2e;
  expect(kg).toBeGreaterThan(0);
  expect(seen.priced.jointCents - seen.plan.jointCostCents).toBe(Math.round(kg * 8.55));
  expect((await scenarios(site.ports, "tiny", same))!.priced.jointCents).toBe(seen.plan.jointCostCents);
  const { text } = await client.get(`${SCENARIOS}?annahme=0&transport=0&co2=85,50`);
  expect(text).toContain(money(Math.round(kg * 8.55)));
  // Alone, each member's line is rounded by itself: the table says what both sums differ by, to the cent.
  expect(text).toContain(`${money(seen.priced.aloneCents - seen.aloneCents)}</td>`);
  expect(text.split(money(seen.priced.aloneCents - seen.aloneCents)).length - 1).toBeGreaterThanOrEqual(2);
  expect(text).toContain(figuresOf("de").number(kg / 1000, 2));
  expect(text).toContain(seen.co2.joint.factorSet);
});

test("a CO2 price is read as it is written in German; every wrong price is named at once", async () => {
  expect(readCo2Price(undefined)).toMatchObject({ cents: undefined, wrong: false });
  expect(readCo2Price("85,50").cents).toBe(8550);
  expect(readCo2Price("1.000").cents).toBe(100_000);
  expect(["-1", "viel", "10.000,01"].map((typed) => readCo2Price(typed).wrong)).toEqual([true, true, true]);
  const { text } = await client.get(`${SCENARIOS}?annahme=viel&transport=301&co2=-1`);
  expect(text.split("Bitte eine Zahl von −90 bis 300 eingeben.").length - 1).toBe(2);
  expect(text).toContain("Bitte 0 bis 10.000 Euro je Tonne eingeben.");
});

test("a trial week is planned by the same workflow: no mail, no proposal, the real week untouched, its cost in the table", async () => {
  const [mails, before] = [site.mails.length, await weekRecord(site.ports.store, "tiny", "2026-W48")];
  const outcome = await startTrial(site.ports, { region: "tiny", week: "2026-W48", by: "ada", options: QUICK });
  expect(outcome.kind).toBe("started");
  const [one] = await trials(site.ports, "tiny");
  expect(await site.finish(one!.execution)).toBe("SUCCEEDED");
  const [done] = await trials(site.ports, "tiny");
  expect(done!.state).toBe("planned");
  expect(site.mails.length).toBe(mails);
  expect(await weekRecord(site.ports.store, "tiny", "2026-W48")).toEqual(before);
  const { entries } = await readLog(site.ports, "tiny");
  expect(entries.at(-1)).toMatchObject({
    kind: "plan.trial",
    subject: "weeks/2026-W48",
    data: { by: "ada", site: "" },
  });
  const { text } = await client.get(TRIALS);
  const { weekJointCents, weekAloneCents } = done!.figures!;
  expect(text).toContain(money(weekAloneCents - weekJointCents));
  expect(text).toContain("Summe (1 Woche)");
});

test("a week that has begun is planned from what was reported before its Monday", async () => {
  await startTrial(site.ports, { region: "tiny", week: "2026-W47", by: "ada", options: QUICK });
  const one = (await trials(site.ports, "tiny")).find(({ week }) => week === "2026-W47")!;
  await site.finish(one.execution);
  const key = { region: "tiny", week: "2026-W47", run: one.run };
  const prefix = `regions/tiny/weeks/2026-W47/runs/${key.run}/input/reports.csv`;
  const reports = new TextDecoder().decode(await site.ports.blobs.get(prefix));
  // Of the tiny region's reports, only r1 was observed before Monday, 16 November.
  expect(reports).toContain("r1,");
  expect(reports).not.toContain("r2,");
});

test("a new site is a candidate of the plan, which says what it would cost with it; master data stay as they are", async () => {
  const given = {
    ...{ name: "Neuer Platz", kind: "composting", latitude: "49,35", longitude: "6.75" },
    ...{ capacity: "100", cost: "12.000,50", fee: "−5" },
  };
  const read = readSite(given);
  if ("wrong" in read) throw new Error(read.wrong.join());
  expect(read.site).toMatchObject({ latitude: 49.35, longitude: 6.75, yearlyCostCents: 1_200_050, gateFeeCents: -500 });
  const change = (folder: Parameters<typeof withSite>[0]) => withSite(folder, read.site);
  await startTrial(site.ports, {
    region: "tiny",
    week: "2026-W48",
    by: "ada",
    options: QUICK,
    site: { name: read.site.name, change },
  });
  const one = (await trials(site.ports, "tiny")).find((trial) => trial.site === "Neuer Platz")!;
  expect(await site.finish(one.execution)).toBe("SUCCEEDED");
  const plan = await resultOf(site.ports.blobs, { region: "tiny", week: "2026-W48", run: one.run }).get("plan.json");
  expect(new TextDecoder().decode(plan)).toContain(NEW_SITE);
  const done = (await trials(site.ports, "tiny")).find((trial) => trial.site === "Neuer Platz")!;
  // Close by and paying for material, it cannot be dearer than without it.
  expect(done.figures!.jointCents).toBeLessThanOrEqual(site.plan.jointCostCents);
  const { text } = await client.get(SCENARIOS);
  expect(text).toContain("Neuer Platz");
  expect(text).toContain(money(done.figures!.jointCents));
  expect((await client.get("/verwaltung/tiny/stammdaten/facilities.csv")).text).not.toContain(NEW_SITE);
});

test("every fault of a site is named at once; a week that is not offered is refused", async () => {
  const { status, text } = await client.post(SCENARIOS, {
    name: "",
    latitude: "91",
    longitude: "x",
    capacity: "0",
    cost: "-1",
    fee: "",
  });
  expect(status).toBe(422);
  for (const field of ["name", "latitude", "longitude", "capacity", "cost", "fee"])
    expect(text).toContain(`href="#${field}"`);
  expect((await client.post(TRIALS, { woche: "2020-W01" })).status).toBe(422);
  expect(readPercent("+20")).toMatchObject({ percent: 20, wrong: false });
  expect(readPercent("301").wrong).toBe(true);
});
