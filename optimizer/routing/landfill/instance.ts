/**
 * One day of collection by equal vehicles that empty at landfills and pause for lunch (Kim, Kim and Sahoo 2006,
 * 10.1016/j.cor.2005.02.045), laid out flat.
 *
 * Nodes: 0 the depot, 1..clientCount the clients, then the landfills. Times in seconds, costs in the problem's cents.
 */
export interface Lunch {
  /** It begins between the two, wherever the vehicle is. */
  readonly earliest: number;
  readonly latest: number;
  readonly seconds: number;
}

export interface Landfill {
  readonly clientCount: number;
  readonly facilityCount: number;
  readonly nodes: number;
  /** Row-major `from * nodes + to`. */
  readonly cost: Float64Array;
  readonly seconds: Float64Array;
  readonly load: Float64Array;
  readonly service: Float64Array;
  /** When service may begin; at the depot the shift. */
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  readonly capacity: number;
  /** Per vehicle and day; Infinity where unlimited. */
  readonly mostLoad: number;
  readonly mostStops: number;
  readonly fixedCost: number;
  /** A vehicle that leaves after `latest` or is back by then needs none. */
  readonly lunch: Lunch | null;
  readonly fleet: number;
}

export function isFacility(instance: Landfill, node: number): boolean {
  return node > instance.clientCount;
}
