/** Collection points of the Landkreis Saarlouis, and what arrives at them. */
import { fact, MUNICIPALITIES, site, type Place } from "./data.ts";
import type { SiteKind } from "./common.ts";
import type { PointSpec, StreamSpec } from "./points.ts";

export const SAARLOUIS_STREAMS: readonly StreamSpec[] = [
  { id: "private-woody", season: "private", kgPerM3: 150, weighedAt: "arweiler" },
  { id: "private-herbaceous", season: "private", kgPerM3: 200, weighedAt: "arweiler" },
  { id: "municipal-woody", season: "municipal", kgPerM3: 150, weighedAt: "lisdorfer-berg" },
  { id: "municipal-mixed", season: "municipal", kgPerM3: 150, weighedAt: "lisdorfer-berg" },
];

const WOODY = fact("frac.woody").typical;
const MUNICIPAL = fact("qty.ownMunicipalShare").typical;
const PER_HEAD = fact("qty.saarland.perCapita").typical / 1000;

interface Plan {
  readonly id: string;
  readonly name: string;
  readonly ags: readonly [string, ...string[]];
  readonly kind: SiteKind;
  /** Municipal material is sorted into woody and mixed. */
  readonly sorts?: true;
  /** Known tonnes of private material, instead of inhabitants times 67 kg. */
  readonly privateTonnes?: { readonly tonnes: number; readonly source: string };
  /** No source names the site. */
  readonly assumed?: true;
}

const known = (id: string, note: string) => ({ tonnes: fact(id).typical, source: `${id}: ${fact(id).source} ${note}` });

const PLANS: readonly Plan[] = [
  {
    id: "lisdorfer-berg",
    name: "Annahmestelle Lisdorfer Berg (Saarlouis, mit Überherrn)",
    ags: ["10044115", "10044119"],
    kind: "heap",
    sorts: true,
    privateTonnes: known("qty.saarlouis.mass", "(vor dem Beitritt von Überherrn)"),
  },
  {
    id: "saarwellingen",
    name: "Grüngutsammelstelle Saarwellingen (mit Nalbach)",
    ags: ["10044116", "10044113"],
    kind: "heap",
  },
  { id: "rehlingen", name: "Grüngutsammelstelle Rehlingen-Siersburg", ags: ["10044114"], kind: "heap" },
  { id: "dillingen", name: "Grünschnittsammelstelle Dillingen", ags: ["10044111"], kind: "heap", sorts: true },
  {
    id: "lebach",
    name: "Wertstoff- und Entsorgungshof Lebach",
    ags: ["10044112"],
    kind: "rollOff",
    privateTonnes: known("qty.lebach", ""),
  },
  {
    id: "schmelz",
    name: "Sammelstelle Schmelz (Lage angenommen)",
    ags: ["10044117"],
    kind: "heap",
    sorts: true,
    assumed: true,
  },
  {
    id: "schwalbach",
    name: "Sammelstelle Schwalbach (Lage angenommen)",
    ags: ["10044118"],
    kind: "heap",
    assumed: true,
  },
  { id: "bous", name: "Sammelstelle Bous (Lage angenommen)", ags: ["10044122"], kind: "rollOff", assumed: true },
  { id: "ensdorf", name: "Sammelstelle Ensdorf (Lage angenommen)", ags: ["10044123"], kind: "rollOff", assumed: true },
  { id: "wadgassen", name: "Sammelstelle Wadgassen (Lage angenommen)", ags: ["10044120"], kind: "heap", assumed: true },
  {
    id: "wallerfangen",
    name: "Sammelstelle Wallerfangen (Lage angenommen)",
    ags: ["10044121"],
    kind: "rollOff",
    assumed: true,
  },
];

export function saarlouisPoints(): PointSpec[] {
  return PLANS.map(toPoint);
}

export function place(ags: string): Place {
  return MUNICIPALITIES.find((one) => one.ags === ags)!;
}

/** Shares by inhabitants with six digits; the last takes the rest, so that they sum to 1. */
export function sharesByInhabitants(agsList: readonly string[]): { ags: string; share: number }[] {
  const total = agsList.reduce((sum, ags) => sum + place(ags).population, 0);
  const shares = agsList.map((ags) => Number((place(ags).population / total).toFixed(6)));
  const rest = shares.slice(0, -1).reduce((left, share) => left - share, 1);
  return agsList.map((ags, index) => ({
    ags,
    share: index === agsList.length - 1 ? Number(rest.toFixed(6)) : shares[index]!,
  }));
}

function toPoint(plan: Plan): PointSpec {
  const [ags] = plan.ags;
  const at = plan.assumed === true ? place(ags) : site(plan.id);
  return {
    id: plan.id,
    name: plan.name,
    ags,
    serves: sharesByInhabitants(plan.ags),
    sharesSource: sharesSource(plan),
    lat: at.lat,
    lon: at.lon,
    coordinateSource: plan.assumed === true ? "" : `ungefähr: ${site(plan.id).coordinateSource}`,
    ...(plan.assumed === true ? {} : { source: at.source }),
    kind: plan.kind,
    reportedBy: `Bauhof ${place(ags).name}`,
    tonnes: tonnesOf(plan),
  };
}

function sharesSource({ ags, assumed }: Plan): string {
  if (ags.length > 1) return "Annahme: nach Einwohnern; die Anlieferungen je Gemeinde sind nicht bekannt";
  return assumed === true ? "Annahme: der angenommene Platz dient nur seiner Gemeinde" : "nur diese Gemeinde";
}

function tonnesOf({ ags, sorts, privateTonnes }: Plan): PointSpec["tonnes"] {
  const byHead = ags.reduce((sum, one) => sum + place(one).population, 0) * PER_HEAD;
  const ours = privateTonnes ?? { tonnes: byHead, source: "Annahme: Einwohner mal 67 kg (qty.saarland.perCapita)" };
  // What a yard mows and cuts follows the size of the place, not how much its citizens compost at home.
  const municipal = MUNICIPAL * Math.max(ours.tonnes, byHead);
  const municipalSource = "Annahme: 30 % der privaten Menge (qty.ownMunicipalShare)";
  return [
    {
      streamId: "private-woody",
      perYear: WOODY * ours.tonnes,
      source: `${ours.source}; davon 40 % holzig (frac.woody, Annahme)`,
    },
    {
      streamId: "private-herbaceous",
      perYear: (1 - WOODY) * ours.tonnes,
      source: `${ours.source}; davon 60 % krautig (frac.woody, Annahme)`,
    },
    ...(sorts === true
      ? [{ streamId: "municipal-woody", perYear: municipal / 2, source: `${municipalSource}, zur Hälfte holzig` }]
      : []),
    { streamId: "municipal-mixed", perYear: sorts === true ? municipal / 2 : municipal, source: municipalSource },
  ];
}
