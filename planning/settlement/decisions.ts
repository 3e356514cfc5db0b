/** What people decided about a ticket, the later over the earlier. */
import type { Weighing } from "../../domain/settlement/weighing.ts";

export interface DecidedOn {
  readonly voided: boolean;
  readonly confirmed: boolean;
  readonly refused: boolean;
  readonly reason: string;
  readonly matchTo: { readonly tourId: string; readonly stop: number; readonly at: string } | null;
}

export function decidedOn({ decisions }: Weighing): DecidedOn {
  let now: DecidedOn = { voided: false, confirmed: false, refused: false, reason: "", matchTo: null };
  for (const { decision, at } of decisions) {
    switch (decision.kind) {
      case "match":
        now = { ...now, voided: false, matchTo: { tourId: decision.tourId, stop: decision.stop, at } };
        break;
      case "confirm":
        now = { ...now, voided: false, confirmed: true };
        break;
      case "void":
        now = { ...now, voided: true, matchTo: null, reason: decision.reason };
        break;
      case "refuse":
        now = { ...now, voided: false, refused: true, reason: decision.reason };
    }
  }
  return now;
}
