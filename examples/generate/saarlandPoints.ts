/** Collection points of the Saarland: one a municipality, but for the joint sites that are known. */
import { fact, MUNICIPALITIES, site, type Place } from "./data.ts";
import type { PointSpec, StreamSpec } from "./points.ts";
import { place, sharesByInhabitants } from "./saarlouisPoints.ts";

export const SAARLAND_STREAMS: readonly StreamSpec[] = [
  { id: "private-mixed", season: "private", kgPerM3: 150, weighedAt: "arweiler" },
  { id: "private-woody", season: "private", kgPerM3: 150, weighedAt: "arweiler" },
  { id: "municipal-woody", season: "municipal", kgPerM3: 150, weighedAt: "ris-reisbach" },
];

/** Known sites: the site's id in the data, and the municipalities it serves, its own first. */
const KNOWN: Readonly<Record<string, readonly [string, ...string[]]>> = {
  "lisdorfer-berg": ["10044115", "10044119"],
  saarwellingen: ["10044116", "10044113"],
  rehlingen: ["10044114"],
  dillingen: ["10044111"],
  lebach: ["10044112"],
  riegelsberg: ["10041517", "10041515"],
  heusweiler: ["10041513"],
  hasborn: ["10046118"],
};

/** Private tonnes a year that a source states, by the municipality of the site. */
const TONNES: Readonly<Record<string, { readonly tonnes: number; readonly source: string }>> = {
  "10044115": {
    tonnes: fact("qty.saarlouis.mass").typical,
    source: `qty.saarlouis.mass: ${fact("qty.saarlouis.mass").source}`,
  },
  "10044112": { tonnes: fact("qty.lebach").typical, source: `qty.lebach: ${fact("qty.lebach").source}` },
  "10041100": {
    tonnes: fact("qty.saarbruecken").typical * 12,
    source: `qty.saarbruecken: ${fact("qty.saarbruecken").source} (mal 12)`,
  },
};

const PER_HEAD = fact("qty.saarland.perCapita").typical / 1000;
/** Sites of towns above this size have a loader, a heap and sort woody material. */
const TOWN = 14_000;
const ASSUMED_SHARE = "Annahme: der angenommene Platz dient nur seiner Gemeinde";

export function saarlandPoints(): PointSpec[] {
  const joint = new Set(Object.values(KNOWN).flat());
  const known = Object.entries(KNOWN).map(([id, served]) => toPoint(served, id));
  const others = MUNICIPALITIES.filter(({ ags }) => !joint.has(ags)).map(({ ags }) => toPoint([ags]));
  return [...known, ...others];
}

function toPoint(served: readonly [string, ...string[]], known?: string): PointSpec {
  const [ags] = served;
  const home = place(ags);
  const at = known === undefined ? home : site(known);
  const inhabitants = served.reduce((sum, one) => sum + place(one).population, 0);
  const isTown = inhabitants > TOWN;
  return {
    id: known ?? idOf(home),
    name: nameOf(home, served.slice(1), known !== undefined),
    ags,
    serves: sharesByInhabitants(served),
    sharesSource:
      served.length > 1 ? "Annahme: nach Einwohnern" : known === undefined ? ASSUMED_SHARE : "nur diese Gemeinde",
    lat: at.lat,
    lon: at.lon,
    coordinateSource: known === undefined ? "" : `ungefähr: ${site(known).coordinateSource}`,
    ...(known === undefined ? {} : { source: at.source }),
    kind: isTown ? "heap" : "rollOff",
    reportedBy: `Bauhof ${home.name}`,
    tonnes: tonnesOf(ags, inhabitants, isTown),
  };
}

function nameOf(home: Place, guests: readonly string[], isKnown: boolean): string {
  const joint = guests.length === 0 ? "" : ` (mit ${guests.map((ags) => place(ags).name).join(", ")})`;
  return `Sammelstelle ${home.name}${joint}${isKnown ? "" : " (Lage angenommen)"}`;
}

/** `St. Ingbert` to `st-ingbert`, `Völklingen` to `voelklingen`. */
function idOf({ name }: Place): string {
  const plain = name
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss");
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

function tonnesOf(ags: string, inhabitants: number, sorts: boolean): PointSpec["tonnes"] {
  const byHead = inhabitants * PER_HEAD;
  const ours = TONNES[ags] ?? { tonnes: byHead, source: "Annahme: Einwohner mal 67 kg (qty.saarland.perCapita)" };
  const woody = sorts ? fact("frac.woody").typical : 0;
  const municipal = fact("qty.ownMunicipalShare").typical * Math.max(ours.tonnes, byHead);
  return [
    {
      streamId: "private-mixed",
      perYear: (1 - woody) * ours.tonnes,
      source: sorts ? `${ours.source}; 60 % ungetrennt (Annahme)` : ours.source,
    },
    ...(sorts
      ? [
          {
            streamId: "private-woody",
            perYear: woody * ours.tonnes,
            source: `${ours.source}; davon 40 % holzig (frac.woody, Annahme)`,
          },
        ]
      : []),
    {
      streamId: "municipal-woody",
      perYear: municipal,
      source: "Annahme: 30 % der privaten Menge (qty.ownMunicipalShare), holzig",
    },
  ];
}
