/**
 * Takes what nobody may change afterwards, not even whoever runs the system. The system puts and never reads: what is here is for
 * those who check it. Names are relative paths with forward slashes, as keys of Blobs.
 */
export interface Archive {
  /**
   * `kept`: it is there now. `known`: something was kept under this name before; that stays, and this was not written.
   *
   * @throws RangeError when the name is none
   */
  keep(name: string, data: Uint8Array | string): Promise<"kept" | "known">;
}
