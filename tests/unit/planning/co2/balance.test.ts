// The arithmetic of the balance by hand, what may not depend on the method, and the one number that pages, plans and papers share.
import { expect, test } from "vitest";
import { rangeOf, savingBetween, type Co2Activity } from "../../../../domain/co2/balance.ts";
import { EmissionFactors } from "../../../../domain/region/settings.ts";
import type { SettledTicket } from "../../../../domain/settlement/settlement.ts";
import {
  greatCircleMetres,
  settledActivity,
  sumOfActivities,
  toursActivity,
} from "../../../../planning/co2/activity.ts";
import { co2Balance } from "../../../../planning/co2/balance.ts";
import { tinyValidRegion } from "../../../support/tinyRegion.ts";

const SET = EmissionFactors.parse({
  ...{ schema: "gruenverbund/emission-factors/1", id: "set", version: "7", name: "Satz" },
  dieselKgCo2ePerLitre: { value: 3.2 },
  truckLitresPer100Km: { value: 30 },
  shreddingLitresPerTonne: { value: 2 },
  facilityKgCo2ePerTonne: {
    composting: { value: 47 },
    digestion: { value: 50 },
    biomassHeat: { value: 20 },
    transfer: { value: 30 },
  },
  otherMethods: [
    { name: "IPCC", facilityKgCo2ePerTonne: { composting: { value: 176 } } },
    { name: "wenig Diesel", dieselKgCo2ePerLitre: { value: 3 } },
  ],
});

const ACTIVITY: Co2Activity = {
  drivenMetres: 200_000,
  moved: [
    { massKg: 10_000, metres: 20_000 },
    { massKg: 5000, metres: 10_000 },
  ],
  shreddedKg: 5000,
  treated: [
    { kind: "composting", massKg: 10_000 },
    { kind: "biomassHeat", massKg: 5000 },
  ],
};

test("litres times the factor, treatment apart, and the intensity over the great circle", () => {
  const balance = co2Balance(ACTIVITY, SET);
  expect(balance.factorSet).toBe("Satz (7)");
  // 200 km at 30 l/100 km are 60 l; 60 * 3.2 = 192 kg. 10 t * 20 km + 5 t * 10 km = 250 tkm; 192,000 g / 250.
  expect(balance.driving).toMatchObject({ litres: 60, tonneKilometres: 250 });
  expect(balance.driving.kgCo2e).toBeCloseTo(192, 9);
  expect(balance.driving.gramsPerTonneKilometre).toBeCloseTo(768, 9);
  // 5 t at 2 l/t are 10 l.
  expect(balance.shredding.kgCo2e).toBeCloseTo(32, 9);
  expect(balance.shredding.kgCo2ePerTonne).toBeCloseTo(6.4, 9);
  expect(balance.transportKgCo2e).toBeCloseTo(224, 9);
  // 10 t * 47 + 5 t * 20
  expect(balance.treatments.map(({ kind, kgCo2e }) => [kind, kgCo2e])).toEqual([
    ["composting", 470],
    ["biomassHeat", 100],
  ]);
  expect(balance.kgCo2e).toBeCloseTo(224 + 570, 9);
});

test("methods change what they name and nothing else; the range is their least and most", () => {
  const balance = co2Balance(ACTIVITY, SET);
  const [own, ipcc, diesel] = balance.methods;
  expect(own!.kgCo2e).toBe(balance.kgCo2e);
  // 10 t * (176 - 47) more; transport as before.
  expect(ipcc!.kgCo2e - own!.kgCo2e).toBeCloseTo(1290, 9);
  expect(ipcc!.transportKgCo2e).toBe(own!.transportKgCo2e);
  // 70 l * 0.2 less.
  expect(own!.kgCo2e - diesel!.kgCo2e).toBeCloseTo(14, 9);
  expect(diesel!.treatmentKgCo2e).toBe(own!.treatmentKgCo2e);
  expect(rangeOf(balance)).toEqual({ lowKgCo2e: diesel!.kgCo2e, highKgCo2e: ipcc!.kgCo2e });
});

