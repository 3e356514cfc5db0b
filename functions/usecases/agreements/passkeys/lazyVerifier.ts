/** The library, loaded at first use, so that no page waits for it that has no passkey. */
import type { Verifier } from "./verifier.ts";

export const lazyVerifier: Verifier = {
  registration: async (...of) => (await import("./webauthn.ts")).verifier.registration(...of),
  assertion: async (...of) => (await import("./webauthn.ts")).verifier.assertion(...of),
};
