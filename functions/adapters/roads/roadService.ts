/** What the three routing services have in common: they answer blocks of a travel matrix, and they fail in the same ways. */
import type { Coordinate } from "../../ports/travelMatrix.ts";

/** Sources by destinations; `null` where no road leads. Metres and seconds as the service gives them. */
export interface TravelBlock {
  readonly metres: readonly (readonly (number | null)[])[];
  readonly seconds: readonly (readonly (number | null)[])[];
}

export interface RoadService {
  /** Names service and profile; part of the key under which answers are remembered. */
  readonly id: string;
  /** German, shown wherever a figure rests on it. */
  readonly origin: string;
  /** The most sources, destinations, and pairs that one request may have. */
  readonly limits: { readonly places: number; readonly pairs: number };
  /** How long answers may be remembered; 0 where the service's terms forbid it. */
  readonly keepDays: number;
  /** One request. Throws a `RoadFault`. */
  block(sources: readonly Coordinate[], destinations: readonly Coordinate[]): Promise<TravelBlock>;
}

/** A request that failed: worth another try, or not. */
export class RoadFault extends Error {
  override readonly name = "RoadFault";
  readonly again: boolean;
  /** What the service asks to be waited, if it says so. */
  readonly waitSeconds: number | undefined;
  constructor(message: string, again: boolean, waitSeconds?: number) {
    super(message);
    this.again = again;
    this.waitSeconds = waitSeconds;
  }
}

/** A refusal by HTTP status: too many requests and server faults pass, everything else stays. */
export function httpFault(service: string, status: number, retryAfter: string | null, detail = ""): RoadFault {
  const again = status === 429 || status >= 500;
  const wait = Number(retryAfter);
  const said = detail === "" ? "" : `: ${detail.slice(0, 200)}`;
  return new RoadFault(
    `${service} answered ${status}${said}`,
    again,
    retryAfter === null || !(wait >= 0) ? undefined : wait,
  );
}

/** A block as an answer says it, or a fault when its shape is another. */
export function readBlock(
  service: string,
  metres: unknown,
  seconds: unknown,
  rows: number,
  columns: number,
): TravelBlock {
  if (!isTable(metres, rows, columns) || !isTable(seconds, rows, columns))
    throw new RoadFault(`${service} did not answer with ${rows} × ${columns} distances and durations`, false);
  return { metres, seconds };
}

function isTable(value: unknown, rows: number, columns: number): value is (number | null)[][] {
  const cell = (one: unknown): boolean => one === null || (typeof one === "number" && one >= 0);
  return (
    Array.isArray(value) &&
    value.length === rows &&
    value.every((row) => Array.isArray(row) && row.length === columns && row.every(cell))
  );
}
