import { describe, expect, test } from "vitest";
import type { FlowPlan } from "../../../../domain/plan/flowPlan.ts";
import type { Region, Row, TableName } from "../../../../domain/region/tables.ts";
import { checkFlowPlan } from "../../../../optimizer/checker/index.ts";
import { roundedBetween, sumOfRounded } from "../../../../optimizer/checker/flow/interval.ts";
import { tinyValidRegion } from "../../../support/tinyRegion.ts";
import { ALTDORF, BERGHEIM, CRONAU, FORECAST, handAlone, handJoint, WEEKS } from "./handFlows.ts";
import { handTravel } from "./handTravel.ts";

const ALL = [ALTDORF, BERGHEIM, CRONAU];

function check(plan: FlowPlan, region: Region = tinyValidRegion(), members: readonly string[] = plan.members) {
  return checkFlowPlan(plan, { region, forecast: FORECAST, weeks: WEEKS, calibration: 1, members, travel: handTravel });
}

const codes = (...args: Parameters<typeof check>) => [...new Set(check(...args).map((f) => f.code))];

/** The tiny region with one row changed. */
function regionWith<N extends TableName>(table: N, id: string, changes: Partial<Row<N>>): Region {
  const region = tinyValidRegion();
  const rows = region[table] as readonly Row<N>[];
  return { ...region, [table]: rows.map((row) => ("id" in row && row.id === id ? { ...row, ...changes } : row)) };
}

test("the joint plan and every plan alone keep every rule", () => {
  expect(check(handJoint())).toEqual([]);
  for (const alone of Object.values(handAlone())) expect(check(alone)).toEqual([]);
});

describe("a plan that was right is wrong in another region", () => {
  test.each<[string, Region, string]>([
    ["the facility has closed", regionWith("facilities", "compost", { status: "closed" }), "check.flow.facilityClosed"],
    [
      "the facility is a candidate that nobody opened",
      regionWith("facilities", "compost", { status: "candidate" }),
      "check.flow.facilityClosed",
    ],
    [
      "the facility is its owner's alone",
      regionWith("facilities", "farm", { access: "owner" }),
      "check.flow.facilityAccess",
    ],
    [
      "the boiler takes 4.9 t a week at most and a little less",
      regionWith("facilities", "boiler", { capacityTonnesPerYear: 254 }),
      "check.flow.facilityCapacity",
    ],
    [
      "the tariff is for the authority's material",
      regionWith("tariffs", "farm-mixed-loose", { owner: "authority" }),
      "check.flow.tariff",
    ],
    [
      "a tariff of the owner comes before the general one",
      regionWith("tariffs", "farm-mixed-loose", { gateFeeCents: 4001 as never }),
      "check.flow.costLine",
    ],
    [
      "there is no loader any more",
      regionWith("collectionPoints", "p-alt", { equipment: [] }),
      "check.flow.capability",
    ],
    [
      "the stream is not shreddable",
      regionWith("streams", "private-woody", { shreddable: false }),
      "check.flow.notShreddable",
    ],
    [
      "the shredder is a stranger's",
      regionWith("shredders", "kraft-shredder", { ownerId: "avb" }),
      "check.flow.equipment",
    ],
    ["the vehicle is a stranger's", regionWith("vehicles", "kraft-floor", { ownerId: "avb" }), "check.flow.equipment"],
    [
      "the vehicle hauls otherwise",
      regionWith("vehicles", "kraft-floor", { capabilities: ["grab"] }),
      "check.flow.capability",
    ],
    [
      "the vehicle's week is shorter than its work",
      regionWith("vehicles", "alt-hook", { shiftHours: "Mo 07:00-07:30" }),
      "check.flow.shifts",
    ],
    [
      "the reference vehicle is smaller",
      regionWith("vehicles", "alt-hook", { capacityKg: 7_000 as never }),
      "check.flow.work",
    ],
    [
      "a site's storage is smaller",
      regionWith("storages", "berg-woody", { volumeLitres: 149_000 as never }),
      "check.flow.overflow",
    ],
    ["the hours cost more", regionWith("vehicles", "kraft-hook", { centsPerHour: 8_600 }), "check.flow.costLine"],
    ["the toll is higher", regionWith("vehicles", "kraft-hook", { tollShare: 0.4 }), "check.flow.costLine"],
  ])("%s", (_, region, code) => {
    expect(codes(handJoint(), region)).toContain(code);
  });

  test("the travel time is another", () => {
    const slow = checkFlowPlan(handJoint(), {
      region: tinyValidRegion(),
      forecast: FORECAST,
      weeks: WEEKS,
      calibration: 1,
      members: ALL,
      travel: () => ({ metres: 9_000, seconds: 1_000 }),
    });
    expect(slow.map((f) => f.code)).toContain("check.flow.work");
  });

  test("kilometres that no truck could drive in the time", () => {
    const region = tinyValidRegion();
    const { settings } = region;
    const slow = { ...region, settings: { ...settings, travel: { ...settings.travel, speedKmh: { value: 10 } } } };
    expect(codes(handJoint(), slow)).toEqual(["check.flow.speed"]);
  });
});

