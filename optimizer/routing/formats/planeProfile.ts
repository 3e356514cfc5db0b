/** Travel between points of a plane, as most benchmark files give it. */
import type { Plane, TravelProfile } from "../../../domain/routing/problem.ts";
import { planeMatrix } from "../plane.ts";

/** `nearest`: to whole units, halves up (TSPLIB's EUC_2D); `none`: as real numbers. */
export type Rounding = "nearest" | "none";

/** Above this the matrices stay empty: 3,000 points fill 72 MB. */
const MOST_POINTS_IN_MATRIX = 3000;

export function planeProfile(plane: Plane): TravelProfile {
  const metres = plane.x.length > MOST_POINTS_IN_MATRIX ? new Float64Array(0) : planeMatrix(plane);
  return { distanceMetres: metres, durationSeconds: metres, plane };
}
