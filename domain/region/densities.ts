/**
 * What a cubic metre was found to weigh at a point (densities.csv): learned from tickets, by fraction, form and season. Whoever plans
 * a week takes the values of the season in which it begins; where nothing was learned, those of streams.csv hold.
 */
import * as z from "zod";
import { count, positive } from "../units.ts";
import { Quarter, quarterOf } from "../settlement/density.ts";
import { mondayOf } from "../week.ts";
import { Form, Fraction, Id, sourced } from "./common.ts";
import type { Storage, Stream } from "./places.ts";
import type { RegionSettings } from "./settings.ts";

export const LearnedDensity = z.strictObject({
  pointId: Id,
  fraction: Fraction,
  form: Form,
  quarter: Quarter,
  kgPerM3: positive,
  sdKgPerM3: positive.describe("standard deviation of the estimate"),
  weighings: count.pipe(z.number().int().min(1)).describe("loads that it was learned from"),
  ...sourced,
});
export type LearnedDensity = z.infer<typeof LearnedDensity>;

/** What is asked of a region; nothing else of it matters here. */
export interface Densities {
  readonly settings: Pick<RegionSettings, "learnedDensities">;
  readonly storages: readonly Storage[];
  readonly streams: readonly Stream[];
  readonly densities: readonly LearnedDensity[];
}

export interface StoredStream {
  /** With the densities that hold in this storage. */
  readonly stream: Stream;
  /** As streams.csv has it. */
  readonly listed: Stream;
  readonly learned: Readonly<Partial<Record<Form, LearnedDensity>>>;
}

/** By storage, for plans that begin in `week`. */
export function storedStreams(region: Densities, week: string): Map<string, StoredStream> {
  const quarter = quarterOf(mondayOf(week));
  const keyOf = (pointId: string, fraction: Fraction, form: Form): string => `${pointId} ${fraction} ${form}`;
  const used = region.settings.learnedDensities === false ? [] : region.densities;
  const learned = new Map(
    used.filter((row) => row.quarter === quarter).map((row) => [keyOf(row.pointId, row.fraction, row.form), row]),
  );
  const streams = new Map(region.streams.map((stream) => [stream.id, stream]));
  return new Map(
    region.storages.map(({ id, pointId, streamId }) => {
      const listed = streams.get(streamId)!;
      const loose = learned.get(keyOf(pointId, listed.fraction, "loose"));
      const shredded = learned.get(keyOf(pointId, listed.fraction, "shredded"));
      const stream = {
        ...listed,
        looseKgPerM3: loose?.kgPerM3 ?? listed.looseKgPerM3,
        shreddedKgPerM3: shredded?.kgPerM3 ?? listed.shreddedKgPerM3,
      };
      return [id, { stream, listed, learned: { ...(loose && { loose }), ...(shredded && { shredded }) } }];
    }),
  );
}