describe("groups", () => {
  test("a group without Altdorf may not use its boiler nor its vehicle", () => {
    const found = codes({ ...handJoint(), members: [BERGHEIM, CRONAU] });
    expect(found).toContain("check.flow.facilityAccess");
    expect(found).toContain("check.flow.equipment");
  });

  test("a plan for another group than stated is refused at once", () => {
    expect(codes(handJoint(), tinyValidRegion(), [ALTDORF])).toEqual(["check.flow.members"]);
  });

  test("a year's capacity is a fifty-second of it a week", () => {
    // 12 250 kg are brought in the first week; 600 t a year are 11 538 kg, 640 t are 12 307 kg.
    expect(codes(handJoint(), regionWith("facilities", "compost", { capacityTonnesPerYear: 600 }))).toContain(
      "check.flow.facilityCapacity",
    );
    expect(codes(handJoint(), regionWith("facilities", "compost", { capacityTonnesPerYear: 640 }))).toEqual([]);
  });

  test("a group has the part of a public facility that it has of the material", () => {
    // Bergheim has 16.8 of 70 t: 24 %. Of 3.7 t a week that is 888 kg, of 3.8 t 912 kg.
    const plan = handAlone()[BERGHEIM]!;
    plan.hauls = [
      {
        week: WEEKS[0],
        storageId: "berg-mixed",
        facilityId: "compost",
        form: "loose",
        capability: "hookLift",
        massKg: 900,
      },
    ];
    expect(codes(plan, regionWith("facilities", "compost", { capacityTonnesPerWeek: 3.7 }))).toContain(
      "check.flow.facilityCapacity",
    );
    expect(codes(plan, regionWith("facilities", "compost", { capacityTonnesPerWeek: 3.8 }))).not.toContain(
      "check.flow.facilityCapacity",
    );
    // A facility of the owner's alone serves the group with all it has.
    const own = regionWith("facilities", "compost", { capacityTonnesPerWeek: 1, access: "owner", ownerId: BERGHEIM });
    expect(codes(plan, own)).not.toContain("check.flow.facilityCapacity");
  });

  test("what a member of a shared point has shredded is paid by its part", () => {
    // Bergheim, 60 % of p-berg: 12 t shredded of its 14.4 t. 12 000 c, set-up 0.6 · 30 000, mobilisation 0.6 · 35 000: 51 000 c.
    const alone = structuredClone(handAlone()[BERGHEIM]!);
    alone.campaigns = [{ week: WEEKS[0], pointId: "p-berg", shredderId: "kraft-shredder", members: [BERGHEIM] }];
    alone.shreddings = [{ week: WEEKS[0], storageId: "berg-woody", shredderId: "kraft-shredder", massKg: 12_000 }];
    // 2.4 t loose and 12 t shredded fill 16 + 36.4 m³ of 90, then 24 + 36.4.
    Object.assign(alone.stocks[0]!, { looseKg: 2_400, shreddedKg: 12_000, overflowKg: 0 });
    Object.assign(alone.stocks[1]!, { looseKg: 3_600, shreddedKg: 12_000, overflowKg: 0 });
    Object.assign(alone.costLines, { shredding: 51_000, overflow: 0 });
    Object.assign(alone, {
      costCents: 30_000 + 24_000 + 51_000,
      lowerBoundCents: 0,
      emissionLines: { transport: 0, shredding: 76.8, treatment: 0 },
    });
    expect(check(alone)).toEqual([]);
    // Nobody, a stranger, and more than it has.
    expect(codes({ ...alone, campaigns: [{ ...alone.campaigns[0]!, members: [] }] })).toContain(
      "check.flow.campaignMembers",
    );
    expect(codes({ ...alone, campaigns: [{ ...alone.campaigns[0]!, members: [ALTDORF] }] })).toContain(
      "check.flow.campaignMembers",
    );
    const joint = {
      ...handJoint(),
      campaigns: [...handJoint().campaigns, { ...alone.campaigns[0]!, members: [CRONAU] }],
      shreddings: [...handJoint().shreddings, ...alone.shreddings],
    };
    expect(codes(joint)).toContain("check.flow.campaignMaterial");
  });

  test("two machines come when the hours do not fit into one", () => {
    // 17.15 t at 30 t/h are 0.57 h; with 0.3 h a week two machines come: 35 000 c more.
    const region = regionWith("shredders", "kraft-shredder", { hoursPerWeek: 0.3 });
    const plan = handJoint();
    plan.costLines.shredding += 35_000;
    plan.costCents += 35_000;
    expect(check(plan, region)).toEqual([]);
    expect(codes(handJoint(), region)).toEqual(["check.flow.costLine"]);
  });
});

