/** Ends what runs inside something that has ended: lighter than an AbortController, as there is one for each iteration. */

/** Thrown where work finds itself cancelled; whoever cancelled expects it. */
export class Cancelled extends Error {
  constructor() {
    super("cancelled");
    this.name = "Cancelled";
  }
}

export class Cancellation {
  cancelled = false;
  private readonly listeners = new Set<() => void>();
  private leaveParent: () => void = () => undefined;

  constructor(parent?: Cancellation) {
    if (parent !== undefined) this.leaveParent = parent.onCancel(() => this.cancel());
  }

  cancel(): void {
    if (this.cancelled) return;
    this.cancelled = true;
    this.leaveParent();
    for (const listener of [...this.listeners]) listener();
    this.listeners.clear();
  }

  /** Forgets the parent when the work is done. */
  release(): void {
    this.leaveParent();
  }

  /** Calls once, at once when already cancelled. Returns how to unsubscribe. */
  onCancel(listener: () => void): () => void {
    if (this.cancelled) {
      listener();
      return () => undefined;
    }
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  check(): void {
    if (this.cancelled) throw new Cancelled();
  }
}
