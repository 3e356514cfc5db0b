/** What was reckoned of a period last, by the hash of its inputs. A copy to save time: without it, it is reckoned again. */
import { canonicalJson } from "../../../domain/canonicalJson.ts";
import { Settlement } from "../../../domain/settlement/settlement.ts";
import type { Blobs } from "../../ports/blobs.ts";
import { settlementId } from "./period.ts";
import type { Prepared } from "./prepare.ts";

const folderOf = (region: string, id: string): string => `regions/${region}/settlement-reckonings/${id}/`;

export async function keptReckoning(
  blobs: Blobs,
  region: string,
  { weeks, inputsSha256 }: Pick<Prepared, "weeks" | "inputsSha256">,
): Promise<Settlement | undefined> {
  const bytes = await blobs.get(`${folderOf(region, settlementId(weeks))}${inputsSha256}.json`);
  return bytes === undefined ? undefined : Settlement.parse(JSON.parse(new TextDecoder().decode(bytes)));
}

/** In the place of what was reckoned of the period before. */
export async function keepReckoning(blobs: Blobs, region: string, settlement: Settlement): Promise<void> {
  const folder = folderOf(region, settlement.id);
  const entries = new Map([[`${folder}${settlement.inputsSha256}.json`, canonicalJson(settlement)]]);
  await blobs.putAll(entries, { replace: [folder] });
}
