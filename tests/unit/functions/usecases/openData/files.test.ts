// Files of open data, read back by what reads such files; the catalogue against what DCAT-AP.de 3.0 asks for.
import { expect, test } from "vitest";
import { DEFAULT_LICENCE, NO_OPERATOR, type Operator } from "../../../../../domain/operator.ts";
import { catalogOf } from "../../../../../functions/usecases/openData/catalog.ts";
import { openFiles, type OpenFile } from "../../../../../functions/usecases/openData/files.ts";
import { jsonLd, rdfXml } from "../../../../../functions/usecases/openData/graph.ts";
import { readCsv } from "../../../../../functions/usecases/readCsv.ts";
import { OPERATOR } from "../../../../support/publicSite.ts";
import { sampleFigures, SHARP_NAME } from "../../../../support/sampleFigures.ts";

const ORIGIN = { licence: DEFAULT_LICENCE, publisher: "Kreis" };
const files = openFiles(sampleFigures(), ORIGIN);
const bodyOf = (name: string, all: readonly OpenFile[] = files): string => all.find((file) => file.name === name)!.body;
const rowsOf = (name: string): Record<string, unknown>[] => {
  const { rows, problems } = readCsv(name, bodyOf(name));
  expect(problems).toEqual([]);
  return rows.map(({ cells }) => ({ ...cells }));
};

test("the machine's savings: whole cents and metres, kilograms to the gram, CRLF, one header", () => {
  const body = bodyOf("einsparungen.machine.csv");
  expect(body.endsWith("\r\n")).toBe(true);
  expect(body.charCodeAt(0)).not.toBe(0xfeff);
  const rows = rowsOf("einsparungen.machine.csv");
  // Two plans, three measures and three lines of greenhouse gases each.
  expect(rows).toHaveLength(12);
  expect(rows[0]).toMatchObject({
    ...{ region: "tiny", plan: "2026-W48", measure: "cost", unit: "EUR_CENT" },
    ...{ alone: "425262", joint: "310678", saving: "114584" },
  });
  expect(rows[2]).toMatchObject({ measure: "co2e", alone: "2067.250", joint: "1723.500", saving: "343.750" });
});

test("for German Excel: mark, semicolons, decimal commas, nothing that runs, and where it comes from", () => {
  const savings = bodyOf("einsparungen.csv");
  expect(savings.startsWith("\uFEFFPlan;erste Woche")).toBe(true);
  expect(savings).toContain("4252,62;3106,78;1145,84;149,123;132,700;16,423;2067,250");
  expect(savings).toContain(`Lizenz;${DEFAULT_LICENCE.name}`);
  expect(bodyOf("sammelstellen.csv")).toContain(`"'=1+1 <b>""Grün""; & 'Co',\nzwei</b>"`);
  expect(bodyOf("mengen.csv")).toContain("2026-10;12,345;;0\r\n");
});

test("places keep their name through CSV and GeoJSON; longitude comes first, in six decimals", () => {
  expect(rowsOf("sammelstellen.machine.csv").map(({ name }) => name)).toEqual([SHARP_NAME, "Hof"]);
  const collection = JSON.parse(bodyOf("sammelstellen.geojson")) as {
    type: string;
    features: { type: string; id: string; geometry: { type: string; coordinates: number[] }; properties: object }[];
  };
  expect(collection.type).toBe("FeatureCollection");
  expect(collection).not.toHaveProperty("crs");
  for (const { type, geometry } of collection.features) {
    expect([type, geometry.type, geometry.coordinates.length]).toEqual(["Feature", "Point", 2]);
    const [longitude, latitude] = geometry.coordinates;
    expect(longitude! > 6 && longitude! < 8 && latitude! > 49 && latitude! < 50).toBe(true);
  }
});

test("JSON names licence, publisher, and what is made up", () => {
  for (const name of ["einsparungen.json", "mengen.json"])
    expect(JSON.parse(bodyOf(name))).toMatchObject({
      ...{ schema: "gruenverbund/open-data/1", region: "tiny", publisher: "Kreis", synthetic: "Alles erfunden." },
      licence: { uri: "http://dcat-ap.de/def/licenses/dl-by-de/2.0" },
    });
});

