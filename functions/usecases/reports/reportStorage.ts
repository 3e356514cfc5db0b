/**
 * One report of one storage by a form: on a sticker's page or signed in, sent at once or after hours without a network. The same
 * sight under the same key is kept once and gives the first outcome again.
 */
import type { Reach } from "../../../domain/access.ts";
import { localTimestamp } from "../../../domain/localTime.ts";
import type { Contamination } from "../../../domain/region/reports.ts";
import { IdempotencyKey, type ProblemItem } from "../../contract/common.ts";
import { ApiProblem } from "../apiProblem.ts";
import { cleanJpeg, type CleanJpeg } from "../photos/cleanJpeg.ts";
import { keepPhoto, photoName } from "../photos/photos.ts";
import type { Ports } from "../ports.ts";
import { storageIndex } from "../records/keys.ts";
import { readIndex } from "../records/region.ts";
import type { ReportRecord } from "../records/report.ts";
import { sha256 } from "../sha256.ts";
import { checkReports } from "./checkReports.ts";
import { earlierReceipt, keepReports } from "./keepReports.ts";

/** What somebody saw. */
export interface Sight {
  readonly quarters: number;
  readonly contamination: Contamination;
  readonly heapBeside: boolean;
}

/** By the clock of the device, which may be wrong; both RFC 3339. */
export interface DeviceTimes {
  readonly observedAt: string;
  readonly sentAt: string;
}

export interface StorageReport {
  readonly region: string;
  readonly storageId: string;
  readonly reach: Reach;
  readonly sender: string;
  readonly channel: Extract<ReportRecord["channel"], "sticker" | "form">;
  readonly idempotencyKey: string;
  readonly sight: Sight;
  /** A photo as it was sent; what is no plain JPEG is left away and the report kept. */
  readonly photo?: Uint8Array | undefined;
  /** Absent when the form was sent by a page without scripts: it was seen now. */
  readonly times?: DeviceTimes;
}

export type PhotoRefused = Exclude<CleanJpeg["kind"], "photo">;

export type StorageReported =
  | { readonly kind: "kept"; readonly id: string; readonly photoRefused?: PhotoRefused }
  /** It will not be taken, however often it is sent. */
  | { readonly kind: "refused"; readonly problems: readonly ProblemItem[] }
  /** `key`: no key that a form of ours has, or one under which something else was reported. `late`: seen too long ago. */
  | { readonly kind: "key" | "late" }
  /** Too many of this storage just now; later it will be taken. */
  | { readonly kind: "busy" };

/** A device that was without a network longer than this has nothing to say about today. */
export const LONGEST_WAIT_MS = 7 * 24 * 3600_000;
/** Clocks that differ by less are taken to be the same. */
const SAME_CLOCK_MS = 2 * 60_000;
/** More reports of one storage within an hour are no work of people who look into it. */
const MOST_AN_HOUR = 20;
const HOUR_MS = 3600_000;
/** Sensors may send as often as they like. */
const BY_HAND: ReadonlySet<ReportRecord["channel"]> = new Set(["sticker", "form"]);

export async function reportStorage(
  { store, blobs, clock }: Pick<Ports, "store" | "blobs" | "clock">,
  report: StorageReport,
): Promise<StorageReported> {
  const { region, storageId, reach, sender, channel, sight } = report;
  if (!IdempotencyKey.safeParse(report.idempotencyKey).success) return { kind: "key" };
  const now = clock.now();
  // The time is no part of it: a repetition is corrected by another delay.
  const sent = report.photo === undefined ? [] : [sha256(report.photo)];
  const content = JSON.stringify([storageId, sight.quarters, sight.contamination, sight.heapBeside, ...sent]);
  const once = { key: report.idempotencyKey, content };
  const before = await earlierReceipt(store, region, once).catch(otherContent);
  if (before === "otherContent") return { kind: "key" };
  if (before !== undefined) return outcomeOf(before);
  const age = ageOf(report.times, now);
  if (age > LONGEST_WAIT_MS) return { kind: "late" };
  if (await isBusy({ store }, region, storageId, now)) return { kind: "busy" };
  const observedAt = exactly(Date.parse(now) - age);
  const { heapBeside, ...seen } = sight;
  const item = { storageId, observedAt, ...seen, ...(heapBeside ? { heapBeside } : {}) };
  const place = (_: number, field: string): string => field;
  const index = await readIndex(store, region);
  const { right, rejected } = checkReports([item], { region: index, reach, name: sender, channel, now }, place);
  const cleaned = report.photo === undefined ? undefined : cleanJpeg(report.photo);
  const photo = cleaned?.kind === "photo" && right.length > 0 ? photoName(cleaned.bytes, now) : undefined;
  // Before the report that names it; a photo that no report names goes with its day.
  if (cleaned?.kind === "photo" && photo !== undefined) await keepPhoto({ blobs }, region, photo, cleaned.bytes);
  const withPhoto = right.map((one) => (photo === undefined ? one : { ...one, report: { ...one.report, photo } }));
  const outcome = outcomeOf(await keepReports(store, region, { right: withPhoto, rejected }, once, { now, place }));
  if (outcome.kind !== "kept" || cleaned === undefined || cleaned.kind === "photo") return outcome;
  return { ...outcome, photoRefused: cleaned.kind };
}

/** Local time with its milliseconds: two sights of the same second are two. */
function exactly(milliseconds: number): string {
  const instant = new Date(milliseconds).toISOString();
  const fraction = instant.slice(19, 23);
  const local = localTimestamp(instant);
  return fraction === ".000" ? local : `${local.slice(0, 19)}${fraction}${local.slice(19)}`;
}

function otherContent(error: unknown): "otherContent" {
  if (error instanceof ApiProblem && error.status === 422) return "otherContent";
  throw error;
}

function outcomeOf({ accepted, rejected }: Awaited<ReturnType<typeof keepReports>>): StorageReported {
  const first = accepted[0];
  if (first !== undefined) return { kind: "kept", id: first.id };
  return { kind: "refused", problems: rejected.flatMap(({ problems }) => problems) };
}

/**
 * Milliseconds since it was seen, by the device's own clock: one that is hours wrong is wrong in both of its times alike. Where the
 * device's clock is right, the delay of the network counts too.
 */
function ageOf(times: DeviceTimes | undefined, now: string): number {
  if (times === undefined) return 0;
  const [seen, sent, received] = [times.observedAt, times.sentAt, now].map(Date.parse) as [number, number, number];
  if (!Number.isFinite(seen) || !Number.isFinite(sent)) return 0;
  const isRight = Math.abs(received - sent) <= SAME_CLOCK_MS;
  return Math.max(0, isRight ? received - seen : sent - seen);
}

async function isBusy({ store }: Pick<Ports, "store">, region: string, storage: string, now: string): Promise<boolean> {
  const { pk } = storageIndex(region, storage);
  const { items } = await store.query({ pk, index: true, descending: true, limit: MOST_AN_HOUR });
  const since = Date.parse(now) - HOUR_MS;
  const recent = items
    .map(({ data }) => data as unknown as ReportRecord)
    .filter(({ channel, receivedAt }) => BY_HAND.has(channel) && Date.parse(receivedAt) > since);
  return recent.length >= MOST_AN_HOUR;
}
