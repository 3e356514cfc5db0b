/** SHA-256 in hex: names runs and reports, tells contents apart, and keeps secrets out of the store. */
import { createHash } from "node:crypto";

export function sha256(data: Uint8Array | string): string {
  return createHash("sha256").update(data).digest("hex");
}
