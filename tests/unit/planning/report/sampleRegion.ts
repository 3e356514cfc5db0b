// A region of the size of Landkreis Saarlouis for tests of what is written from a plan. Names and reference points of the
// municipalities are Destatis', everything else is made up.
import type { CollectionPoint, Storage } from "../../../../domain/region/places.ts";
import { TABLES, type Region, type Row, type TableName } from "../../../../domain/region/tables.ts";
import { EmissionFactors, RegionSettings } from "../../../../domain/region/settings.ts";

/** AGS, name, inhabitants, latitude, longitude. */
const MUNICIPALITIES: readonly (readonly [string, string, number, number, number])[] = [
  ["10044111", "Dillingen/Saar", 21529, 49.3516, 6.72683],
  ["10044112", "Lebach", 19468, 49.41053, 6.91246],
  ["10044113", "Nalbach", 9251, 49.37901, 6.78832],
  ["10044114", "Rehlingen-Siersburg", 14932, 49.37613, 6.68022],
  ["10044115", "Saarlouis", 37667, 49.31506, 6.75122],
  ["10044116", "Saarwellingen", 13616, 49.35368, 6.80656],
  ["10044117", "Schmelz", 16981, 49.44071, 6.85793],
  ["10044118", "Schwalbach", 18108, 49.30393, 6.81591],
  ["10044119", "Überherrn", 12109, 49.24234, 6.69833],
  ["10044120", "Wadgassen", 18025, 49.26161, 6.80532],
  ["10044121", "Wallerfangen", 9324, 49.32959, 6.71647],
  ["10044122", "Bous", 7191, 49.27685, 6.80192],
  ["10044123", "Ensdorf", 6928, 49.30496, 6.77855],
];

/** Nalbach and Überherrn use a neighbour's site. */
const GUESTS: Readonly<Record<string, string>> = { "10044113": "10044116", "10044119": "10044115" };

const GUEST_SHARE = 0.25;

/** Id, name, kind, latitude, longitude, status. */
const FACILITIES = [
  ["lisdorfer-berg", "Kompostierungsanlage Lisdorfer Berg", "composting", 49.29, 6.745, "operating"],
  ["nbs-boiler", "Biomassefeuerung Betriebshof Saarlouis", "biomassHeat", 49.309, 6.738, "operating"],
  ["gersweiler", "Kompostieranlage Gersweiler", "composting", 49.226, 6.925, "operating"],
  ["velsen", "BioMasseZentrum Velsen", "digestion", 49.231, 6.857, "planned"],
] as const;

const STREAMS = [
  ["woody", "Gehölzschnitt", "municipality", "woody", 130, 300],
  ["mixed", "Grünschnitt gemischt", "authority", "mixed", 150, 330],
] as const;

const FLEET = [
  ["saarlouis-1", "Abrollkipper Saarlouis 1", "10044115", "hookLift", 49.309, 6.738],
  ["dillingen-1", "Abrollkipper Dillingen", "10044111", "hookLift trailer", 49.3516, 6.7268],
  ["lebach-1", "Greifer-LKW Lebach", "10044112", "grab", 49.402, 6.905],
  ["contractor-1", "Schubboden Spedition Saar", "spedition-saar", "walkingFloor", 49.2845, 6.83],
] as const;

function rows<N extends TableName>(name: N, cells: readonly object[]): Row<N>[] {
  return cells.map((cell) => TABLES[name].schema.parse(cell) as Row<N>);
}

const HOSTS = MUNICIPALITIES.filter(([ags]) => GUESTS[ags] === undefined);

function points(): CollectionPoint[] {
  const cells = HOSTS.map(([ags, name, , latitude, longitude], index) => ({
    id: `site-${ags}`,
    name: `Sammelstelle ${name}`,
    municipalityAgs: ags,
    latitude: latitude + 0.006 * ((index % 3) - 1),
    longitude: longitude + 0.008 * ((index % 2) - 0.5),
    accessHours: "Mo-Fr 07:00-16:00",
    equipment: index % 2 === 0 ? "loader staff" : "",
    status: "open",
  }));
  return rows("collectionPoints", cells);
}

function serviceShares(): Row<"serviceShares">[] {
  const cells = HOSTS.flatMap(([host]) => {
    const guests = Object.keys(GUESTS).filter((ags) => GUESTS[ags] === host);
    const own = { pointId: `site-${host}`, ags: host, share: 1 - GUEST_SHARE * guests.length };
    return [own, ...guests.map((ags) => ({ pointId: `site-${host}`, ags, share: GUEST_SHARE }))];
  });
  return rows("serviceShares", cells);
}

function storages(sites: readonly CollectionPoint[]): Storage[] {
  const cells = sites.flatMap((site, index) =>
    STREAMS.map(([streamId]) => ({
      id: `${site.id}-${streamId}`,
      pointId: site.id,
      streamId,
      kind: streamId === "woody" ? "heap" : "rollOff",
      units: 1 + (index % 3),
      volumeLitres: 36_000,
      expectedTonnesPerYear: 400 + 60 * index,
      seasonId: "garden",
    })),
  );
  return rows("storages", cells);
}

const SEASON = {
  id: "garden",
  jan: 4,
  feb: 5,
  mar: 9,
  apr: 10,
  may: 11,
  jun: 11,
  jul: 9,
  aug: 8,
  sep: 9,
  oct: 11,
  nov: 9,
  dec: 4,
};

