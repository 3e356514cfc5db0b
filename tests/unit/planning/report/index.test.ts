import { expect, test } from "vitest";
import { renderFiles } from "../../../../planning/report/index.ts";
import { samplePlan } from "../../../support/samplePlan.ts";
import { sampleOutlines, sampleRegion } from "./sampleRegion.ts";

const region = sampleRegion();
const plan = samplePlan(region);

test("every file of the plan command is written, one GPX a tour", () => {
  const files = renderFiles(plan, region, sampleOutlines());
  expect([...files.keys()].sort()).toEqual(
    [
      ...plan.routes.map((route) => `tours/${route.id}.gpx`),
      "costs.csv",
      "costs.machine.csv",
      "report.html",
      "routes.geojson",
      "tours.ics",
    ].sort(),
  );
  for (const content of files.values()) expect(content.length).toBeGreaterThan(100);
});

test("an id that looks like a path stays inside the folder of tours", () => {
  const routes = [{ ...plan.routes[0]!, id: "../../etc/passwd" }];
  const names = [...renderFiles({ ...plan, routes }, region, null).keys()].filter((name) => name.endsWith(".gpx"));
  expect(names).toEqual(["tours/__.._etc_passwd.gpx"]);
});
