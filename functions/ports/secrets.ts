/** Keys that must not be in code or data. */
export interface Secrets {
  /** A key of 256 bits for one purpose, the same every time; a new purpose makes a new key. */
  key(purpose: "links" | "codes" | "forms" | "stickers"): Promise<Uint8Array>;
}