function tariffs(): Row<"tariffs">[] {
  const cells = FACILITIES.flatMap(([facilityId], f) =>
    STREAMS.flatMap(([, , , fraction]) =>
      (["loose", "shredded"] as const).map((form) => ({
        id: `${facilityId}-${fraction}-${form}`,
        facilityId,
        fraction,
        form,
        owner: "any",
        gateFeeCents: 3000 + 900 * f - (form === "shredded" ? 800 : 0),
        per: "tonne",
      })),
    ),
  );
  return rows("tariffs", cells);
}

function fleet(): Row<"vehicles">[] {
  const cells = FLEET.map(([id, name, ownerId, capabilities, depotLatitude, depotLongitude]) => ({
    id,
    name,
    ownerId,
    capabilities,
    capacityKg: 14_000,
    capacityLitres: 80_000,
    containerSlots: 2,
    depotLatitude,
    depotLongitude,
    shiftHours: "Mo-Fr 06:30-15:30",
    centsPerKm: 95,
    centsPerHour: 4200,
    fixedCentsPerShift: 8000,
    tollCentsPerKm: 19,
    tollShare: 0.4,
  }));
  return rows("vehicles", cells);
}

function settings(): RegionSettings {
  const sourced = (value: number) => ({ value, note: "angenommen" });
  return RegionSettings.parse({
    schema: "gruenverbund/region/1",
    id: "saarlouis",
    name: "Landkreis Saarlouis",
    timeZone: "Europe/Berlin",
    synthetic: "Die Füllstandsmeldungen sind künstlich erzeugt.",
    attribution: ["© GeoBasis-DE / BKG 2017 (VG250, Daten verändert)"],
    boundingBox: { south: 49.1, west: 6.4, north: 49.6, east: 7.3 },
    horizonWeeks: 4,
    allocation: { rule: "twoPart", capacityShare: 0.4 },
    travel: { detourFactor: sourced(1.35), speedKmh: sourced(48) },
    handling: { loadSeconds: sourced(1200), unloadSeconds: sourced(1200) },
    prices: {
      overflowCentsPerTonneWeek: sourced(2500),
      postponementCentsPerTonne: sourced(6000),
      co2CentsPerTonne: sourced(0),
    },
  });
}

function emissionFactors(): EmissionFactors {
  const sourced = (value: number) => ({ value });
  return EmissionFactors.parse({
    schema: "gruenverbund/emission-factors/1",
    id: "uba",
    version: "2024",
    name: "Beispielfaktoren",
    dieselKgCo2ePerLitre: sourced(3.1),
    truckLitresPer100Km: sourced(32),
    shreddingLitresPerTonne: sourced(2.2),
    facilityKgCo2ePerTonne: {
      composting: sourced(47),
      digestion: sourced(30),
      biomassHeat: sourced(12),
      transfer: sourced(5),
    },
  });
}

export function sampleRegion(): Region {
  const sites = points();
  const municipalities = MUNICIPALITIES.map(([ags, name, population, latitude, longitude]) => ({
    ags,
    name,
    population,
    latitude,
    longitude,
  }));
  const facilities = FACILITIES.map(([id, name, kind, latitude, longitude, status]) => ({
    ...{ id, name, kind, latitude, longitude, status },
    access: "public",
    openingHours: "Mo-Fr 07:00-16:00",
  }));
  const streams = STREAMS.map(([id, name, owner, fraction, looseKgPerM3, shreddedKgPerM3]) => ({
    ...{ id, name, owner, fraction, looseKgPerM3, shreddedKgPerM3 },
    shreddable: true,
  }));
  const shredder = {
    id: "shredder-1",
    name: "Häcksler Kreis",
    ownerId: "spedition-saar",
    tonnesPerHour: 18,
    hoursPerWeek: 30,
  };
  return {
    settings: settings(),
    emissionFactors: emissionFactors(),
    municipalities: rows("municipalities", municipalities),
    authorities: rows("authorities", [{ id: "spedition-saar", name: "Spedition Saar", kind: "contractor" }]),
    collectionPoints: sites,
    serviceShares: serviceShares(),
    seasons: rows("seasons", [SEASON]),
    streams: rows("streams", streams),
    storages: storages(sites),
    reports: [],
    weighings: [],
    facilities: rows("facilities", facilities),
    tariffs: tariffs(),
    vehicles: fleet(),
    shredders: rows("shredders", [
      { ...shredder, centsPerHour: 26000, setupCentsPerSite: 9000, mobilisationCentsPerWeek: 35000 },
    ]),
    contributions: [],
    contacts: [],
    sensors: [],
    weather: [],
    densities: [],
    fieldSources: [],
  };
}

/** A hexagon of about 4 km around every municipality, in the shape of `municipalities.geojson`. */
export function sampleOutlines(): unknown {
  const hexagon = (latitude: number, longitude: number) =>
    [0, 1, 2, 3, 4, 5, 0].map((k) => [
      longitude + 0.045 * Math.cos((k * Math.PI) / 3),
      latitude + 0.03 * Math.sin((k * Math.PI) / 3),
    ]);
  const features = MUNICIPALITIES.map(([ags, name, , latitude, longitude]) => ({
    type: "Feature",
    id: ags,
    properties: { ags, name },
    geometry: { type: "Polygon", coordinates: [hexagon(latitude, longitude)] },
  }));
  return { type: "FeatureCollection", attribution: "© Umrisse frei erfunden", features };
}
