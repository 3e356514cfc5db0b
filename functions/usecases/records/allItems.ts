/** Every item of a query, page after page. */
import type { Item, Query, Store } from "../../ports/store.ts";

export async function allItems(store: Store, query: Query): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await store.query({ ...query, ...(cursor === undefined ? {} : { cursor }) });
    items.push(...page.items);
    if (page.next === undefined) return items;
    cursor = page.next;
  }
}
