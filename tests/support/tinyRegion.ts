/**
 * A whole region small enough to reckon by hand: three municipalities (all invented), three points, two streams.
 *
 * - Altdorf alone uses `p-alt`; Bergheim (0.6) and Cronau (0.4) share `p-berg`; Cronau alone uses `p-cron`.
 * - `private-woody` belongs to the authority AVB and is shreddable, `municipal-mixed` to the municipalities and is not.
 * - `compost` is open to all, `boiler` only to groups with Altdorf, `farm` has a minimum held by Altdorf and Bergheim,
 *   `hub` is a candidate site.
 * - One hook-lift of Altdorf, a walking floor and a hook-lift with trailer of the contractor Kraft, whose shredder it is too.
 */
import type { RawRegion, RawRow } from "../../domain/region/rawRegion.ts";
import type { Region, TableName } from "../../domain/region/tables.ts";
import { validateRegion } from "../../domain/region/validate.ts";

/** Monday of 2026-W48, after every report. */
export const TINY_NOW = "2026-11-23T06:00:00Z";

const SOURCE = "invented for tests";

/** Weather is for those who have it, and densities for those who have weighed. */
const TEXT: Readonly<Record<Exclude<TableName, "weather" | "densities">, string>> = {
  municipalities: `
    ags;name;population;areaKm2;latitude;longitude;source;verified
    99001001;Altdorf;12000;30;49.30;6.70;${SOURCE};true
    99001002;Bergheim;8000;25;49.35;6.75;${SOURCE};true
    99001003;Cronau;5000;20;49.40;6.80;${SOURCE};true`,
  authorities: `
    id;name;kind;source;verified
    avb;Abfallverband Beispiel;authority;${SOURCE};true
    kraft;Kraft Transporte;contractor;${SOURCE};true`,
  collectionPoints: `
    id;name;municipalityAgs;latitude;longitude;accessHours;equipment;status;source;verified
    p-alt;Sammelstelle Altdorf;99001001;49.31;6.71;Mo-Fr 07:00-17:00;loader staff;open;${SOURCE};true
    p-berg;Sammelstelle Bergheim;99001002;49.36;6.76;Mo-Fr 07:00-17:00;loader;open;${SOURCE};true
    p-cron;Bauhof Cronau;99001003;49.41;6.81;Mo-Fr 07:00-16:00;;open;${SOURCE};false`,
  serviceShares: `
    pointId;ags;share;source;verified
    p-alt;99001001;1;${SOURCE};true
    p-berg;99001002;0.6;${SOURCE};true
    p-berg;99001003;0.4;${SOURCE};true
    p-cron;99001003;1;${SOURCE};true`,
  seasons: `
    id;jan;feb;mar;apr;may;jun;jul;aug;sep;oct;nov;dec;source;verified
    yard;3;4;10;12;11;11;9;9;9;11;8;3;${SOURCE};false`,
  streams: `
    id;name;owner;authorityId;fraction;looseKgPerM3;shreddedKgPerM3;shreddable;source;verified
    private-woody;Privates holziges Grün;authority;avb;woody;150;330;true;${SOURCE};true
    municipal-mixed;Kommunales Grün;municipality;;mixed;200;330;false;${SOURCE};true`,
  storages: `
    id;pointId;streamId;kind;units;volumeLitres;expectedTonnesPerYear;seasonId;source;verified
    alt-woody;p-alt;private-woody;heap;1;200000;500;yard;${SOURCE};true
    alt-mixed;p-alt;municipal-mixed;rollOff;2;36000;150;yard;${SOURCE};true
    berg-woody;p-berg;private-woody;heap;1;150000;400;yard;${SOURCE};true
    berg-mixed;p-berg;municipal-mixed;rollOff;1;36000;100;yard;${SOURCE};true
    cron-mixed;p-cron;municipal-mixed;rollOff;1;36000;80;yard;${SOURCE};true`,
  reports: `
    id;storageId;observedAt;reportedBy;quarters;volumeM3
    r1;alt-woody;2026-11-13T09:00:00+01:00;Bauhof Altdorf;1;
    r2;alt-woody;2026-11-20T09:00:00+01:00;Bauhof Altdorf;2;
    r3;alt-mixed;2026-11-20T09:05:00+01:00;Bauhof Altdorf;;30
    r4;berg-woody;2026-11-20T10:00:00+01:00;Bauhof Bergheim;3;
    r5;berg-mixed;2026-11-20T10:05:00+01:00;Bauhof Bergheim;2;
    r6;cron-mixed;2026-11-19T11:00:00+01:00;Bauhof Cronau;1;`,
  weighings: `
    id;storageId;facilityId;weighedAt;netKg;volumeM3
    w1;alt-mixed;compost;2026-11-04T10:00:00+01:00;7000;36
    w2;berg-woody;compost;2026-11-05T10:00:00+01:00;12100;80`,
  facilities: `
    id;name;kind;ownerId;access;latitude;longitude;status;openingHours;capacityTonnesPerDay;capacityTonnesPerWeek;capacityTonnesPerYear;minimumTonnesPerYear;minimumPenaltyCentsPerTonne;contractHolders;yearlyCostCents;source;verified
    compost;Kompostwerk Mitte;composting;avb;public;49.38;6.70;operating;Mo-Fr 07:00-16:30;60;;;;;;;${SOURCE};true
    boiler;Heizwerk Altdorf;biomassHeat;99001001;owner;49.30;6.71;operating;Mo-Fr 08:00-15:00;;;400;;;;;${SOURCE};true
    farm;Hofkompostierung Süd;composting;kraft;public;49.28;6.78;operating;Mo-Sa 07:00-17:00;;80;;520;1500;99001001 99001002;;${SOURCE};true
    hub;Umschlagplatz Kreis;transfer;;public;49.34;6.74;candidate;Mo-Fr 07:00-17:00;;200;;;;;5200000;${SOURCE};false`,
  tariffs: `
    id;facilityId;fraction;form;owner;gateFeeCents;per;source;verified
    compost-woody-loose;compost;woody;loose;any;6000;tonne;${SOURCE};true
    compost-woody-shredded;compost;woody;shredded;any;4500;tonne;${SOURCE};true
    compost-mixed-loose;compost;mixed;loose;any;1000;m3;${SOURCE};true
    boiler-woody-shredded;boiler;woody;shredded;any;-3000;tonne;${SOURCE};false
    farm-woody-loose;farm;woody;loose;any;5000;tonne;${SOURCE};true
    farm-mixed-loose;farm;mixed;loose;municipality;4000;tonne;${SOURCE};true
    hub-woody-loose;hub;woody;loose;any;2500;tonne;${SOURCE};false
    hub-woody-shredded;hub;woody;shredded;any;1500;tonne;${SOURCE};false`,
  vehicles: `
    id;name;ownerId;capabilities;capacityKg;capacityLitres;containerSlots;depotLatitude;depotLongitude;shiftHours;centsPerKm;centsPerHour;fixedCentsPerShift;tollCentsPerKm;tollShare;source;verified
    alt-hook;Haken Altdorf;99001001;hookLift;11000;38000;1;49.30;6.70;Mo-Fr 07:00-15:30;85;8000;5000;30.5;0.2;${SOURCE};true
    kraft-floor;Schubboden Kraft;kraft;walkingFloor;24500;90000;0;49.37;6.72;Mo-Fr 06:00-16:00;95;9000;12000;34.8;0.3;${SOURCE};true
    kraft-hook;Hakenzug Kraft;kraft;hookLift trailer;21000;80000;2;49.37;6.72;Mo-Fr 06:00-16:00;90;8500;10000;34.8;0.3;${SOURCE};true`,
  shredders: `
    id;name;ownerId;tonnesPerHour;hoursPerWeek;centsPerHour;setupCentsPerSite;mobilisationCentsPerWeek;source;verified
    kraft-shredder;Häcksler Kraft;kraft;30;40;30000;30000;35000;${SOURCE};true`,
  contributions: `
    id;ags;kind;description;quantityPerWeek;unit;centsPerUnit;source;verified
    cron-loader;99001003;staff;Radlader mit Fahrer;3;hour;5500;${SOURCE};true`,
  contacts: `
    id;role;municipalityAgs;name;email;language;source;verified
    dora;dispatcher;;Dora Beispiel;dora@example.org;;${SOURCE};true
    yves;yard;99001001;Yves Exemple;yves@example.org;fr;${SOURCE};true
    bea;yard;99001002;Bea Muster;bea@example.org;de;${SOURCE};true
    mira;mayor;99001003;Mira Probe;mira@example.org;en;${SOURCE};true`,
  sensors: `
    deviceId;storageId;measure;emptyMm;fullMm;source;verified
    70B3D57ED0000001;alt-mixed;distanceMm;2400;300;${SOURCE};true
    waage-berg;berg-mixed;percent;;;${SOURCE};true`,
  fieldSources: `
    file;id;field;source;verified
    collection-points.csv;p-alt;latitude;read off a map;false`,
};

