/** What pages say of a forecast fill. A text that is missing is a type error. */
export interface Doubt {
  /** A few words beside the storage. */
  readonly mark: string;
  /** What is wrong, and what to do. */
  readonly todo: string;
}

export interface FillWords {
  /** Before the figure: how full it is thought to be. */
  readonly label: string;
  /** @param percent such as `62 %` @param range such as `50–75 %` */
  range(percent: string, range: string): string;
  /** A sentence for who reports. @param day of which this is said */
  expected(day: string, percent: string, range: string): string;
  readonly overflowLabel: string;
  /** If nobody empties it. */
  overflow(percent: string, day: string): string;
  readonly doubtLabel: string;
  readonly doubts: Readonly<Record<"suspect" | "stale" | "contradicted", Doubt>>;
}
