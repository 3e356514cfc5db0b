import { expect, test } from "vitest";
import { listAssumptions } from "../../../../domain/region/assumptions.ts";
import { tinyValidRegion } from "../../../support/tinyRegion.ts";

const region = tinyValidRegion();
const textOf = (file: string, id = ""): string[] =>
  listAssumptions(region)
    .filter((one) => one.file === file && one.id === id)
    .map(({ text }) => text);

test("a row that nobody verified is one entry with its German kind, name and source", () => {
  expect(listAssumptions(region).filter(({ file }) => file === "collection-points.csv")).toEqual([
    {
      file: "collection-points.csv",
      id: "p-alt",
      field: "latitude",
      text: "Lage (Breite) 49,31 ° (collection-points.csv, p-alt)",
      source: "read off a map",
    },
    {
      file: "collection-points.csv",
      id: "p-cron",
      field: "",
      text: "Sammelstelle Bauhof Cronau (collection-points.csv, p-cron)",
      source: "invented for tests",
    },
  ]);
});

test("a verified row without corrections is no assumption", () => {
  expect(
    listAssumptions(region).filter(({ file }) => file === "municipalities.csv" || file === "vehicles.csv"),
  ).toEqual([]);
});

test("a field of a verified row that is not verified itself is named with its value in units people read", () => {
  const source = (id: string, field: string, file = "streams.csv") => ({
    file,
    id,
    field,
    source: "Annahme",
    verified: false,
  });
  const fieldSources = [
    source("private-woody", "looseKgPerM3"),
    source("alt-woody", "volumeLitres", "storages.csv"),
    source("farm", "minimumPenaltyCentsPerTonne", "facilities.csv"),
  ];
  const texts = listAssumptions({ ...region, fieldSources }).map(({ text }) => text);
  expect(texts).toContain("Dichte lose 150 kg/m³ (streams.csv, private-woody)");
  expect(texts).toContain("Volumen je Einheit 200 m³ (storages.csv, alt-woody)");
  expect(texts).toContain("Ausgleich für Mindermengen 15,00 € je t (facilities.csv, farm)");
});

test("latitude and longitude from one source are one entry", () => {
  const fieldSources = ["latitude", "longitude"].map((field) => ({
    file: "facilities.csv",
    id: "compost",
    field,
    source: "ungefähr",
    verified: false,
  }));
  const found = listAssumptions({ ...region, fieldSources }).filter(({ id }) => id === "compost");
  expect(found).toEqual([
    {
      file: "facilities.csv",
      id: "compost",
      field: "latitude longitude",
      text: "Lage (Koordinaten) (facilities.csv, compost)",
      source: "ungefähr",
    },
  ]);
});

test("a verified field of an unverified row is named as the exception", () => {
  const fieldSources = [
    { file: "facilities.csv", id: "hub", field: "yearlyCostCents", source: "Angebot", verified: true },
  ];
  const found = listAssumptions({ ...region, fieldSources }).find(({ id }) => id === "hub");
  expect(found?.text).toBe("Anlage Umschlagplatz Kreis (facilities.csv, hub), belegt nur: Jahreskosten");
});

test("reports and weighings are one entry a file, with their number", () => {
  expect(textOf("reports.csv")).toEqual(["6 Füllstandsmeldungen ohne Beleg (reports.csv)"]);
  expect(textOf("weighings.csv")).toEqual(["2 Wiegescheine ohne Beleg (weighings.csv)"]);
});

test("a setting that is not verified is named with its value; the verified ones are not", () => {
  expect(textOf("region.json")).toEqual(["CO2-Preis im Plan 0,00 € je t CO2e (region.json, prices.co2CentsPerTonne)"]);
  expect(textOf("emission-factors.json")).toEqual([]);
});

test("the list is the same at every call and has no entry twice", () => {
  const list = listAssumptions(region).map((one) => JSON.stringify(one));
  expect(listAssumptions(tinyValidRegion()).map((one) => JSON.stringify(one))).toEqual(list);
  expect(new Set(list).size).toBe(list.length);
});

test("an assumed row shows its figures: rooms, tonnes, prices", () => {
  const storages = region.storages.map((row) => ({ ...row, verified: false }));
  const tariffs = region.tariffs.map((row) => ({ ...row, verified: false }));
  const texts = listAssumptions({ ...region, storages, tariffs }).map(({ text }) => text);
  expect(texts).toContain(
    "Lager oder Container, Anzahl 2, Volumen je Einheit 36 m³, erwartete Menge 150 t im Jahr (storages.csv, alt-mixed)",
  );
  expect(texts).toContain("Tarif, Annahmepreis 10,00 €, je m³ (tariffs.csv, compost-mixed-loose)");
  expect(texts).toContain("Tarif, Annahmepreis −30,00 €, je Tonne (tariffs.csv, boiler-woody-shredded)");
});
