/** Which weeks have a plan. */
import type { Store } from "../../ports/store.ts";
import { allItems } from "../records/allItems.ts";
import { regionPk } from "../records/keys.ts";
import { weekOf } from "../records/week.ts";

/** Weeks with a published plan, newest first. */
export async function publishedWeeks(store: Store, region: string): Promise<string[]> {
  const items = await allItems(store, { pk: regionPk(region), prefix: "week#" });
  const planned = items.flatMap((item) => {
    const record = weekOf(item)!;
    return record.status === "planned" && record.run !== null ? [record.week] : [];
  });
  return planned.sort().reverse();
}
