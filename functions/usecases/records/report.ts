/** A report as it is kept: who saw what, where and when, and how it came in. */
import * as z from "zod";
import { Contamination } from "../../../domain/region/reports.ts";
import { asJson, type NewItem } from "../../ports/store.ts";
import { key, storageIndex } from "./keys.ts";
import { sha256 } from "../sha256.ts";

export const ReportRecord = z.strictObject({
  id: z.string(),
  storageId: z.string(),
  /** As it was given, with its offset. */
  observedAt: z.string(),
  reportedBy: z.string(),
  quarters: z.number().optional(),
  volumeM3: z.number().optional(),
  /** Of the room. */
  percent: z.number().optional(),
  /** Of the sensor. */
  errorPercent: z.number().optional(),
  contamination: Contamination.optional(),
  heapBeside: z.boolean().optional(),
  /** sticker: whoever stood before the container. form: somebody signed in, on the page. */
  channel: z.enum(["import", "api", "csv", "sensor", "sticker", "form"]),
  receivedAt: z.string(),
  /** Name of the photo that came with it, for as long as photos are kept. */
  photo: z.string().optional(),
});
export type ReportRecord = z.infer<typeof ReportRecord>;

/** One storage at one moment is one sight: whoever sends it again names the same report. */
export function reportId(region: string, storage: string, observedAt: string): string {
  const sight = `${region} ${storage} ${utc(observedAt)}`;
  return `r-${sha256(sight).slice(0, 24)}`;
}

export const utc = (time: string): string => new Date(Date.parse(time)).toISOString();

/** Its sort key holds no id: a storage is seen once at a moment, whatever the report is called. */
export function reportItem(region: string, report: ReportRecord): NewItem {
  const at = utc(report.observedAt);
  return {
    ...key.report(region, at, report.storageId),
    data: asJson(report),
    index: storageIndex(region, report.storageId, at),
  };
}
