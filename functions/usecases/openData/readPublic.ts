/** Reads what everybody may see of a region. A published run never changes, so that its figures are kept while the function lives. */
import { Plan } from "../../../domain/plan/plan.ts";
import { readJson } from "../../../domain/readJson.ts";
import { OUTLINES_FILE, type Region } from "../../../domain/region/tables.ts";
import type { Store } from "../../ports/store.ts";
import type { Ports } from "../ports.ts";
import { allItems } from "../records/allItems.ts";
import { masterPrefix, regionPk, REGIONS_PK } from "../records/keys.ts";
import { readPoints, type PointRecord } from "../records/point.ts";
import { readIndex, type RegionIndex } from "../records/region.ts";
import { weekOf, type WeekRecord } from "../records/week.ts";
import { openInput, readRecord, resultOf, type RunKey } from "../run/run.ts";
import { sha256 } from "../sha256.ts";
import type { PeriodCo2 } from "../finance/periodCo2.ts";
import { readOnce } from "./readOnce.ts";
import { agreedSplits, savingAmong } from "./agreed.ts";
import type { PlanBalances, PlanSaving, PublicFigures, PublicPoint } from "./figures.ts";
import { planBalances } from "../../../planning/co2/balance.ts";
import { monthsOf } from "./months.ts";
import { outlinesOf } from "./outlines.ts";
import { planSaving } from "./planSaving.ts";

/** A plan's figures, its run, and the runs that it was made of. */
interface HeldSaving {
  readonly saving: PlanSaving;
  readonly runs: readonly string[];
}

/** A year of weeks. */
const MOST_PLANS = 52;

export interface PublicReader {
  /** Ids and names, by name. */
  regions(): Promise<{ readonly id: string; readonly name: string }[]>;
  /** @throws ApiProblem 404 for a region that is not there */
  figures(region: string): Promise<PublicFigures>;
}

export function publicReader({ store, blobs }: Pick<Ports, "store" | "blobs">): PublicReader {
  const savings = new Map<string, Promise<HeldSaving>>();
  const inputs = new Map<string, Promise<Region>>();
  const balances = new Map<string, Promise<PlanBalances>>();
  const settled = new Map<string, Promise<PeriodCo2 | null>>();
  const kept = <T>(map: Map<string, Promise<T>>, { region, week, run }: RunKey, read: () => Promise<T>): Promise<T> =>
    readOnce(map, `${region} ${week} ${run}`, read);

  async function readPlan(key: RunKey): Promise<{ plan: Plan; bytes: Uint8Array }> {
    const bytes = await resultOf(blobs, key).get("plan.json");
    if (bytes === undefined) throw new Error(`run ${key.run} of ${key.region} ${key.week} has no plan.json`);
    return { plan: Plan.parse(JSON.parse(new TextDecoder().decode(bytes))), bytes };
  }

  async function readSaving(record: WeekRecord, key: RunKey): Promise<HeldSaving> {
    const [{ plan, bytes }, made] = await Promise.all([readPlan(key), readRecord(blobs, key)]);
    const saving = planSaving({
      ...{ plan, run: key.run, planSha256: sha256(bytes), publishedAt: record.endedAt ?? record.startedAt },
    });
    return { saving, runs: [key.run, ...(made?.madeOf ?? [])] };
  }

  /** What is closed never changes either, and a correction is another state. */
  async function settledCo2(region: string): Promise<PeriodCo2 | null> {
    const { readSettledCo2 } = await import("./settledCo2.ts");
    return readSettledCo2({ store, blobs }, region, settled);
  }

  return {
    async regions() {
      const items = await allItems(store, { pk: REGIONS_PK });
      const named = items.map(async ({ sk: id }) => ({ id, name: (await readIndex(store, id)).name }));
      return (await Promise.all(named)).sort((a, b) => a.name.localeCompare(b.name, "de"));
    },

    async figures(region) {
      const index = await readIndex(store, region);
      const records = await publishedRecords(store, region);
      const keys = records.map((record): RunKey => ({ region, week: record.week, run: record.run! }));
      const splits = await agreedSplits(store, region);
      const plans: PlanSaving[] = [];
      for (const [r, record] of records.entries()) {
        const { saving, runs } = await kept(savings, keys[r]!, () => readSaving(record, keys[r]!));
        plans.push(savingAmong(saving, splits, runs));
      }
      const newest = keys[0];
      const input =
        newest === undefined
          ? null
          : await kept(inputs, newest, async () => (await openInput({ blobs }, newest)).region);
      const drawn = await outlineDocument(blobs, region);
      return {
        ...{ region, name: index.name, synthetic: index.synthetic, municipalities: index.municipalities, plans },
        attribution: input?.settings.attribution ?? [],
        points: await pointsOf(store, index),
        facilities: (input?.facilities ?? [])
          .filter(({ status }) => status === "operating")
          .map(({ id, name, kind, latitude, longitude }) => ({ id, name, kind, latitude, longitude })),
        outlines: outlinesOf(drawn, index.municipalities),
        months: monthsOf(plans, input?.weighings ?? []),
        factors: input?.emissionFactors ?? null,
        settledCo2: forEverybody(await settledCo2(region), plans),
        co2:
          // Of all for whom it was planned: no figure of those who share it.
          input === null || plans[0]?.kgCo2e === null
            ? null
            : await kept(balances, newest!, async () => planBalances((await readPlan(newest!)).plan, input)),
      };
    },
  };
}

/** As with plans: nothing where a week's figures are not those of all for whom it was planned. */
const forEverybody = (settled: PeriodCo2 | null, plans: readonly PlanSaving[]): PeriodCo2 | null =>
  settled !== null &&
  plans.some(
    (plan) => plan.kgCo2e === null && settled.firstWeek <= plan.firstWeek && plan.firstWeek <= settled.lastWeek,
  )
    ? null
    : settled;

async function publishedRecords(store: Store, region: string): Promise<WeekRecord[]> {
  const items = await allItems(store, { pk: regionPk(region), prefix: "week#" });
  return items
    .map((item) => weekOf(item)!)
    .filter(({ status, run }) => status === "planned" && run !== null)
    .sort((a, b) => (a.week < b.week ? 1 : -1))
    .slice(0, MOST_PLANS);
}

async function pointsOf(store: Store, { id, municipalities }: RegionIndex): Promise<PublicPoint[]> {
  const names = new Map(municipalities.map(({ ags, name }) => [ags, name]));
  const points = (await readPoints(store, id)).map(({ id: point, item }): PublicPoint => {
    const { name, municipalityAgs: ags, latitude, longitude, status } = item.data as unknown as PointRecord;
    return { id: point, name, ags, municipality: names.get(ags) ?? "", latitude, longitude, status };
  });
  return points.sort((a, b) => a.name.localeCompare(b.name, "de"));
}

async function outlineDocument(blobs: Ports["blobs"], region: string): Promise<unknown> {
  const bytes = await blobs.get(`${masterPrefix(region)}${OUTLINES_FILE}`);
  if (bytes === undefined) return null;
  const read = readJson(OUTLINES_FILE, new TextDecoder().decode(bytes));
  return read.ok ? read.value : null;
}
