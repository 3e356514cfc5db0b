/** Profiles given by coordinates instead of matrices. */
import type { Plane, RoutingProblem, TravelProfile } from "../../domain/routing/problem.ts";

export function planeMetres({ x, y, whole }: Plane, from: number, to: number): number {
  const dx = x[from]! - x[to]!;
  const dy = y[from]! - y[to]!;
  const metres = Math.sqrt(dx * dx + dy * dy);
  return whole ? Math.floor(metres + 0.5) : metres;
}

export function leg(profile: TravelProfile, locationCount: number, from: number, to: number) {
  if (isBare(profile)) {
    const metres = planeMetres(profile.plane!, from, to);
    return { metres, seconds: metres };
  }
  const arc = from * locationCount + to;
  return { metres: profile.distanceMetres[arc]!, seconds: profile.durationSeconds[arc]! };
}

/** Row-major `from * locations + to`. */
export function planeMatrix(plane: Plane): Float64Array {
  const locations = plane.x.length;
  const metres = new Float64Array(locations * locations);
  for (let i = 0; i < locations; i++) {
    for (let j = 0; j < i; j++) {
      metres[i * locations + j] = metres[j * locations + i] = planeMetres(plane, i, j);
    }
  }
  return metres;
}

/** The same problem with every matrix filled in. */
export function withMatrices(problem: RoutingProblem): RoutingProblem {
  if (!problem.profiles.some(isBare)) return problem;
  return { ...problem, profiles: problem.profiles.map(fill) };
}

function isBare({ distanceMetres, plane }: TravelProfile): boolean {
  return plane !== undefined && distanceMetres.length === 0;
}

function fill(profile: TravelProfile): TravelProfile {
  if (!isBare(profile)) return profile;
  const metres = planeMatrix(profile.plane!);
  return { ...profile, distanceMetres: metres, durationSeconds: metres };
}
