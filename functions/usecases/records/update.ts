/** Changes a record by reading it, deciding, and writing only if nobody wrote in between; again, if somebody did. */
import type { Item, Json, Key, NewItem, Store } from "../../ports/store.ts";

const MOST_ATTEMPTS = 20;

/**
 * @param decide what becomes of it; undefined leaves it as it is
 * @returns what is there afterwards
 */
export async function update(
  store: Store,
  at: Key,
  decide: (current: Item | undefined) => Omit<NewItem, "pk" | "sk"> | undefined,
): Promise<Json | undefined> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const current = await store.get(at);
    const next = decide(current);
    if (next === undefined) return current?.data;
    const outcome = await store.put({ ...at, ...next }, current?.version ?? "absent");
    if (outcome.status === "written") return next.data;
  }
  throw new Error(`${at.sk} was changed by others ${MOST_ATTEMPTS} times in a row`);
}
