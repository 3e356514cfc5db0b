/** What one machine offers: its clock and its folders. One of the two places that choose adapters. */
import { fileBlobs } from "../functions/adapters/files/fileBlobs.ts";
import { putFile } from "../functions/adapters/files/putFile.ts";
import { systemClock } from "../functions/adapters/system/systemClock.ts";
import type { Blobs } from "../functions/ports/blobs.ts";
import type { Clock } from "../functions/ports/clock.ts";

export interface Machine {
  readonly clock: Clock;
  /** The blobs of one folder. */
  readonly blobs: (root: string) => Blobs;
  /** Writes one file, whole or not at all. */
  readonly putFile: (path: string, data: string) => Promise<void>;
}

export function machine(): Machine {
  return { clock: systemClock, blobs: fileBlobs, putFile };
}
