/** The account of a year, from what was closed and corrected. */
import type { Ledger } from "../../../domain/settlement/ledger.ts";
import { ledgerOf } from "../../../planning/settlement/ledger.ts";
import type { Ports } from "../ports.ts";
import { readIndex } from "../records/region.ts";
import { asCorrected } from "./asCorrected.ts";
import { listSettlements, readSettlement } from "./readSettlement.ts";

/** @throws ApiProblem 404 for a region that is not there */
export async function readLedger(ports: Pick<Ports, "store" | "blobs">, region: string, year: number): Promise<Ledger> {
  await readIndex(ports.store, region);
  const all = await listSettlements(ports.store, region);
  const ids = all.filter(({ period }) => period.lastWeek.startsWith(`${year}-`)).map(({ id }) => id);
  const oldest = [...ids].reverse();
  const views = await Promise.all(oldest.map((id) => readSettlement(ports, region, id)));
  const current = await Promise.all(oldest.map((id) => asCorrected(ports, region, id)));
  return ledgerOf(region, year, views, current);
}
