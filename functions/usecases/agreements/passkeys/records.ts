/**
 * What is kept of passkeys: the credentials of a contact, challenges that were given out, and with a decision the assertion that
 * signed it. Binary values are base64url without padding.
 */
import * as z from "zod";
import { canonicalJson } from "../../../../domain/canonicalJson.ts";
import type { Contact } from "../../../../domain/region/contacts.ts";
import type { Key } from "../../../ports/store.ts";
import { sha256 } from "../../sha256.ts";

/** WebAuthn allows ids of 1,023 bytes; keys and signatures of the algorithms taken here are shorter. */
const Binary = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/, "expected base64url without padding")
  .max(4096);

export const PasskeyRecord = z.strictObject({
  credentialId: Binary,
  /** COSE_Key (RFC 9052) in CBOR. */
  publicKey: Binary,
  /** Signature counter of the last use; 0 for authenticators that do not count. */
  counter: z.int().min(0),
  transports: z.array(z.string().max(20)).max(10),
  rpId: z.string(),
  /** Who registered it: subject of the sign-in. */
  subject: z.string(),
  /** Of the contact as it was then: a passkey ends with whoever held the office. */
  holderSha256: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
  /** What its owner calls it; absent where they gave no name. */
  name: z.string().max(40).optional(),
});
export type PasskeyRecord = z.infer<typeof PasskeyRecord>;

/** A challenge given out once. Found by the hash of its random part, which alone is kept. */
export const ChallengeRecord = z.strictObject({
  purpose: z.enum(["register", "approved", "rejected"]),
  /** The browser that asked for it. */
  client: z.string(),
  /** RFC 3339. The store may remove it later than that. */
  expiresAt: z.string(),
});
export type ChallengeRecord = z.infer<typeof ChallengeRecord>;

/** The assertion that signed a decision, and all that is needed to check it without the system. */
export const PasskeyProof = z.strictObject({
  credentialId: Binary,
  /** COSE_Key (RFC 9052) in CBOR. */
  publicKey: Binary,
  rpId: z.string().max(253),
  /** Random part of the challenge. */
  nonce: Binary,
  authenticatorData: Binary,
  clientDataJSON: Binary,
  signature: Binary,
});
export type PasskeyProof = z.infer<typeof PasskeyProof>;

/** Which of somebody's passkeys signed, as people know it; the receipt says so, also when the passkey is gone. */
export const PasskeyOf = z.strictObject({ name: z.string().nullable(), createdAt: z.string() });
export type PasskeyOf = z.infer<typeof PasskeyOf>;

/** How the log names an assertion: by this, nobody can put another key's signature in its place. */
export const proofHash = (proof: PasskeyProof): string => sha256(canonicalJson(proof));

const contactPk = (region: string, contactId: string): string => `passkeys#${region}#${contactId}`;

export const passkeyKey = {
  /** Ids may be longer than sort keys. */
  credential: (region: string, contactId: string, credentialId: string): Key => ({
    pk: contactPk(region, contactId),
    sk: `passkey#${sha256(credentialId)}`,
  }),
  /** @param linkHash HMAC of the link's secret */
  challenge: (linkHash: string, nonce: string): Key => ({
    pk: `link#${linkHash}`,
    sk: `challenge#${sha256(nonce)}`,
  }),
};

export const passkeysOf = (region: string, contactId: string) => ({
  pk: contactPk(region, contactId),
  prefix: "passkey#",
});

export const holderOf = ({ name, email }: Pick<Contact, "name" | "email">): string =>
  sha256(JSON.stringify(["holder", name, email]));
