/** Every port a function may be given; each takes the part it needs. */
import type { Region } from "../../domain/region/tables.ts";
import type { LpSolver } from "../../optimizer/lp/index.ts";
import type { Archive } from "../ports/archive.ts";
import type { Blobs } from "../ports/blobs.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { Mailer } from "../ports/mailer.ts";
import type { Signer } from "../ports/signer.ts";
import type { Site } from "../ports/site.ts";
import type { Store } from "../ports/store.ts";
import type { TravelMatrix } from "../ports/travelMatrix.ts";
import type { Workflows } from "../ports/workflows.ts";

export interface Ports {
  readonly clock: Clock;
  readonly log: Log;
  readonly store: Store;
  /** Keys begin with `regions/<region>/`. */
  readonly blobs: Blobs;
  readonly archive: Archive;
  readonly mailer: Mailer;
  readonly workflows: Workflows;
  readonly travelMatrix: (region: Region) => TravelMatrix;
  /** Absent where there is no key to sign with: then weeks have no trust file. */
  readonly signer?: Signer;
  readonly engine: () => Promise<LpSolver>;
  readonly site: Site;
}
