/** Photos that came with reports: where they lie, who gets them, and when they go. */
import { localDate } from "../../../domain/localTime.ts";
import { PHOTO_DAYS } from "../../../domain/retention.ts";
import { addDays } from "../../../domain/week.ts";
import type { Ports } from "../ports.ts";
import { allItems } from "../records/allItems.ts";
import { REGIONS_PK } from "../records/keys.ts";
import { forgetTicketPhotos } from "../weighings/photo.ts";
import { sha256 } from "../sha256.ts";

const folderOf = (region: string): string => `photos/${region}/`;

/**
 * Names a photo by the day it came in and by what it shows, so that sending it twice keeps it once.
 *
 * @param now RFC 3339
 */
export function photoName(bytes: Uint8Array, now: string): string {
  return `${localDate(now)}/${sha256(bytes).slice(0, 32)}.jpg`;
}

export async function keepPhoto(
  { blobs }: Pick<Ports, "blobs">,
  region: string,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  await blobs.putAll(new Map([[folderOf(region) + name, bytes]]));
}

/** Undefined once its days are over. */
export const readPhoto = (
  { blobs }: Pick<Ports, "blobs">,
  region: string,
  name: string,
): Promise<Uint8Array | undefined> => blobs.get(folderOf(region) + name);

/** @param now RFC 3339 */
export const photoFirstDay = (now: string): string => addDays(localDate(now), -PHOTO_DAYS);

/** Removes photos whose days are over, of every region. @returns how many days of photos went */
export async function forgetPhotos({ store, blobs, clock }: Pick<Ports, "store" | "blobs" | "clock">): Promise<number> {
  const first = photoFirstDay(clock.now());
  const regions = await allItems(store, { pk: REGIONS_PK });
  let gone = 0;
  for (const { sk: region } of regions) {
    gone += await forgetTicketPhotos({ blobs, clock }, region);
    const names = await blobs.list(folderOf(region));
    const days = new Set(names.map((name) => name.slice(folderOf(region).length).split("/")[0]!));
    for (const day of days) {
      if (day >= first) continue;
      await blobs.putAll(new Map(), { replace: [`${folderOf(region)}${day}/`] });
      gone++;
    }
  }
  return gone;
}
