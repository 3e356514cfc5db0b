/** The settled week of `sampleSettlement`, as a region has it that closed it: no planning, no weighing. */
import { canonicalJson } from "../../domain/canonicalJson.ts";
import type { ClosedSettlement, Correction, Settlement } from "../../domain/settlement/settlement.ts";
import { asJson } from "../../functions/ports/store.ts";
import { settlementBlob, settlementKey } from "../../functions/usecases/settlement/records.ts";
import { sha256 } from "../../functions/usecases/sha256.ts";
import { counterBookings } from "../../planning/settlement/counterBookings.ts";
import { sampleSettlement } from "./sampleSettlement.ts";
import type { TestSystem } from "./system.ts";

/** @param change such as another period; its tours are left out: their runs are not there */
export async function keepSettlement(
  { ports }: { readonly ports: Pick<TestSystem["ports"], "store" | "blobs"> },
  change: Partial<Settlement> = {},
): Promise<Settlement> {
  const settlement = sampleSettlement({ tours: [], ...change });
  const { region, id, period, jointCostCents, soloTotalCents, poolCents } = settlement;
  const text = canonicalJson(settlement);
  const hash = sha256(text);
  await ports.blobs.putAll(new Map([[settlementBlob(region, id, hash), text]]));
  const data: ClosedSettlement = {
    ...{ id, period: { firstWeek: period.firstWeek, lastWeek: period.lastWeek }, state: "closed", sha256: hash },
    ...{ closedAt: "2026-12-15T09:30:00Z", closedBy: "karla", jointCostCents, soloTotalCents, poolCents },
  };
  await ports.store.transact([
    { put: { ...settlementKey.closed(region, id), data: asJson(data) }, expected: "absent" },
  ]);
  return settlement;
}

/** A correction of it, as if tickets had come later: what it left is `after`. */
export async function keepCorrection(
  { ports }: { readonly ports: Pick<TestSystem["ports"], "store" | "blobs"> },
  [before, after]: readonly [Settlement, Settlement],
  number = 1,
): Promise<void> {
  const { region, id } = after;
  const text = canonicalJson(after);
  const hash = sha256(text);
  await ports.blobs.putAll(new Map([[settlementBlob(region, id, hash), text]]));
  const data: Correction = {
    ...{ schema: "gruenverbund/correction/1", settlementId: id, number, reason: "Schein nachgereicht", ticketIds: [] },
    ...{ bookings: counterBookings(before.members, after.members), poolDifferenceCents: 0 },
    ...{ sha256Before: sha256(canonicalJson(before)), sha256After: hash, at: "2027-01-12T09:00:00Z", by: "karla" },
  };
  const put = { ...settlementKey.correction(region, id, number), data: asJson(data) };
  await ports.store.transact([{ put, expected: "absent" }]);
}
