/** Named byte strings: a region folder, a plan's files. Keys are relative paths with forward slashes. */
export interface Blobs {
  /** Keys below a prefix, sorted. */
  list(prefix: string): Promise<string[]>;
  /** `undefined` when there is no such key. */
  get(key: string): Promise<Uint8Array | undefined>;
  /**
   * Puts all entries or none: a reader never sees a half-written value, and a run that is killed leaves either what was
   * there before or everything new. Keys below `replace` that are not among the entries are removed.
   */
  putAll(
    entries: ReadonlyMap<string, Uint8Array | string>,
    options?: { readonly replace?: readonly string[] },
  ): Promise<void>;
}
