/**
 * Time along a route with a lunch break behind any of its stops.
 *
 * Two clocks run side by side: one of the vehicle that has not had lunch yet, one of the vehicle that has. Forward they
 * give the earliest departure from a node, backward the latest arrival from which the rest can still be driven; a client
 * fits between two nodes when one of the clocks allows it, which takes constant time. Where lunch is taken is decided
 * anew with every change and needs no move of its own. `NEVER` stands for "not possible on this clock".
 */
import type { Landfill } from "./instance.ts";

export const NEVER = Number.POSITIVE_INFINITY;

export class Clock {
  private readonly instance: Landfill;
  private readonly hasLunch: boolean;
  private readonly lunchEarliest: number;
  private readonly lunchLatest: number;
  private readonly lunchSeconds: number;
  /** Results of `leave` and `reach`: without lunch so far, and after it. */
  hungry = 0;
  fed = 0;

  constructor(instance: Landfill) {
    this.instance = instance;
    this.hasLunch = instance.lunch !== null;
    this.lunchEarliest = instance.lunch?.earliest ?? 0;
    this.lunchLatest = instance.lunch?.latest ?? 0;
    this.lunchSeconds = instance.lunch?.seconds ?? 0;
  }

  /** Earliest departure from the depot. Without a lunch rule everybody counts as fed. */
  start(): void {
    const { opens } = this.instance;
    this.hungry = this.hasLunch ? opens[0]! : NEVER;
    this.fed = this.hasLunch ? Math.max(opens[0]!, this.lunchLatest) : opens[0]!;
  }

  /** Earliest departures from `node`, reached from `from` after the given departures. */
  leave(from: number, node: number, hungry: number, fed: number): void {
    const { instance, lunchEarliest, lunchLatest, lunchSeconds } = this;
    const leg = instance.seconds[from * instance.nodes + node]!;
    const opens = instance.opens[node]!;
    const closes = instance.closes[node]!;
    const service = instance.service[node]!;
    const late = fed + leg;
    let early = NEVER;
    if (hungry < NEVER) {
      const arrival = hungry + leg;
      const start = arrival < opens ? opens : arrival;
      if (start <= closes) early = start + service;
    }
    const start = late < opens ? opens : late;
    this.fed = start <= closes ? start + service : NEVER;
    this.hungry = early;
    // A break is taken where the vehicle stands, so lunch follows a service.
    const noon = early < lunchEarliest ? lunchEarliest : early;
    if (noon <= lunchLatest && noon + lunchSeconds < this.fed) this.fed = noon + lunchSeconds;
  }

  /** Latest arrivals at the depot. */
  end(): void {
    const { closes } = this.instance;
    this.fed = closes[0]!;
    this.hungry = this.hasLunch ? Math.min(closes[0]!, this.lunchLatest) : -NEVER;
  }

  /** Latest arrivals at `node`, given those at the next one. */
  reach(node: number, next: number, hungry: number, fed: number): void {
    const { instance, lunchEarliest, lunchLatest, lunchSeconds } = this;
    const leg = instance.seconds[node * instance.nodes + next]!;
    const opens = instance.opens[node]!;
    const closes = instance.closes[node]!;
    const service = instance.service[node]!;
    const fedStart = Math.min(closes, fed - leg - service);
    this.fed = fedStart >= opens ? fedStart : -NEVER;
    let latest = -NEVER;
    const hungryStart = Math.min(closes, hungry - leg - service);
    if (hungryStart >= opens) latest = hungryStart;
    if (this.hasLunch) {
      const behind = Math.min(lunchLatest, fed - leg - lunchSeconds);
      const start = Math.min(closes, behind - service);
      if (behind >= lunchEarliest && start >= opens && start > latest) latest = start;
    }
    this.hungry = latest;
  }
}
