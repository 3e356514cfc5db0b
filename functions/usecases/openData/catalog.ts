/**
 * The description of the open data for data portals: DCAT-AP.de 3.0 (GovData), which asks of a catalogue title, description and
 * publisher, of a dataset the same, of a distribution its address and licence; what it recommends is there as far as it is known.
 */
import { licenceOf, type Operator } from "../../../domain/operator.ts";
import { addDays, mondayOf } from "../../../domain/week.ts";
import { sha256 } from "../sha256.ts";
import { DATASETS, FORMATS, type Dataset, type OpenFile } from "./files.ts";
import type { PublicFigures } from "./figures.ts";
import { german, iri, type Node, type Value } from "./graph.ts";

const EU = "http://publications.europa.eu/resource/authority";
const GEOCODING = "http://dcat-ap.de/def/politicalGeocoding";
const MEDIA = "https://www.iana.org/assignments/media-types";
const AVAILABLE = iri(`${EU}/planned-availability/AVAILABLE`);
const GERMAN = iri(`${EU}/language/DEU`);
const ENVIRONMENT = iri(`${EU}/data-theme/ENVI`);

const ABOUT: Readonly<Record<Dataset, { title: string; text: string; keywords: readonly string[] }>> = {
  einsparungen: {
    title: "Einsparungen durch die gemeinsame Entsorgung von Grünabfall",
    text:
      "Kosten, Fahrstrecken und Treibhausgase je veröffentlichtem Plan, gemeinsam und wenn jede Kommune allein entsorgte. " +
      "Die Zeiträume der Pläne überschneiden sich und dürfen nicht zusammengezählt werden.",
    keywords: ["Kosten", "CO2", "Entsorgung"],
  },
  mengen: {
    title: "Grünabfallmengen je Monat",
    text: "Von Verwertungsanlagen gewogene und von den Plänen erwartete Mengen aller Kommunen zusammen, in Kilogramm.",
    keywords: ["Abfallmenge", "Abfallstatistik"],
  },
  sammelstellen: {
    title: "Sammelstellen für Grünabfall",
    text: "Name, Kommune, Lage (WGS 84) und Zustand der Sammelstellen.",
    keywords: ["Sammelstelle", "Wertstoffhof", "Bauhof"],
  },
  gemeindegrenzen: {
    title: "Grenzen der beteiligten Kommunen",
    text: "Vereinfachte Umrisse für Karten (WGS 84).",
    keywords: ["Gemeindegrenzen"],
  },
};

export interface Described {
  readonly figures: PublicFigures;
  readonly files: readonly OpenFile[];
}

export interface CatalogPlace {
  /** Under which people reach the site. */
  readonly origin: string;
  /** Of the list of files: `/offene-daten`. */
  readonly path: string;
}

export const filePath = (path: string, region: string, name: string): string => `${path}/${region}/${name}`;

export function catalogOf(regions: readonly Described[], operator: Operator, { origin, path }: CatalogPlace): Node {
  const home = `${origin}${path}`;
  const publisher = agentOf(operator, origin);
  const dates = regions.flatMap(({ figures }) => figures.plans.map(({ publishedAt }) => publishedAt)).sort();
  return {
    ...{ id: home, type: "dcat:Catalog" },
    properties: [
      ["dcterms:title", german("Offene Daten des Grünverbunds")],
      [
        "dcterms:description",
        german("Was die gemeinsame Entsorgung kommunalen Grünabfalls spart, wie viel anfällt und wo."),
      ],
      ["dcterms:publisher", publisher],
      ["dcterms:license", iri(licenceOf(operator).uri)],
      ["dcterms:language", GERMAN],
      ["foaf:homepage", iri(home)],
      ["dcat:themeTaxonomy", iri(`${EU}/data-theme`)],
      ["dcatap:availability", AVAILABLE],
      ...(dates.length === 0 ? [] : [["dcterms:modified", dateTime(dates.at(-1)!)] as const]),
      ...regions.flatMap((one) =>
        DATASETS.filter((dataset) => one.files.some((file) => file.dataset === dataset)).map(
          (dataset) => ["dcat:dataset", datasetOf(dataset, one, operator, { origin, path })] as const,
        ),
      ),
    ],
  };
}

/** A body that has not said its name yet is still one; the page of the imprint says what is missing. */
const agentOf = ({ name }: Operator, origin: string): Node => ({
  ...{ id: `${origin}/impressum#betreiber`, type: "foaf:Agent" },
  properties: [["foaf:name", { text: name ?? "Betreiber dieser Seite" }]],
});

