import { expect, test } from "vitest";
import { apart } from "../../../../planning/report/map/apart.ts";
import { boxAround, placeLabels } from "../../../../planning/report/map/labels.ts";
import { pathOf, readOutlines } from "../../../../planning/report/map/outlines.ts";
import { projectionFor } from "../../../../planning/report/map/projection.ts";

const corners = [
  { latitude: 49, longitude: 6 },
  { latitude: 50, longitude: 7 },
];

test("north is up, east is right, and everything lies inside the drawing", () => {
  const projection = projectionFor(corners);
  const [southWest, northEast] = corners.map(projection.spot) as [{ x: number; y: number }, { x: number; y: number }];
  expect(southWest.x).toBeLessThan(northEast.x);
  expect(southWest.y).toBeGreaterThan(northEast.y);
  for (const { x, y } of [southWest, northEast]) {
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(projection.width);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(projection.height);
  }
});

test("a kilometre is as long to the east as to the north", () => {
  const { spot } = projectionFor(corners);
  const at = (latitude: number, longitude: number) => spot({ latitude, longitude });
  // At 49.5 degrees a degree of longitude is cos(49.5°) = 0.6494 degrees of latitude long.
  const north = at(49, 6).y - at(50, 6).y;
  const east = at(49, 7).x - at(49, 6).x;
  expect(east / north).toBeCloseTo(0.6494, 3);
});

test("a single place, or none, is no reason to fail", () => {
  for (const places of [[], corners.slice(0, 1)]) {
    const { x, y } = projectionFor(places).spot(corners[0]!);
    expect(Number.isFinite(x + y)).toBe(true);
  }
});

test("outlines that are not GeoJSON are left out without an error", () => {
  for (const document of [
    null,
    undefined,
    7,
    "text",
    [],
    {},
    { features: 3 },
    { features: [null, { geometry: { type: "Point", coordinates: [6, 49] } }] },
  ]) {
    expect(readOutlines(document).outlines).toEqual([]);
  }
});

const square = [
  [6, 49],
  [7, 49],
  [7, 50],
  [6, 50],
  [6, 49],
];

test("polygons and multipolygons are read with their name and code", () => {
  const features = [
    { id: "1", properties: { name: "A" }, geometry: { type: "Polygon", coordinates: [square] } },
    { properties: { ags: "2", name: "B" }, geometry: { type: "MultiPolygon", coordinates: [[square], [square]] } },
  ];
  const { outlines, attribution } = readOutlines({ features, attribution: "© X" });
  expect(outlines.map(({ ags, name, rings }) => [ags, name, rings.length])).toEqual([
    ["1", "A", 1],
    ["2", "B", 2],
  ]);
  expect(attribution).toBe("© X");
  expect(pathOf(outlines[1]!, projectionFor(corners))).toMatch(/^(M\d+ \d+l[\d\s-]+z){2}$/);
});

const frame = { width: 1000, height: 1000 };

test("labels with the same anchor do not cover each other nor the symbols", () => {
  const anchor = { x: 500, y: 500 };
  const symbol = boxAround(anchor, 12, 12);
  const labels = placeLabels(
    ["Saarlouis", "Ensdorf", "Bous"].map((text) => ({ text, anchor, size: 15, reach: 3.2 })),
    [symbol],
    frame,
  );
  const boxes = labels.map(({ text, at, size }) => boxAround(at, (text.length * size * 0.58) / 2, size * 0.62));
  const all = [symbol, ...boxes];
  all.forEach((a, i) =>
    all.slice(i + 1).forEach((b) => {
      const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
      expect(apart).toBe(true);
    }),
  );
});

test("a label at the edge stays inside the frame", () => {
  const [label] = placeLabels(
    [{ text: "Rehlingen-Siersburg", anchor: { x: 2, y: 999 }, size: 15, reach: 2 }],
    [],
    frame,
  );
  expect(label!.at.x).toBeGreaterThan(19 * 15 * 0.29);
  expect(label!.at.y).toBeLessThan(1000);
});

test("a site on the same spot as its plant moves aside and the plant stays", () => {
  const plant = { x: 100, y: 100 };
  const [moved, far] = apart([{ at: plant }, { at: { x: 300, y: 100 } }], [plant], 10);
  expect(Math.hypot(moved!.at.x - plant.x, moved!.at.y - plant.y)).toBeGreaterThan(18);
  expect(far!.at).toEqual({ x: 300, y: 100 });
});
