/** Wakes sleepers whose time has come. Deadlines live in the journal; the timer only decides when to look at it. */

/** Calls `look` after so many milliseconds, at most a minute; returns how to give that up. */
export type Timer = (delayMilliseconds: number, look: () => void) => () => void;

export const machineTimer: Timer = (delayMilliseconds, look) => {
  const timeout = setTimeout(look, delayMilliseconds);
  return () => clearTimeout(timeout);
};

/** setTimeout overflows at 24.8 days, and a machine's clock can be set: so it looks at least once a minute while any is due. */
const LONGEST_MILLISECONDS = 60_000;

export class Alarm {
  private readonly timer: Timer;
  private readonly now: () => number;
  private readonly look: () => void;
  private at = Infinity;
  private giveUp: () => void = () => undefined;

  constructor(timer: Timer, now: () => number, look: () => void) {
    this.timer = timer;
    this.now = now;
    this.look = look;
  }

  arm(due: number): void {
    if (due >= this.at) return;
    this.giveUp();
    this.at = due;
    const delay = Math.min(Math.max(0, due - this.now()), LONGEST_MILLISECONDS);
    this.giveUp = this.timer(delay, () => {
      this.at = Infinity;
      this.look();
    });
  }

  stop(): void {
    this.giveUp();
    this.at = -Infinity;
  }
}
