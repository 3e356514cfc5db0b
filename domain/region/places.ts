/** Who takes part and where material lies: municipalities, authorities, collection points, streams, storages. */
import * as z from "zod";
import {
  count,
  flag,
  Latitude,
  Longitude,
  nonNegative,
  optionalCell,
  positive,
  PositiveLitres,
  share,
  text,
} from "../units.ts";
import { Ags, Fraction, Id, OpeningHoursText, sourced, wordList } from "./common.ts";

/** A member of the joint plan; one player of the cost game. */
export const Municipality = z.strictObject({
  ags: Ags.describe("Amtlicher Gemeindeschlüssel"),
  name: text,
  population: count.describe("inhabitants"),
  areaKm2: optionalCell(positive),
  latitude: Latitude,
  longitude: Longitude,
  ...sourced,
});
export type Municipality = z.infer<typeof Municipality>;

/** A public disposal authority (such as EVS) or a contractor: owns material, plants or vehicles, but is no player. */
export const Authority = z.strictObject({ id: Id, name: text, kind: z.enum(["authority", "contractor"]), ...sourced });
export type Authority = z.infer<typeof Authority>;

export const Equipment = z.enum(["loader", "weighbridge", "staff", "power"]);

/** A site where citizens or the yard bring green waste (Sammelstelle, Wertstoffhof, Bauhof). */
export const CollectionPoint = z.strictObject({
  id: Id,
  name: text,
  municipalityAgs: Ags.describe("where the site lies; who uses it is in service-shares.csv"),
  latitude: Latitude,
  longitude: Longitude,
  accessHours: OpeningHoursText.describe("when a vehicle may load"),
  equipment: wordList(Equipment).describe("loader, weighbridge, staff, power; separated by spaces"),
  status: z.enum(["open", "closed"]),
  ...sourced,
});
export type CollectionPoint = z.infer<typeof CollectionPoint>;

/** Which municipality's material arrives at a point. The shares of one point sum to 1; costs follow them. */
export const ServiceShare = z.strictObject({ pointId: Id, ags: Ags, share, ...sourced });
export type ServiceShare = z.infer<typeof ServiceShare>;

/** A kind of material with one owner. Private green waste may belong to the authority, municipal material never does. */
export const Stream = z.strictObject({
  id: Id,
  name: text,
  owner: z.enum(["municipality", "authority"]),
  authorityId: optionalCell(Id).describe("which authority, when `owner` is authority"),
  fraction: Fraction,
  looseKgPerM3: positive,
  shreddedKgPerM3: positive,
  shreddable: flag,
  ...sourced,
});
export type Stream = z.infer<typeof Stream>;

/** Room for one stream at one point: containers or a heap. */
export const Storage = z.strictObject({
  id: Id,
  pointId: Id,
  streamId: Id,
  kind: z.enum(["heap", "rollOff", "skip"]),
  units: count.pipe(z.number().int().min(1)).describe("number of containers or bays"),
  volumeLitres: PositiveLitres.describe("of one unit"),
  expectedTonnesPerYear: positive.describe("prior for arrivals, corrected by reports"),
  seasonId: Id,
  ...sourced,
});
export type Storage = z.infer<typeof Storage>;

const percent = nonNegative.pipe(z.number().max(100));

/** Monthly shares of a year's arrivals in percent; they sum to 100, or to within 1 of it. */
export const Season = z.strictObject({
  id: Id,
  jan: percent,
  feb: percent,
  mar: percent,
  apr: percent,
  may: percent,
  jun: percent,
  jul: percent,
  aug: percent,
  sep: percent,
  oct: percent,
  nov: percent,
  dec: percent,
  ...sourced,
});
export type Season = z.infer<typeof Season>;

/** The columns of a season in order of the year. */
export const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;
