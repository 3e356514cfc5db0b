/** Asks again after a passing fault, each time after a longer pause, and gives up loudly. */
import { RoadFault } from "./roadService.ts";

export interface Patience {
  /** Seconds to wait before each further try. */
  readonly pausesSeconds: readonly number[];
  /** A service that asks for more than this is not waited for. */
  readonly longestSeconds: number;
  readonly pause: (milliseconds: number) => Promise<unknown>;
}

export async function askWithPatience<T>(ask: () => Promise<T>, patience: Patience): Promise<T> {
  for (const pauseSeconds of patience.pausesSeconds) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof RoadFault) || !error.again) throw error;
      const seconds = Math.max(pauseSeconds, error.waitSeconds ?? 0);
      if (seconds > patience.longestSeconds) throw error;
      await patience.pause(1000 * seconds);
    }
  }
  return await ask();
}
