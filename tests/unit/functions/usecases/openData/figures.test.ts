// What the public is shown is what the plan says, to the cent, the metre and the kilogram; and nothing of a single member.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AgreementState } from "../../../../../domain/agreement/stateMachine.ts";
import { figuresOf } from "../../../../../domain/language/figures.ts";
import { DEFAULT_LICENCE } from "../../../../../domain/operator.ts";
import { asJson } from "../../../../../functions/ports/store.ts";
import { agreementKey } from "../../../../../functions/usecases/agreements/records.ts";
import { openFiles } from "../../../../../functions/usecases/openData/files.ts";
import { monthsOf } from "../../../../../functions/usecases/openData/months.ts";
import { outlinesOf } from "../../../../../functions/usecases/openData/outlines.ts";
import { publicReader } from "../../../../../functions/usecases/openData/readPublic.ts";
import { savingOf } from "../../../../../functions/usecases/openData/saving.ts";
import { readCsv } from "../../../../../functions/usecases/readCsv.ts";
import { speechOf } from "../../../../../web/language/speech.ts";
import { publicPage } from "../../../../../web/open/page.ts";
import { OPEN_WORDS } from "../../../../../web/open/words/index.ts";
import { plannedSystem, PLANNED, type PlannedSystem } from "../../../../support/plannedSystem.ts";
import { withOutlines } from "../../../../support/publicSite.ts";
import { sampleAgreement } from "../../../../support/sampleAgreement.ts";
import { sampleFigures } from "../../../../support/sampleFigures.ts";

let system: PlannedSystem;
beforeAll(async () => {
  system = await plannedSystem(withOutlines);
}, 60_000);
afterAll(() => system.close());

test("sums of the published plan are the plan's own", async () => {
  const { plan, run } = system;
  const figures = await publicReader(system.ports).figures(PLANNED.region);
  expect(figures.plans).toHaveLength(1);
  const [shown] = figures.plans;
  expect(shown!.run).toBe(run);
  expect(shown!.costCents).toEqual({ alone: plan.standAloneTotalCents, joint: plan.jointCostCents });
  expect(shown!.costCents.alone - shown!.costCents.joint).toBe(
    plan.municipalities.reduce((sum, { savingCents }) => sum + savingCents, 0),
  );
  const metres = (flow: (typeof plan)["flow"]["joint"]): number =>
    flow.vehicleWeeks.reduce((sum, { distanceMetres }) => sum + distanceMetres, 0);
  expect(shown!.distanceMetres).toEqual({
    joint: metres(plan.flow.joint),
    alone: Object.values(plan.flow.standAlone).reduce((sum, flow) => sum + metres(flow), 0),
  });
  expect(shown!.kgCo2e).toEqual({ alone: plan.emissions.standAloneKgCo2e, joint: plan.emissions.jointKgCo2e });
  const lines = shown!.emissionLines.reduce((sum, { joint }) => sum + joint, 0);
  expect(lines).toBeCloseTo(plan.emissions.jointKgCo2e, 6);
  expect(shown!.factorSet).toBe(plan.emissions.factorSet);
  const { alone, joint } = figures.co2!;
  for (const [balance, planned] of [
    [alone, plan.emissions.standAloneKgCo2e],
    [joint, plan.emissions.jointKgCo2e],
  ] as const) {
    expect(balance.kgCo2e).toBeCloseTo(planned, 6);
    expect(balance.factorSet).toBe(plan.emissions.factorSet);
  }
  const line = (name: string) => plan.emissions.lines.find((one) => one.line === name)!;
  expect(joint.driving.kgCo2e).toBeCloseTo(line("transport").jointKgCo2e, 6);
  expect(alone.shredding.kgCo2e).toBeCloseTo(line("shredding").standAloneKgCo2e, 6);
  expect(joint.treatmentKgCo2e).toBeCloseTo(line("treatment").jointKgCo2e, 6);
  expect(joint.driving.drivenMetres).toBe(shown!.distanceMetres!.joint);
  const expected = figures.months.reduce((sum, { expectedKg }) => sum + (expectedKg ?? 0), 0);
  expect(expected).toBe(plan.municipalities.reduce((sum, { forecastKg }) => sum + forecastKg, 0));
  // 7.0 t and 12.1 t are the two tickets of the tiny region, both of November.
  expect(figures.months.find(({ month }) => month === "2026-11")!.weighedKg).toBe(19_100);
});

