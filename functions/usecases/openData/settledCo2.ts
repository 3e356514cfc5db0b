/** Greenhouse gases of the newest settled period, for everybody: sums of all, no figure of a municipality. */
import { periodCo2, type PeriodCo2 } from "../finance/periodCo2.ts";
import type { Ports } from "../ports.ts";
import { readOnce } from "./readOnce.ts";
import { correctionsOf, keptSettlement, listSettlements } from "../settlement/records.ts";

/** @param kept what was read before, by the settlement and its newest correction */
export async function readSettledCo2(
  ports: Pick<Ports, "store" | "blobs">,
  region: string,
  kept: Map<string, Promise<PeriodCo2 | null>>,
): Promise<PeriodCo2 | null> {
  const [newest] = await listSettlements(ports.store, region);
  if (newest === undefined) return null;
  const { id, sha256 } = newest;
  const corrections = await correctionsOf(ports.store, region, id);
  return readOnce(kept, `${sha256} ${corrections.length}`, async () =>
    periodCo2(ports, { settlement: await keptSettlement(ports.blobs, region, id, sha256), corrections }),
  );
}
