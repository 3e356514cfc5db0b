/** Distances and durations by road for trucks. */
export interface Coordinate {
  readonly latitude: number;
  readonly longitude: number;
}

/** Row-major, `from * n + to`; whole metres and whole seconds. */
export interface Matrix {
  readonly distanceMetres: Float64Array;
  readonly durationSeconds: Float64Array;
  /** Where the figures come from, shown wherever one rests on them; German. */
  readonly origin: string;
  /** An estimate and not a road network's answer. */
  readonly estimated: boolean;
}

export interface TravelMatrix {
  matrix(places: readonly Coordinate[]): Promise<Matrix>;
}
