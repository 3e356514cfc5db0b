import { expect, test } from "vitest";
import { renderGpx } from "../../../../planning/report/gpx.ts";
import { samplePlan } from "../../../support/samplePlan.ts";
import { elements, parseXml } from "./parseXml.ts";

const plan = samplePlan();
const route = plan.routes[0]!;
const gpx = (name: string): string => renderGpx({ ...route, vehicleName: name }, plan.regionName);

test("a tour is well-formed GPX 1.1 with one route point a stop, in driving order", () => {
  const root = parseXml(renderGpx(route, plan.regionName));
  expect(root.name).toBe("gpx");
  expect(root.attributes).toMatchObject({ version: "1.1", xmlns: "http://www.topografix.com/GPX/1/1" });
  const names = elements(root, "rtept").map((point) => elements(point, "name")[0]!.text);
  expect(names).toEqual(route.stops.map((stop, index) => `${index + 1}. ${stop.name}`));
});

test("times are written in UTC", () => {
  // The tour starts at 06:30 in Berlin on a November day: one hour ahead of UTC.
  expect(route.stops[0]!.departureAt).toBe("2026-11-23T06:30:00+01:00");
  expect(elements(parseXml(renderGpx(route, "x")), "time")[0]!.text).toBe("2026-11-23T05:30:00Z");
});

test("child elements stand in the order that the schema asks for: time, name, desc, type", () => {
  const points = elements(parseXml(renderGpx(route, "x")), "wpt");
  expect(points.length).toBeGreaterThan(3);
  for (const point of points)
    expect(point.children.map((child) => child.name)).toEqual(["time", "name", "desc", "type"]);
});

test("a place that is visited twice is one waypoint", () => {
  const points = elements(parseXml(renderGpx(route, "x")), "wpt").map(
    (one) => `${one.attributes["lat"]} ${elements(one, "name")[0]!.text}`,
  );
  expect(new Set(points).size).toBe(points.length);
});

test("names cannot break out of the file, and forbidden control characters are dropped", () => {
  const root = parseXml(gpx(`LKW <1> & "Söhne" \u0001\u000B'x' ]]>`));
  expect(elements(root, "name")[0]!.text).toContain(`LKW <1> & "Söhne" 'x' ]]>`);
});

test("the reader of these tests refuses what is not well-formed", () => {
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  for (const bad of [`${head}<a><b></a></b>`, `${head}<a>&</a>`, `${head}<a`, `${head}<a x=1></a>`, "<a></a>"]) {
    expect(() => parseXml(bad)).toThrow();
  }
});
