/** A storage as whoever reports it sees it: what and where it is, what became of the last reports, when it is picked up next. */
import { reaches, type Reach } from "../../../domain/access.ts";
import { localDate } from "../../../domain/localTime.ts";
import type { Fraction } from "../../../domain/region/common.ts";
import type { Store } from "../../ports/store.ts";
import { photoFirstDay } from "../photos/photos.ts";
import type { Ports } from "../ports.ts";
import { key, regionPk, storageIndex } from "../records/keys.ts";
import type { PointRecord } from "../records/point.ts";
import { readIndex, type RegionIndex, type StorageRecord } from "../records/region.ts";
import type { ReportRecord } from "../records/report.ts";
import type { WeekRecord } from "../records/week.ts";
import { fillsOfWeeks, latestFills, type PlannedFill } from "../weeks/fills.ts";

export interface StorageName {
  readonly region: string;
  readonly id: string;
  /** Of the collection point. */
  readonly place: string;
  /** Name of the stream: `Privates Grün, holzig`. */
  readonly material: string;
  /** Undefined in regions that were taken in before this was kept. */
  readonly fraction: Fraction | undefined;
  readonly kind: string;
  readonly units: number;
  /** Of one unit. */
  readonly volumeLitres: number;
}

export interface ShownReport extends Pick<
  ReportRecord,
  | "id"
  | "observedAt"
  | "quarters"
  | "volumeM3"
  | "percent"
  | "contamination"
  | "heapBeside"
  | "channel"
  | "reportedBy"
  | "photo"
> {
  /** The first week whose plan was made with it; undefined while there is none. */
  readonly inPlanOf: string | undefined;
}

export interface StorageView extends StorageName {
  readonly regionName: string;
  readonly synthetic: string | null;
  /** AGS of the municipalities that use it. */
  readonly served: readonly string[];
  /** Newest first. */
  readonly reports: readonly ShownReport[];
  /** `2026-11-24`: the next day on which a published plan picks it up. */
  readonly nextPickup: string | undefined;
  /** Of the newest planned week; its doubts hold only until something newer was reported. */
  readonly forecast?: PlannedFill;
}

const SHOWN_REPORTS = 5;
/** Older weeks neither pick anything up any more nor are they the first with a report that is shown. */
const LOOKED_AT_WEEKS = 12;

/** Undefined for a storage that is not there. */
export async function readStorage(
  { store, clock }: Pick<Ports, "store" | "clock">,
  region: string,
  storageId: string,
): Promise<StorageView | undefined> {
  const index = await readIndex(store, region);
  const storage = index.storages.find(({ id }) => id === storageId);
  if (storage === undefined) return undefined;
  const [names, reports, weeks] = await Promise.all([
    pointNames(store, region, [storage]),
    newestReports(store, region, storageId),
    plannedWeeks(store, region),
  ]);
  const today = localDate(clock.now());
  const forecast = fillsOfWeeks(weeks).get(storageId);
  const dates = weeks.flatMap(({ collections = [] }) => collections.filter((one) => one.storageId === storageId));
  return {
    ...storageName(index, storage, names),
    ...(forecast === undefined ? {} : { forecast: unlessNewer(forecast, reports[0]) }),
    regionName: index.name,
    synthetic: index.synthetic,
    served: index.points[storage.pointId]?.served ?? [],
    reports: reports.map((report) => ({
      ...withoutOldPhoto(report, photoFirstDay(clock.now())),
      inPlanOf: firstPlanWith(report, weeks),
    })),
    nextPickup: dates
      .map(({ date }) => date)
      .filter((date) => date >= today)
      .sort()[0],
  };
}

/** A report that came after the plan may have settled what was in doubt. */
function unlessNewer(forecast: PlannedFill, latest: ReportRecord | undefined): PlannedFill {
  const { knownUntil } = forecast;
  const newer = latest !== undefined && knownUntil !== null && Date.parse(latest.receivedAt) > Date.parse(knownUntil);
  return newer ? { ...forecast, plausibility: "ok" } : forecast;
}

function withoutOldPhoto({ photo, ...report }: ReportRecord, firstDay: string): ReportRecord {
  return photo === undefined || photo < firstDay ? report : { ...report, photo };
}

export type ReachedStorage = StorageName & { readonly latest?: ReportRecord; readonly forecast?: PlannedFill };

/** Every storage that a right reaches, by place and material, with its newest report. */
export async function reachedStorages(
  { store }: Pick<Ports, "store">,
  region: string,
  reach: Reach,
): Promise<{ readonly name: string; readonly storages: readonly ReachedStorage[] }> {
  const index = await readIndex(store, region);
  const own = index.storages.filter(({ pointId }) => reaches(reach, index.points[pointId]?.served ?? []));
  const [names, fills] = await Promise.all([pointNames(store, region, own), latestFills(store, region)]);
  const storages = await Promise.all(
    own.map(async (storage) => {
      const [latest] = await newestReports(store, region, storage.id, 1);
      const forecast = fills.get(storage.id);
      return {
        ...storageName(index, storage, names),
        ...(latest === undefined ? {} : { latest }),
        ...(forecast === undefined ? {} : { forecast: unlessNewer(forecast, latest) }),
      };
    }),
  );
  const order = ({ place, material }: StorageName): string => `${place}\n${material}`;
  return { name: index.name, storages: storages.sort((a, b) => (order(a) < order(b) ? -1 : 1)) };
}

function storageName(
  index: RegionIndex,
  { id, pointId, streamId, kind, units, volumeLitres }: StorageRecord,
  names: ReadonlyMap<string, string>,
): StorageName {
  const stream = index.streams?.find((one) => one.id === streamId);
  return {
    ...{ region: index.id, id, kind, units, volumeLitres },
    place: names.get(pointId) ?? pointId,
    material: stream?.name ?? streamId,
    fraction: stream?.fraction,
  };
}

async function pointNames(store: Store, region: string, storages: readonly StorageRecord[]) {
  const ids = [...new Set(storages.map(({ pointId }) => pointId))];
  const items = await Promise.all(ids.map((id) => store.get(key.point(region, id))));
  return new Map(
    ids.flatMap((id, at) => {
      const point = items[at]?.data as unknown as PointRecord | undefined;
      return point === undefined ? [] : [[id, point.name] as const];
    }),
  );
}

async function newestReports(store: Store, region: string, storage: string, limit = SHOWN_REPORTS) {
  const { pk } = storageIndex(region, storage);
  const { items } = await store.query({ pk, index: true, descending: true, limit });
  return items.map(({ data }) => data as unknown as ReportRecord);
}

async function plannedWeeks(store: Store, region: string): Promise<WeekRecord[]> {
  const query = { pk: regionPk(region), prefix: "week#", descending: true, limit: LOOKED_AT_WEEKS };
  const { items } = await store.query(query);
  return items.map(({ data }) => data as unknown as WeekRecord).filter(({ status }) => status === "planned");
}

/** A plan is made with everything that was there when its input was frozen. */
function firstPlanWith({ receivedAt }: ReportRecord, weeks: readonly WeekRecord[]): string | undefined {
  const received = Date.parse(receivedAt);
  return weeks
    .filter(({ frozenAt }) => frozenAt !== undefined && Date.parse(frozenAt) >= received)
    .map(({ week }) => week)
    .sort()[0];
}
