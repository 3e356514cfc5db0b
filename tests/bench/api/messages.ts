/** Between the bench and the process under load. */
export type FromServer =
  | { readonly kind: "ready"; readonly url: string }
  /** Once a second. */
  | { readonly kind: "memory"; readonly rssBytes: number; readonly cpuMs: number };

export type ToServer = "close";
