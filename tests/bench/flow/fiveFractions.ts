/**
 * examples/saarland with five kinds of material, a market and sites to decide about: herbaceous material and leaves are added at every
 * point, drawn with a fixed seed in proportion to what is there, at the prices of mixed material with a mark-up.
 */
import type { Region } from "../../../domain/region/tables.ts";
import { YearInput } from "../../../domain/year/input.ts";
import { Random } from "../../../optimizer/random.ts";

const ADDED = [
  {
    id: "municipal-herbaceous",
    name: "Kommunales Grün, krautig",
    fraction: "herbaceous",
    looseKgPerM3: 200,
    part: 0.2,
    season: "private",
    markUp: -400,
  },
  {
    id: "leaves",
    name: "Laub und Schnittgut",
    fraction: "grassLeaves",
    looseKgPerM3: 180,
    part: 0.15,
    season: "leaves",
    markUp: 300,
  },
] as const;

export function fiveFractions(region: Region, seed = 1): { region: Region; year: YearInput } {
  const random = new Random(seed);
  const uniform = () => (random.bits() >>> 0) / 2 ** 32;
  const made = { source: "drawn for the benchmark", verified: false } as const;
  const leaves = {
    ...region.seasons[0]!,
    id: "leaves",
    jan: 1,
    feb: 1,
    mar: 3,
    apr: 8,
    may: 10,
    jun: 8,
    jul: 7,
    aug: 7,
    sep: 9,
    oct: 20,
    nov: 22,
    dec: 4,
  };
  const streams = ADDED.map(({ id, name, fraction, looseKgPerM3 }) => ({
    ...region.streams.find((s) => s.owner === "municipality")!,
    id,
    name,
    fraction,
    looseKgPerM3,
    shreddedKgPerM3: 400,
    shreddable: fraction === "herbaceous",
  }));
  const storages = region.collectionPoints.flatMap((point) => {
    const tonnes = region.storages
      .filter((s) => s.pointId === point.id)
      .reduce((sum, s) => sum + s.expectedTonnesPerYear, 0);
    return ADDED.map(({ id, part, season, looseKgPerM3 }) => {
      const expectedTonnesPerYear = Math.round(tonnes * part * (0.6 + 0.8 * uniform())) + 5;
      return {
        ...region.storages[0]!,
        ...made,
        id: `${point.id}-${id}`,
        pointId: point.id,
        streamId: id,
        expectedTonnesPerYear,
        seasonId: season,
        // Room for a month and a half.
        volumeLitres: Math.ceil(
          (expectedTonnesPerYear * 125_000) / looseKgPerM3,
        ) as Region["storages"][number]["volumeLitres"],
      };
    });
  });
  const tariffs = ADDED.flatMap(({ fraction, markUp }) =>
    region.tariffs
      .filter((t) => t.fraction === "mixed" && t.owner === "any")
      .map((t) => ({
        ...t,
        id: `${t.id}-${fraction}`,
        fraction,
        gateFeeCents: (t.gateFeeCents + markUp) as typeof t.gateFeeCents,
      })),
  );
  return {
    region: {
      ...region,
      seasons: [...region.seasons, leaves],
      streams: [...region.streams, ...streams],
      storages: [...region.storages, ...storages],
      tariffs: [...region.tariffs, ...tariffs],
    },
    year: market(),
  };
}

/** Compost and chips of the plants that a region could run itself, and whom it could sell them to. */
function market(): YearInput {
  const buyer = (
    id: string,
    productId: string,
    priceCentsPerTonne: number,
    quarters: number[],
    latitude: number,
    longitude: number,
  ) => ({
    id,
    name: id,
    productId,
    priceCentsPerTonne,
    demandTonnesPerQuarter: quarters,
    latitude,
    longitude,
  });
  return YearInput.parse({
    schema: "gruenverbund/year-input/1",
    products: [
      { id: "compost", name: "Kompost" },
      { id: "chips", name: "Hackschnitzel" },
    ],
    yields: ["umschlag-mitte", "kompost-nord", "kompost-ost", "lisdorfer-berg"].flatMap((facilityId) => [
      ...["mixed", "herbaceous"].flatMap((fraction) =>
        ["loose", "shredded"].map((form) => ({ facilityId, fraction, form, productId: "compost", share: 0.4 })),
      ),
      { facilityId, fraction: "woody", form: "shredded", productId: "chips", share: 0.3 },
    ]),
    buyers: [
      buyer("heizwerk-nord", "chips", 3500, [700, 200, 100, 600], 49.5, 7.05),
      buyer("heizwerk-west", "chips", 3000, [500, 150, 50, 450], 49.32, 6.75),
      buyer("gartenbau-ost", "compost", 900, [300, 900, 300, 200], 49.32, 7.3),
      buyer("landwirte", "compost", 400, [200, 400, 1500, 300], 49.4, 6.95),
    ],
    separation: [
      {
        from: "mixed",
        to: [
          { fraction: "woody", share: 0.25 },
          { fraction: "mixed", share: 0.75 },
        ],
        centsPerTonne: 900,
      },
    ],
    closablePoints: [
      {
        pointId: "heusweiler",
        receiverId: "riegelsberg",
        runningCentsPerYear: 4_000_000,
        avoidedRebuildingCents: 45_000_000,
        centsPerTonne: 1500,
      },
      { pointId: "dillingen", receiverId: "rehlingen", runningCentsPerYear: 2_500_000, centsPerTonne: 1500 },
    ],
    closableFacilities: [{ facilityId: "kompost-nord", runningCentsPerYear: 15_000_000 }],
  });
}
