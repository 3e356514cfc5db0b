/** The time, as an instant and for measuring. */
export interface Clock {
  /** RFC 3339 in UTC. */
  now(): string;
  /** Milliseconds from some fixed moment, never going back. */
  elapsed(): number;
}