test("a region without plans has the same files, with their heads alone", () => {
  const empty = openFiles(sampleFigures({ plans: [], months: [] }), ORIGIN);
  expect(empty.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
  expect(bodyOf("einsparungen.machine.csv", empty).split("\r\n")).toHaveLength(2);
});

const PLACE = { origin: "https://plan.example.org", path: "/offene-daten" };
const SOME: Operator = { ...OPERATOR, contributorId: "http://dcat-ap.de/def/contributors/beispiel" };
type Ld = { readonly "@id"?: string; readonly "@type": string; readonly [property: string]: unknown };
const catalog = (operator: Operator): Ld =>
  JSON.parse(jsonLd(catalogOf([{ figures: sampleFigures(), files }], operator, PLACE))) as Ld;
const listOf = (node: Ld, property: string): Ld[] => (node[property] ?? []) as Ld[];

test.each([
  ["the operator unknown", NO_OPERATOR],
  ["the operator known", SOME],
] as const)("%s: what DCAT-AP.de asks of catalogue, dataset and distribution is there", (_, operator) => {
  const top = catalog(operator);
  expect(top["@type"]).toBe("dcat:Catalog");
  for (const property of ["dcterms:title", "dcterms:description", "dcterms:publisher", "dcat:dataset"])
    expect([property, listOf(top, property).length > 0]).toEqual([property, true]);
  expect(listOf(listOf(top, "dcterms:publisher")[0]!, "foaf:name")).toHaveLength(1);
  const datasets = listOf(top, "dcat:dataset");
  expect(datasets).toHaveLength(3);
  const iris = (nodes: Ld[]): unknown[] => nodes.map((node) => node["@id"]);
  for (const dataset of datasets) {
    expect(dataset["@type"]).toBe("dcat:Dataset");
    for (const property of [
      ...["dcterms:title", "dcterms:description", "dcterms:publisher", "dcat:contactPoint", "dcat:theme"],
      ...["dcat:keyword", "dcatap:availability", "dcat:distribution", "dcatde:politicalGeocodingURI"],
    ])
      expect([dataset["@id"], property, listOf(dataset, property).length > 0]).toEqual([
        dataset["@id"],
        property,
        true,
      ]);
    expect(iris(listOf(dataset, "dcat:theme"))).toEqual([
      "http://publications.europa.eu/resource/authority/data-theme/ENVI",
    ]);
    expect(iris(listOf(dataset, "dcatde:politicalGeocodingLevelURI"))).toEqual([
      "http://dcat-ap.de/def/politicalGeocoding/Level/administrativeDistrict",
    ]);
    expect(iris(listOf(dataset, "dcatde:politicalGeocodingURI"))).toEqual([
      "http://dcat-ap.de/def/politicalGeocoding/districtKey/10044",
    ]);
    for (const distribution of listOf(dataset, "dcat:distribution")) {
      for (const property of [
        "dcat:accessURL",
        "dcat:downloadURL",
        "dcterms:license",
        "dcterms:format",
        "dcat:byteSize",
      ])
        expect([property, listOf(distribution, property)]).toEqual([property, [expect.anything()]]);
      const [address] = iris(listOf(distribution, "dcat:downloadURL")) as [string];
      const file = files.find(({ name }) => address.endsWith(`/tiny/${name}`))!;
      const [size] = listOf(distribution, "dcat:byteSize");
      expect(size!["@value"]).toBe(String(Buffer.byteLength(file.body)));
    }
  }
});

test("members of two districts lie in one state, those of two states in the federation", () => {
  const levelOf = (...keys: string[]): unknown => {
    const figures = sampleFigures({ municipalities: keys.map((ags) => ({ ags, name: ags })) });
    const top = JSON.parse(jsonLd(catalogOf([{ figures, files }], NO_OPERATOR, PLACE))) as Ld;
    return listOf(listOf(top, "dcat:dataset")[0]!, "dcatde:politicalGeocodingLevelURI")[0]!["@id"];
  };
  expect(levelOf("10044001", "10041002")).toMatch(/\/state$/);
  expect(levelOf("10044001", "07041002")).toMatch(/\/federal$/);
  expect(levelOf("10044001")).toMatch(/\/municipality$/);
});

test("RDF/XML says every value of the JSON-LD, and lets no text out of its element", () => {
  const figures = sampleFigures({ name: `<x> & "y"` });
  const node = catalogOf([{ figures, files }], SOME, PLACE);
  const xml = rdfXml(node);
  expect(xml).toContain("&lt;x&gt; &amp; ");
  expect(xml).not.toContain("<x>");
  const opened = [...xml.matchAll(/<([\w:]+)(?:\s[^>]*[^/>])?>/g)].map(([, name]) => name);
  const closed = [...xml.matchAll(/<\/([\w:]+)>/g)].map(([, name]) => name);
  expect(closed.sort()).toEqual(opened.filter((name) => name !== undefined).sort());
  const values = [...jsonLd(node).matchAll(/"@value": "/g)].length;
  const texts = [...xml.matchAll(/<[\w:]+(?: xml:lang="de")?(?: rdf:datatype="[^"]+")?>[^<\n]+<\//g)].length;
  expect(texts).toBe(values);
});
