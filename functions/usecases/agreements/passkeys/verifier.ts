/** Who checks what passkeys answer. */
import type { PasskeyRecord } from "./records.ts";

/** What the server expects of an answer. */
export interface Expected {
  /** base64url */
  readonly challenge: string;
  readonly origin: string;
  readonly rpId: string;
}

export interface Registered {
  readonly credentialId: string;
  /** COSE_Key, base64url. */
  readonly publicKey: string;
  readonly counter: number;
}

export interface Verifier {
  /** Undefined for an answer that does not hold. */
  registration(answer: unknown, expected: Expected): Promise<Registered | undefined>;
  /** The new counter; undefined for an answer that does not hold. */
  assertion(answer: unknown, expected: Expected, passkey: PasskeyRecord): Promise<number | undefined>;
}
