/** What is written down about requests and decisions. Never given: tokens, keys, mail addresses, names of people. */
export type Fields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Log {
  info(message: string, fields?: Fields): void;
  /** Also wakes whoever is on duty. */
  error(message: string, error: unknown, fields?: Fields): void;
}
