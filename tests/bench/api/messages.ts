/** Between the bench and the process under load. */
/** From here on memory is to stay. */
export const WARM_SECONDS = 10;

export type FromServer =
  | { readonly kind: "ready"; readonly url: string }
  /** Once a second. */
  | { readonly kind: "memory"; readonly rssBytes: number; readonly cpuMs: number }
  /** What is left of the heap after a collection, once warm and once more at the end. */
  | { readonly kind: "live"; readonly liveBytes: number };

export type ToServer = "close";
