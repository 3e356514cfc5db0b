/** The regions whose administration somebody is. */
import { reachOf, type Principal } from "../../../domain/access.ts";
import type { Store } from "../../ports/store.ts";
import { allItems } from "../records/allItems.ts";
import { REGIONS_PK } from "../records/keys.ts";

export interface CountyRegion {
  readonly id: string;
  readonly name: string;
}

/** A right for one municipality alone is none over the region. By name. */
export async function administered(store: Store, principal: Principal): Promise<CountyRegion[]> {
  const items = await allItems(store, { pk: REGIONS_PK });
  return items
    .filter(({ sk: id }) => reachOf(principal, id, ["admin"]).kind === "region")
    .map(({ sk: id, data }) => ({ id, name: (data as { name: string }).name }))
    .sort((a, b) => a.name.localeCompare(b.name, "de"));
}