function tinyRows(text: string): RawRow[] {
  const [header = "", ...lines] = text.trim().split("\n");
  const columns = header.trim().split(";");
  return lines.map((line, index) => {
    const cells = line.trim().split(";");
    return { row: index + 2, cells: Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ""])) };
  });
}

const sourced = (value: number) => ({ value, source: SOURCE, verified: true });

const SETTINGS = {
  schema: "gruenverbund/region/1",
  id: "tiny",
  name: "Beispielkreis",
  timeZone: "Europe/Berlin",
  synthetic: "Alle Angaben sind für Tests erfunden.",
  attribution: ["erfunden"],
  boundingBox: { south: 49.2, west: 6.6, north: 49.5, east: 6.9 },
  horizonWeeks: 4,
  allocation: { rule: "shapley", capacityShare: 0.4 },
  travel: { detourFactor: sourced(1.35), speedKmh: sourced(42) },
  handling: { loadSeconds: sourced(900), unloadSeconds: sourced(1200) },
  prices: {
    overflowCentsPerTonneWeek: sourced(20000),
    postponementCentsPerTonne: sourced(8000),
    co2CentsPerTonne: { value: 0, verified: false },
  },
};

const EMISSION_FACTORS = {
  schema: "gruenverbund/emission-factors/1",
  id: "tiny-factors",
  version: "1",
  name: "Beispielfaktoren",
  dieselKgCo2ePerLitre: sourced(3.2),
  truckLitresPer100Km: sourced(30),
  shreddingLitresPerTonne: sourced(2),
  facilityKgCo2ePerTonne: {
    composting: sourced(47),
    digestion: sourced(40),
    biomassHeat: sourced(20),
    transfer: sourced(0),
  },
};

/** A fresh copy at every call, for a test to tamper with. */
export function tinyRegion(): RawRegion {
  const tables = Object.fromEntries(Object.entries(TEXT).map(([name, text]) => [name, tinyRows(text)]));
  return structuredClone({ tables, documents: { settings: SETTINGS, emissionFactors: EMISSION_FACTORS } });
}

/** The same, validated. */
export function tinyValidRegion(): Region {
  const { region, problems } = validateRegion(tinyRegion(), TINY_NOW);
  if (region === null) throw new Error(`the tiny region is not valid: ${JSON.stringify(problems, null, 1)}`);
  return region;
}
