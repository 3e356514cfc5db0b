/** A token bucket for all requests together, as API Gateway has one for a stage. */
export interface Throttle {
  readonly requestsPerSecond: number;
  /** Requests that may come at once after a quiet time. */
  readonly burst: number;
}

/** @returns whether one more request is let through at a moment given in milliseconds that never go back */
export function createThrottle({ requestsPerSecond, burst }: Throttle): (elapsedMs: number) => boolean {
  let tokens = burst;
  let last = Number.NEGATIVE_INFINITY;
  return (elapsedMs) => {
    tokens = Math.min(burst, tokens + (Math.max(0, elapsedMs - last) / 1000) * requestsPerSecond);
    last = elapsedMs;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