test("an opened candidate costs its part of the year, and only candidates are opened", () => {
  // 52 000 € a year, 2 weeks: 200 000 c.
  const plan = handJoint();
  plan.openedSites = ["hub"];
  plan.costLines.sites = 200_000;
  plan.costCents += 200_000;
  expect(check(plan)).toEqual([]);
  expect(codes({ ...plan, openedSites: ["compost"] })).toEqual(["check.flow.site"]);
  expect(codes({ ...plan, openedSites: ["hub", "hub"] })).toEqual(["check.flow.twice"]);
});

test("carbon has the price the region gives it", () => {
  // 1076.466 kg at 10 000 c/t: 10 764.66 c.
  const region = tinyValidRegion();
  const prices = { ...region.settings.prices, co2CentsPerTonne: { value: 10_000 as never } };
  const plan = handJoint();
  plan.costLines.co2 = 10_765;
  plan.costCents += 10_765;
  expect(check(plan, { ...region, settings: { ...region.settings, prices } })).toEqual([]);
});

test("more taken away than there is: named as such", () => {
  const plan = handJoint();
  plan.hauls[2]!.massKg += 10_000;
  expect(codes(plan)).toContain("check.flow.negativeStock");
});

test("an unknown id stops the check of that plan with a name", () => {
  const plan = handJoint();
  plan.hauls[0]!.facilityId = "nowhere";
  plan.stocks[0]!.week = "2027-W01";
  expect(check(plan).map((f) => `${f.code} ${f.place.id}`)).toEqual([
    "check.flow.unknown flow.hauls[0]",
    "check.flow.week flow.stocks[0]",
  ]);
});

test("a cent off is a cent off", () => {
  const plan = handJoint();
  plan.costLines.gate += 1;
  plan.costCents += 1;
  expect(codes(plan)).toEqual(["check.flow.costLine"]);
});

test("only at half a cent, where noise decides, both neighbours are right", () => {
  expect(roundedBetween(1.5)).toEqual({ low: 1, high: 2 });
  // 0.1 + 0.2 is a little more than 0.3; 1.4 and 1.6 are far from a half.
  expect(roundedBetween((0.1 + 0.2) * 5)).toEqual({ low: 1, high: 2 });
  expect(sumOfRounded([1.4, 1.6, -2.2])).toEqual({ low: 1, high: 1 });
});
