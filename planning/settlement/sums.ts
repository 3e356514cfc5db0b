/** Sums over the items of a settlement: by line and by whom they are owed to. */
import type { Region } from "../../domain/region/tables.ts";
import { SETTLED_LINES, type CostItem, type Provider, type Settlement } from "../../domain/settlement/settlement.ts";
import { sum } from "./attribute.ts";

export function linesOf(items: readonly CostItem[]): Settlement["costLines"] {
  return SETTLED_LINES.map((line) => {
    const own = items.filter((item) => item.line === line);
    return { line, cents: sum(own.map(({ cents }) => cents)), itemIds: own.map(({ id }) => id) };
  });
}

/** In the order in which they first occur. */
export function providersOf(region: Region, items: readonly CostItem[]): Provider[] {
  return [...new Set(items.map(({ payeeId }) => payeeId))].map((id) => {
    const own = items.filter((item) => item.payeeId === id);
    return { id, ...whoIs(region, id), cents: sum(own.map(({ cents }) => cents)), itemIds: own.map((item) => item.id) };
  });
}

/** Whom an item is owed to: a plant of a member is the member's. */
function whoIs(region: Region, id: string): Pick<Provider, "name" | "kind"> {
  const member = region.municipalities.find((m) => m.ags === id);
  if (member !== undefined) return { name: member.name, kind: "member" };
  const authority = region.authorities.find((one) => one.id === id);
  if (authority !== undefined) return { name: authority.name, kind: authority.kind };
  return { name: region.facilities.find((one) => one.id === id)?.name ?? id, kind: "facility" };
}

/** The member that an item is owed to; undefined for others. */
export function memberOwed(region: Region, { payeeId }: CostItem): string | undefined {
  const owner = region.facilities.find((one) => one.id === payeeId)?.ownerId ?? payeeId;
  return region.municipalities.find((m) => m.ags === owner)?.ags;
}
