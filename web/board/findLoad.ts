/** Where a load stands. */
import type { BoardLeft, BoardStop, BoardTour, StopRef } from "../../functions/usecases/board/view.ts";
import type { BoardContext } from "./view.ts";

/** Where a load is in the draft. */
export type Found =
  | { readonly kind: "tour"; readonly tour: BoardTour; readonly stop: BoardStop }
  | { readonly kind: "left"; readonly left: BoardLeft };

export function findLoad({ view }: Pick<BoardContext, "view">, ref: StopRef): Found | undefined {
  for (const tour of view.tours) {
    const stop = tour.stops.find((one) => one.ref === ref);
    if (stop !== undefined) return { kind: "tour", tour, stop };
  }
  const left = view.left.find((one) => one.ref === ref);
  return left === undefined ? undefined : { kind: "left", left };
}
