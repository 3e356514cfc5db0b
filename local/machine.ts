/** What one machine offers: its clock and its folders. One of the two places that choose adapters. */
import { fileBlobs } from "../functions/adapters/files/fileBlobs.ts";
import { systemClock } from "../functions/adapters/system/systemClock.ts";
import type { Blobs } from "../functions/ports/blobs.ts";
import type { Clock } from "../functions/ports/clock.ts";

export interface Machine {
  readonly clock: Clock;
  /** The blobs of one folder. */
  readonly blobs: (root: string) => Blobs;
}

export function machine(): Machine {
  return { clock: systemClock, blobs: fileBlobs };
}
