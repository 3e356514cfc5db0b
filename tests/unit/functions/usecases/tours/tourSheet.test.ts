import { expect, test } from "vitest";
import type { PlanRoute } from "../../../../../domain/plan/plan.ts";
import { geoUri, qrOf } from "../../../../../functions/usecases/tours/qr.ts";
import { sheetContent } from "../../../../../functions/usecases/tours/sheetContent.ts";
import { COLUMNS, layOutSheet, PAGE } from "../../../../../functions/usecases/tours/sheetLayout.ts";
import { tourSheet } from "../../../../../functions/usecases/tours/tourSheet.ts";
import { winAnsi } from "../../../../../functions/usecases/tours/winAnsi.ts";
import { readPdf } from "../../../../support/readPdf.ts";
import { samplePlan } from "../../../../support/samplePlan.ts";
import { sampleRegion } from "../../../planning/report/sampleRegion.ts";
import QRCode from "qrcode";

const region = sampleRegion();
const plan = samplePlan();
const route = plan.routes[0]!;

/** Twenty-five stops, which take three pages. */
const long: PlanRoute = {
  ...route,
  stops: [route.stops[0]!, ...plan.routes.flatMap(({ stops }) => stops.slice(1, -1)).slice(0, 23), route.stops.at(-1)!],
};

test("the sheet says vehicle, date, depot, and of each stop when, where and what", async () => {
  const { pages } = readPdf(await tourSheet(plan, region, route));
  const text = pages.join("\n");
  expect(pages).toHaveLength(1);
  for (const words of [route.vehicleName, "Montag, 23.11.2026 (KW 48/2026)", route.stops[0]!.name, "Seite 1 von 1"])
    expect(text).toContain(words);
  for (const stop of route.stops) {
    expect(text).toContain(stop.arrivalAt.slice(11, 16));
    if (stop.kind !== "break") expect(text).toContain(stop.name);
  }
  expect(text.match(/Abladen und wiegen/g)).toHaveLength(3);
  expect(text.match(/Wiegeschein Nr\./g)).toHaveLength(3);
  expect(text).toContain("45 Minuten");
});

test("what is laden and tipped is said in kilograms, with what it is and where it goes", () => {
  const { stops } = sheetContent(plan, region, route);
  const [, pickup, facility] = stops;
  const load = plan.pickups.find(({ id }) => id === route.stops[1]!.id)!;
  const stream = region.streams.find(({ id }) => id === load.streamId)!;
  const plant = region.facilities.find(({ id }) => id === load.facilityId)!;
  const kg = load.massKg.toLocaleString("de-DE");
  expect(pickup!.details).toEqual([
    `${stream.name}, ${load.form === "loose" ? "lose" : "gehäckselt"}`,
    expect.stringContaining(`geplant ${kg} kg`),
  ]);
  expect(pickup!.details[1]).toContain(plant.name);
  expect(facility!.details).toEqual([`geplant ${kg} kg`, `aus: ${route.stops[1]!.name}`]);
});

test("a tour of 25 stops goes over three pages, each stop whole and once, each page with heads and its number", async () => {
  const { pages } = readPdf(await tourSheet(plan, region, long));
  expect(pages).toHaveLength(3);
  pages.forEach((page, index) => {
    expect(page).toContain(`Seite ${index + 1} von 3`);
    expect(page).toContain("Ort und Aufgabe");
    expect(page).toContain(route.vehicleName);
  });
  const numbers = pages.flatMap((page) =>
    page
      .split("\n")
      .filter((line) => /^\d{1,2}$/.test(line))
      .map(Number),
  );
  expect(numbers).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
});

test("no stop stands over the edge of its page or over another", () => {
  for (const page of layOutSheet(sheetContent(plan, region, long).stops)) {
    let below = page.top;
    for (const { top, height } of page.stops) {
      expect(top).toBeGreaterThanOrEqual(below);
      below = top + height;
    }
    expect(below).toBeLessThanOrEqual(PAGE.height - PAGE.footer);
  }
  const columns = Object.values(COLUMNS);
  columns.slice(1).forEach(({ x }, index) => expect(x).toBeGreaterThan(columns[index]!.x + columns[index]!.width));
  expect(columns.at(-1)!.x + columns.at(-1)!.width).toBeLessThanOrEqual(PAGE.width - PAGE.margin + 0.5);
});

test("every stop but the break has a code for the map, with words for those who do not see it", async () => {
  const { alternatives } = readPdf(await tourSheet(plan, region, route));
  const places = route.stops.filter(({ kind }) => kind !== "break");
  expect(alternatives).toEqual(
    places.map((stop) => `QR-Code: ${stop.name} in der Karte öffnen (${geoUri(stop).slice(4)})`),
  );
});

test("the code drawn is the code made, module by module", () => {
  const text = geoUri({ latitude: 49.29, longitude: 6.745 });
  expect(text).toBe("geo:49.29000,6.74500");
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const { size, runs } = qrOf(text);
  const drawn = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const { row, column, length } of runs) drawn[row]!.fill(1, column, column + length);
  expect(drawn.flat()).toEqual([...modules.data]);
});

test("the document is tagged, German, titled, and has heads of columns and rows", async () => {
  const { source } = readPdf(await tourSheet(plan, region, route));
  for (const mark of [
    "/Marked true",
    "/Lang (de-DE)",
    "/DisplayDocTitle true",
    "/S /H1",
    "/S /TH",
    "/Scope /Row",
    "/S /Figure",
  ])
    expect(source).toContain(mark);
});

test("the same tour gives the same bytes, another week others", async () => {
  const bytes = await tourSheet(plan, region, route);
  expect(Buffer.from(await tourSheet(plan, region, route)).equals(bytes)).toBe(true);
  expect(readPdf(bytes).source.includes("(D:20261123000000Z)")).toBe(true);
  expect(Buffer.from(await tourSheet({ ...plan, week: "2026-W49" }, region, route)).equals(bytes)).toBe(false);
});

test("names of any length and script neither overflow nor break the sheet", async () => {
  const name = "Grüngutsammelstelle mit einem sehr langen Namen an der Straße zum Hoxberg (mit Nalbach) ".repeat(3);
  const odd: PlanRoute = {
    ...route,
    vehicleName: "Łódź 垃圾 🚛 ".repeat(20),
    stops: route.stops.map((stop) => ({ ...stop, name })),
  };
  expect(readPdf(await tourSheet(plan, region, odd)).pages).toHaveLength(1);
});

test.each([
  ["Größe – „½“ €", "Größe – „½“ €"],
  ["Łódź, Škoda, ő", "Lódz, Škoda, o"],
  ["3\u202F000 −5", "3\u00A0000 –5"],
  ["垃圾 🚛", "?? ?"],
  ["a\r\nb", "a  b"],
])("%j is drawn as %j", (text, drawn) => {
  expect(winAnsi(text)).toBe(drawn);
});