function datasetOf(dataset: Dataset, described: Described, operator: Operator, place: CatalogPlace): Node {
  const { figures, files } = described;
  const { title, text, keywords } = ABOUT[dataset];
  const id = `${place.origin}${filePath(place.path, figures.region, dataset)}`;
  const description = [text, ...(figures.synthetic === null ? [] : [figures.synthetic])].join(" ");
  const newest = figures.plans[0];
  const oldest = figures.plans.at(-1);
  const timed =
    newest !== undefined && oldest !== undefined && dataset !== "gemeindegrenzen" && dataset !== "sammelstellen";
  return {
    ...{ id, type: "dcat:Dataset" },
    properties: [
      ["dcterms:title", german(`${title}, ${figures.name}`)],
      ["dcterms:description", german(description)],
      ["dcterms:publisher", iri(`${place.origin}/impressum#betreiber`)],
      ["dcterms:identifier", { text: id }],
      ["dcat:contactPoint", contactOf(operator, place.origin)],
      ["dcat:theme", ENVIRONMENT],
      ...["Grünabfall", "Grünschnitt", ...keywords].map((word) => ["dcat:keyword", german(word)] as const),
      ...geocoding(figures).map(([name, value]) => [name, value] as const),
      ["dcatap:availability", AVAILABLE],
      ["dcterms:language", GERMAN],
      ["dcterms:accessRights", iri(`${EU}/access-right/PUBLIC`)],
      ["dcterms:accrualPeriodicity", iri(`${EU}/frequency/${timed ? "WEEKLY" : "IRREG"}`)],
      ["dcat:landingPage", iri(`${place.origin}${place.path}`)],
      ...(operator.contributorId === undefined ? [] : [["dcatde:contributorID", iri(operator.contributorId)] as const]),
      ...(newest === undefined ? [] : [["dcterms:modified", dateTime(newest.publishedAt)] as const]),
      ...(timed ? [["dcterms:temporal", periodOf(oldest.firstWeek, newest.lastWeek)] as const] : []),
      ...files
        .filter((file) => file.dataset === dataset)
        .map((file) => ["dcat:distribution", distributionOf(file, figures, operator, place)] as const),
    ],
  };
}

function contactOf({ name, email }: Operator, origin: string): Node {
  return {
    type: "vcard:Organization",
    properties: [
      ["vcard:fn", { text: name ?? "Betreiber dieser Seite" }],
      ...(email === undefined ? [] : [["vcard:hasEmail", iri(`mailto:${email}`)] as const]),
      ["vcard:hasURL", iri(`${origin}/impressum`)],
    ],
  };
}

const dateTime = (at: string): Value => ({ text: at, type: "xsd:dateTime" });
const date = (day: string): Value => ({ text: day, type: "xsd:date" });

const periodOf = (firstWeek: string, lastWeek: string): Node => ({
  type: "dcterms:PeriodOfTime",
  properties: [
    ["dcat:startDate", date(mondayOf(firstWeek))],
    ["dcat:endDate", date(addDays(mondayOf(lastWeek), 6))],
  ],
});

/** A municipality, a district or a state, if all members lie in one: the first 8, 5 or 2 digits of their AGS. */
function geocoding({ municipalities }: PublicFigures): (readonly [string, Value])[] {
  const same = (digits: number): string | undefined => {
    const parts = new Set(municipalities.map(({ ags }) => ags.slice(0, digits)));
    return parts.size === 1 ? [...parts][0] : undefined;
  };
  const levels = [
    [8, "municipality", "municipalityKey"],
    [5, "administrativeDistrict", "districtKey"],
    [2, "state", "stateKey"],
  ] as const;
  for (const [digits, level, list] of levels) {
    const key = same(digits);
    if (key === undefined) continue;
    return [
      ["dcatde:politicalGeocodingLevelURI", iri(`${GEOCODING}/Level/${level}`)],
      ["dcatde:politicalGeocodingURI", iri(`${GEOCODING}/${list}/${key}`)],
    ];
  }
  return [["dcatde:politicalGeocodingLevelURI", iri(`${GEOCODING}/Level/federal`)]];
}

function distributionOf(file: OpenFile, figures: PublicFigures, operator: Operator, place: CatalogPlace): Node {
  const { media, fileType } = FORMATS[file.format];
  const address = `${place.origin}${filePath(place.path, figures.region, file.name)}`;
  const newest = figures.plans[0];
  return {
    ...{ id: `${address}#distribution`, type: "dcat:Distribution" },
    properties: [
      ["dcterms:title", german(`${ABOUT[file.dataset].title} (${WRITTEN[file.format]})`)],
      ["dcat:accessURL", iri(address)],
      ["dcat:downloadURL", iri(address)],
      ["dcterms:license", iri(licenceOf(operator).uri)],
      ["dcatde:licenseAttributionByText", german([operator.name ?? "Grünverbund", ...figures.attribution].join("; "))],
      ["dcterms:format", iri(`${EU}/file-type/${fileType}`)],
      ["dcat:mediaType", iri(`${MEDIA}/${media}`)],
      ["dcat:byteSize", { text: String(Buffer.byteLength(file.body)), type: "xsd:nonNegativeInteger" }],
      ["dcatap:availability", AVAILABLE],
      ["dcterms:language", GERMAN],
      ...(newest === undefined ? [] : [["dcterms:modified", dateTime(newest.publishedAt)] as const]),
      [
        "spdx:checksum",
        {
          type: "spdx:Checksum",
          properties: [
            ["spdx:algorithm", iri("http://spdx.org/rdf/terms#checksumAlgorithm_sha256")],
            ["spdx:checksumValue", { text: sha256(file.body), type: "xsd:hexBinary" }],
          ],
        },
      ],
    ],
  };
}

const WRITTEN = {
  csv: "CSV für Tabellenprogramme",
  "machine.csv": "CSV für Programme",
  json: "JSON",
  geojson: "GeoJSON",
} as const;
