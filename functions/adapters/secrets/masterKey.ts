/** Keys derived from one master key by purpose (HKDF, RFC 5869): whoever holds one learns nothing of another. */
import { hkdfSync } from "node:crypto";
import type { Secrets } from "../../ports/secrets.ts";
import { remembered } from "../remembered.ts";

const KEY_BYTES = 32;

/** @param master at least 32 random bytes; read when the first key is asked for, and again after a failure */
export function masterKeySecrets(master: () => Promise<Uint8Array>): Secrets {
  const read = remembered(master);
  return {
    key: async (purpose) => {
      const bytes = await read();
      if (bytes.length < KEY_BYTES) throw new Error("the master key is shorter than 256 bits");
      return new Uint8Array(hkdfSync("sha256", bytes, new Uint8Array(), `gruenverbund ${purpose}`, KEY_BYTES));
    },
  };
}