test("a saving is taken method by method: what both sides treat alike leaves no range", () => {
  const alone = co2Balance(
    { ...ACTIVITY, drivenMetres: 300_000 },
    { ...SET, otherMethods: SET.otherMethods!.slice(0, 1) },
  );
  const joint = co2Balance(ACTIVITY, { ...SET, otherMethods: SET.otherMethods!.slice(0, 1) });
  // 100 km * 0.3 l * 3.2
  const saving = savingBetween(alone, joint);
  for (const kg of [saving.kgCo2e, saving.lowKgCo2e, saving.highKgCo2e]) expect(kg).toBeCloseTo(96, 9);
});

test("nothing moved has no intensity, and a set without other methods no range", () => {
  const { otherMethods: _, ...plain } = SET;
  const balance = co2Balance({ drivenMetres: 0, moved: [], shreddedKg: 0, treated: [] }, plain);
  expect(balance.driving.gramsPerTonneKilometre).toBeNull();
  expect(balance.shredding.kgCo2ePerTonne).toBeNull();
  expect(balance.treatments).toEqual([]);
  expect(rangeOf(balance)).toEqual({ lowKgCo2e: 0, highKgCo2e: 0 });
});

test("a degree of latitude is 111.2 km", () => {
  const metres = greatCircleMetres({ latitude: 49, longitude: 7 }, { latitude: 50, longitude: 7 });
  // 6,371,008.8 m * pi / 180
  expect(metres).toBeCloseTo(111_195.08, 1);
});

test("of what was weighed a refused load was driven but not treated, and an unknown plant moves nothing", () => {
  const region = tinyValidRegion();
  const lot: SettledTicket["lots"][number] = {
    ...{ storageId: "alt-mixed", pointId: "p-alt", fraction: "mixed", form: "shredded", owner: "municipality" },
    ...{ plannedKg: 1000, weighedKg: 1000, parts: [{ ags: "99001001", value: 1000 }] },
  };
  const ticket = (id: string, facilityId: string, refused: boolean): SettledTicket => ({
    ...{ id, number: id, weighbridge: "w", weighedAt: "2026-11-24T10:00:00+01:00", week: "2026-W48", facilityId },
    ...{ netKg: 1000, refused, tourId: null, lots: [lot] },
  });
  const activity = settledActivity(
    { tickets: [ticket("a", "compost", false), ticket("b", "compost", true), ticket("c", "gone", false)], tours: [] },
    region,
  );
  expect(activity.treated).toEqual([{ kind: "composting", massKg: 1000 }]);
  expect(activity.shreddedKg).toBe(3000);
  const [first, refused, unknown] = activity.moved;
  // From (49.30, 6.70)-ish to (49.38, 6.70): close to 9 km.
  expect(first!.metres).toBeGreaterThan(5000);
  expect(refused).toEqual(first);
  expect(unknown).toEqual({ massKg: 1000, metres: 0 });
});

test("tours of a week count what they take, and weeks side by side add up", () => {
  const region = tinyValidRegion();
  const { id: pointId } = region.collectionPoints[0]!;
  const [facility] = region.facilities;
  const pickup = { pointId, facilityId: facility!.id, form: "shredded", massKg: 4000, routeId: "t" };
  const left = { ...pickup, massKg: 9000, routeId: null };
  const plan = { pickups: [pickup, left], routes: [{ distanceMetres: 50_000 }, { distanceMetres: 7000 }] };
  const activity = toursActivity(plan as unknown as Parameters<typeof toursActivity>[0], region);
  expect(activity).toMatchObject({ drivenMetres: 57_000, shreddedKg: 4000 });
  expect(activity.treated).toEqual([{ kind: facility!.kind, massKg: 4000 }]);
  const twice = sumOfActivities([activity, activity]);
  expect(twice).toMatchObject({ drivenMetres: 114_000, shreddedKg: 8000 });
  expect(twice.moved).toEqual([...activity.moved, ...activity.moved]);
});
