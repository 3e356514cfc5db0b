/** A closed settlement with what was corrected since. */
import type { Settlement, SettlementView } from "../../../domain/settlement/settlement.ts";
import type { Ports } from "../ports.ts";
import { readSettlement } from "./readSettlement.ts";
import { keptSettlement } from "./records.ts";

/** As the corrections so far left it. */
export async function asCorrected(
  { store, blobs }: Pick<Ports, "store" | "blobs">,
  region: string,
  id: string,
): Promise<Settlement> {
  return viewAsCorrected({ blobs }, await readSettlement({ store, blobs }, region, id));
}

/** What the newest correction left; without any, what was closed. */
export async function viewAsCorrected(
  { blobs }: Pick<Ports, "blobs">,
  { settlement, corrections }: Pick<SettlementView, "settlement" | "corrections">,
): Promise<Settlement> {
  const { region, id } = settlement;
  const last = corrections.at(-1);
  return last === undefined ? settlement : keptSettlement(blobs, region, id, last.sha256After);
}
