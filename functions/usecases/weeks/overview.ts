/** What the first page shows: each region with its newest week. */
import { PHASES, partOfRun, type Phase } from "../../../planning/progress.ts";
import type { WeekPlan } from "../../contract/weeks.ts";
import type { Ports } from "../ports.ts";
import { allItems } from "../records/allItems.ts";
import { REGIONS_PK, regionPk } from "../records/keys.ts";
import { readIndex } from "../records/region.ts";
import { readWeek } from "./readWeek.ts";

export interface Step {
  readonly name: Phase | "publish";
  readonly state: "done" | "current" | "open";
}

export interface RegionOverview {
  readonly id: string;
  readonly name: string;
  readonly municipalities: number;
  readonly points: number;
  /** What in its data is made up. */
  readonly synthetic: string | null;
  /** Over so many weeks costs are reckoned. */
  readonly horizonWeeks: number;
  /** The newest that was ever planned. */
  readonly week: WeekPlan | null;
  /** There while that week is being planned. */
  readonly progress: { readonly part: number; readonly steps: readonly Step[] } | null;
}

export async function overview({ store }: Pick<Ports, "store">): Promise<RegionOverview[]> {
  const regions = await allItems(store, { pk: REGIONS_PK });
  return Promise.all(regions.map(({ sk }) => overviewOf(store, sk)));
}

async function overviewOf(store: Ports["store"], id: string): Promise<RegionOverview> {
  const { name, municipalities, points, synthetic, horizonWeeks } = await readIndex(store, id);
  const prefix = "week#";
  const { items } = await store.query({ pk: regionPk(id), prefix, descending: true, limit: 1 });
  const week = items[0] === undefined ? null : await readWeek(store, id, items[0].sk.slice(prefix.length));
  const counts = { municipalities: municipalities.length, points: Object.keys(points).length };
  const said = { name, synthetic, horizonWeeks };
  return { id, ...said, ...counts, week, progress: week?.status === "planning" ? progressOf(week) : null };
}

function progressOf({ progress }: WeekPlan): NonNullable<RegionOverview["progress"]> {
  const names = [...PHASES, "publish"] as const;
  const phase = progress?.phase ?? "forecast";
  const at = names.indexOf(phase);
  const steps = names.map((name, index): Step => ({
    name,
    state: index < at ? "done" : index === at ? "current" : "open",
  }));
  return { part: phase === "publish" ? 1 : partOfRun(phase, progress?.part ?? 0), steps };
}