test("after a refusal the figures are those of who agreed to share, while a vote goes on those of the plan", async () => {
  const { ports, plan, run } = system;
  const { region, week } = PLANNED;
  const members = sampleAgreement().members.slice(1);
  const sampled = sampleAgreement({ region, members, version: 2, jointCostCents: 38_000 });
  const agreement = { ...sampled, plan: { ...sampled.plan, week, run } };
  const version = { execution: null, openedAt: null, endedAt: null, against: [], reason: null, told: true };
  const put = (state: AgreementState) =>
    ports.store.put(
      {
        ...agreementKey.record(region, agreement.id),
        data: asJson({
          ...{ region, id: agreement.id, kind: "period", paper: null },
          versions: [{ ...version, version: 2, state, sha256: "b".repeat(64) }],
        }),
      },
      "any",
    );
  const proposal = agreementKey.proposal({ region, agreement: agreement.id, version: 2 });
  await ports.store.put({ ...proposal, data: asJson({ agreement, sha256: "b".repeat(64) }) }, "any");
  await put("open");
  const before = await publicReader(ports).figures(region);
  expect(before.plans[0]!.costCents).toEqual({ alone: plan.standAloneTotalCents, joint: plan.jointCostCents });
  await put("inForce");
  const figures = await publicReader(ports).figures(region);
  // Bergheim pays 250.50 instead of 300.50, Cronau 149.50 instead of 199.50 euros.
  expect(figures.plans[0]).toMatchObject({
    ...{ members: { planned: 3, sharing: 2 }, costCents: { alone: 50_000, joint: 38_000 } },
    ...{ distanceMetres: null, kgCo2e: null, emissionLines: [] },
  });
  expect(figures.co2).toBeNull();
  const files = openFiles(figures, { licence: DEFAULT_LICENCE, publisher: "Kreis" });
  const body = (name: string) => files.find((file) => file.name === name)!.body;
  const { rows } = readCsv("einsparungen.machine.csv", body("einsparungen.machine.csv"));
  expect(rows.map(({ cells }) => ({ ...cells }))).toMatchObject([
    { measure: "cost", alone: "50000", joint: "38000", saving: "12000", members: "2", membersPlanned: "3" },
  ]);
  expect(body("einsparungen.csv")).toContain(";500,00;380,00;120,00;;;;;;;");
  expect(JSON.parse(body("einsparungen.json"))).toMatchObject({
    plans: [{ costCents: { joint: 38_000 }, kgCo2e: null }],
  });
  for (const language of ["de", "fr", "en"] as const) {
    const parts = publicPage({ figures, regions: [] }, speechOf(OPEN_WORDS, language));
    const text = String(await parts.main);
    const { money } = figuresOf(language);
    expect(text).toContain(money(12_000));
    expect(text).not.toContain(money(plan.standAloneTotalCents - plan.jointCostCents));
    expect(text).not.toMatch(/undefined|NaN|null/);
  }
  await put("withdrawn");
});

test("no share and no cost of a single member is in it", async () => {
  const { plan } = system;
  const text = JSON.stringify(await publicReader(system.ports).figures(PLANNED.region));
  for (const { shareCents, standAloneCostCents, savingCents, paymentCents } of plan.municipalities)
    for (const cents of [shareCents, standAloneCostCents, savingCents, paymentCents].filter((one) => one > 1000))
      expect(text).not.toMatch(new RegExp(`\\D${cents}\\D`));
  expect(text).not.toContain("@");
});

test("outlines of members alone, named as the region names them, outer rings counterclockwise", async () => {
  const { outlines } = await publicReader(system.ports).figures(PLANNED.region);
  const features = outlines!.features as { properties: object; geometry: { coordinates: number[][][] } }[];
  expect(features.map(({ properties }) => Object.keys(properties))).toEqual(Array(3).fill(["ags", "name"]));
  for (const { geometry } of features) {
    const ring = geometry.coordinates[0]!;
    expect(ring[0]).toEqual(ring.at(-1));
    const area = ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0]! * y! - x! * ring[i]![1]!, 0);
    expect(area).toBeGreaterThan(0);
  }
});

test("what is no outline is left out, and nothing of it thrown", () => {
  const members = [{ ags: "1", name: "A" }];
  for (const document of [
    null,
    5,
    {},
    { features: 3 },
    { features: [null, { id: "1" }, { id: "1", geometry: { type: "Point" } }] },
  ])
    expect(outlinesOf(document, members)).toBe(null);
});

test("a week counts once, in the month of its Thursday, by its own plan", () => {
  const { plans } = sampleFigures();
  const weighings = [
    { weighedAt: "2026-10-31T23:30:00Z", netKg: 100 },
    { weighedAt: "2026-10-31T12:00:00Z", netKg: 50 },
  ];
  // 23:30 UTC is 0:30 of 1 November in Berlin (winter time). W47 of the older plan, W48 of the newer.
  expect(monthsOf(plans, weighings)).toEqual([
    { month: "2026-10", weighedKg: 50, expectedKg: null, expectedWeeks: 0 },
    { month: "2026-11", weighedKg: 100, expectedKg: 1500, expectedWeeks: 2 },
  ]);
});

test("at most twelve months of tickets, the newest", () => {
  const weighings = Array.from({ length: 20 }, (_, i) => ({
    ...{ weighedAt: `20${25 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}-15T10:00:00Z`, netKg: 1 },
  }));
  const months = monthsOf([], weighings).map(({ month }) => month);
  expect(months).toHaveLength(12);
  expect([months[0], months.at(-1)]).toEqual(["2025-09", "2026-08"]);
});

test("a difference within the noise is no saving", () => {
  expect(savingOf({ alone: 100_000, joint: 99_950 }).kind).toBe("none");
  expect(savingOf({ alone: 100_000, joint: 99_000 })).toEqual({ kind: "gain", amount: 1000 });
  expect(savingOf({ alone: 100_000, joint: 101_000 })).toEqual({ kind: "loss", amount: -1000 });
});
