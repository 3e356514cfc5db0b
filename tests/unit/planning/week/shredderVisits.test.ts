import { expect, test } from "vitest";
import type { FlowPlan, Haul, Shredding } from "../../../../domain/plan/flowPlan.ts";
import type { Region } from "../../../../domain/region/tables.ts";
import { shredderVisits } from "../../../../planning/week/shredderVisits.ts";
import { tinyValidRegion } from "../../../support/tinyRegion.ts";

const WEEK = "2026-W48";

/** The tiny region; its shredder does 30 t/h and 40 h a week: 8 h or 240 t a day. */
const region = tinyValidRegion();

function flow(shreddedKg: Record<string, number>, hauledKg: Record<string, number> = {}): FlowPlan {
  const shreddings = Object.entries(shreddedKg).map(
    ([storageId, massKg]) => ({ week: WEEK, shredderId: "kraft-shredder", storageId, massKg }) as Shredding,
  );
  const hauls = Object.entries(hauledKg).map(
    ([storageId, massKg]) => ({ week: WEEK, storageId, massKg, form: "shredded", facilityId: "compost" }) as Haul,
  );
  return { shreddings, hauls } as unknown as FlowPlan;
}

const dates = (of: Region, plan: FlowPlan) => shredderVisits(of, plan, WEEK).map((v) => [v.pointId, v.date, v.massKg]);

test("one machine goes to the largest site first and is dated the day each site is done", () => {
  // 300 t take 10 h: done on Tuesday after 2 h. 480 t more end after 26 h: Thursday.
  expect(dates(region, flow({ "alt-woody": 300_000, "berg-woody": 480_000 }))).toEqual([
    ["p-berg", "2026-11-24", 480_000],
    ["p-alt", "2026-11-26", 300_000],
  ]);
});

test("a site whose material is fetched in the same week comes before a larger one", () => {
  const plan = flow({ "alt-woody": 300_000, "berg-woody": 480_000 }, { "alt-woody": 20_000 });
  // 10 h for Altdorf: Tuesday; 26 h for both: Thursday.
  expect(dates(region, plan)).toEqual([
    ["p-alt", "2026-11-24", 300_000],
    ["p-berg", "2026-11-26", 480_000],
  ]);
});

test("work for more than a week is done by several machines side by side, and ends by Friday", () => {
  // 1500 t are 50 h: two machines. Bergheim 1260 t: the first works its 40 h, the second takes the other 2 h: Friday.
  // Altdorf 240 t: the second machine from its hour 2 to hour 10: Tuesday.
  expect(dates(region, flow({ "berg-woody": 1_260_000, "alt-woody": 240_000 }))).toEqual([
    ["p-berg", "2026-11-27", 1_260_000],
    ["p-alt", "2026-11-24", 240_000],
  ]);
});

test("what is shredded in another week asks for no visit", () => {
  const plan = flow({ "alt-woody": 1000 });
  expect(shredderVisits(region, plan, "2026-W49")).toEqual([]);
});
