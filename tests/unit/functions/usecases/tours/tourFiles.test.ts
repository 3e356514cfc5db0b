import { expect, test } from "vitest";
import { tourFiles } from "../../../../../functions/usecases/tours/tourFiles.ts";
import { renderIcs } from "../../../../../planning/report/ics.ts";
import { samplePlan } from "../../../../support/samplePlan.ts";
import { sampleRegion } from "../../../planning/report/sampleRegion.ts";

const region = sampleRegion();
const plan = samplePlan();
const few = { ...plan, routes: plan.routes.slice(0, 2) };

const uidsOf = (ics: string): string[] => [...ics.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid!);

test("every tour has its four files and nobody else's", async () => {
  const files = await tourFiles(few, region);
  expect([...files.keys()]).toEqual(
    few.routes.flatMap(({ id }) => ["pdf", "gpx", "ics", "geojson"].map((kind) => `tours/${id}.${kind}`)),
  );
  const [first, second] = few.routes;
  expect(files.get(`tours/${first!.id}.gpx`)).toContain(first!.vehicleName);
  const map = JSON.parse(String(files.get(`tours/${second!.id}.geojson`))) as {
    features: { properties: { kind: string; routeId?: string } }[];
  };
  expect(new Set(map.features.map(({ properties }) => properties.routeId))).toEqual(new Set([second!.id]));
  expect(new Set(map.features.map(({ properties }) => properties.kind))).toEqual(new Set(["route", "stop"]));
});

test("an appointment has the UID that it has in the whole week's calendar, also in a second shift of a day", async () => {
  const [first] = plan.routes;
  const twice = { ...plan, routes: [first!, { ...first!, id: "second-shift" }] };
  const whole = uidsOf(renderIcs(twice));
  const files = await tourFiles(twice, region);
  expect(new Set(whole).size).toBe(2);
  expect(uidsOf(String(files.get(`tours/${first!.id}.ics`)))).toEqual([whole[0]]);
  expect(uidsOf(String(files.get("tours/second-shift.ics")))).toEqual([whole[1]]);
});

test("the same plan gives the same bytes", async () => {
  expect(await tourFiles(few, region)).toEqual(await tourFiles(few, region));
});

test("an id that would leave the folder is refused", async () => {
  const evil = { ...plan, routes: [{ ...plan.routes[0]!, id: "../plan" }] };
  await expect(tourFiles(evil, region)).rejects.toThrow(RangeError);
});
