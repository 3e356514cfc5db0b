/** A settlement as it was closed, with its corrections; or as it would be now. */
import type { SettlementView } from "../../../domain/settlement/settlement.ts";
import { ApiProblem } from "../apiProblem.ts";
import type { Ports } from "../ports.ts";
import { correctionsOf, findClosed, keptSettlement } from "./records.ts";

export { listSettlements } from "./records.ts";

/** @throws ApiProblem 404 for a period that is not closed */
export async function readSettlement(
  { store, blobs }: Pick<Ports, "store" | "blobs">,
  region: string,
  id: string,
): Promise<SettlementView> {
  const closed = await findClosed(store, region, id);
  if (closed === undefined)
    throw new ApiProblem(404, `Eine abgeschlossene Abrechnung „${id}“ gibt es in „${region}“ nicht.`);
  const [settlement, corrections] = await Promise.all([
    keptSettlement(blobs, region, id, closed.sha256),
    correctionsOf(store, region, id),
  ]);
  return { settlement, closed, corrections };
}
