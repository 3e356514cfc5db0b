/** How entries of the audit log are told. */

/** Texts that were written down with an entry; absent ones are empty. */
export interface EntryFacts {
  /** Behind the last slash of what the entry is about: a week, a point, a key. */
  readonly subject: string;
  readonly agreement: string;
  readonly version: string;
  readonly municipality: string;
  readonly role: string;
  readonly contact: string;
  /** A count as it is written. */
  count(name: string): string;
  money(name: string): string;
  week(): string;
  /** Weeks of a settlement. */
  period(): string;
}

export interface EntryWords {
  /** By kind; a kind that is not here is shown by its name. */
  readonly sentences: Readonly<Record<string, (facts: EntryFacts) => string>>;
  /** Who did it, where that was written down. */
  by(subject: string): string;
  readonly decided: { readonly approved: string; readonly rejected: string };
  readonly other: (kind: string) => string;
}
