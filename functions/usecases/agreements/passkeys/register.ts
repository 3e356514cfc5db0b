/**
 * Passkeys of a contact: registered and removed by who is signed in for the office, on the page of a link of theirs. Each goes
 * through in one transaction with its entry in the audit log.
 */
import { createHash } from "node:crypto";
import type { Principal } from "../../../../domain/access.ts";
import { asJson } from "../../../ports/store.ts";
import { append } from "../../audit/append.ts";
import type { Ports } from "../../ports.ts";
import { allContacts } from "../../records/contacts.ts";
import { sha256 } from "../../sha256.ts";
import { openLink, type LinkPorts } from "../links.ts";
import { mayDecide } from "../identity.ts";
import { isComment, type LinkRecord } from "../records.ts";
import { readRegistration } from "./answer.ts";
import { rpIdOf } from "./challenge.ts";
import { ALGORITHMS, readCoseKey } from "./cose.ts";
import { readPasskeys } from "./credentials.ts";
import { issueNonce, MINUTES_VALID, openNonce } from "./issue.ts";
import { holderOf, passkeyKey, type PasskeyRecord } from "./records.ts";
import type { Verifier } from "./verifier.ts";

/** Phone, computer, a key in the drawer, and those of the deputy's desk. */
export const MOST_PASSKEYS = 10;

export interface RegisterPorts extends LinkPorts, Pick<Ports, "clock"> {
  readonly site: Pick<Ports["site"], "origin">;
  readonly passkeys: Verifier;
}

/** PublicKeyCredentialCreationOptionsJSON of WebAuthn Level 3, as far as it is used. */
export interface RegisterOptions {
  readonly rp: { readonly id: string; readonly name: string };
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly challenge: string;
  readonly pubKeyCredParams: readonly { readonly type: "public-key"; readonly alg: number }[];
  readonly excludeCredentials: readonly { readonly type: "public-key"; readonly id: string }[];
  readonly authenticatorSelection: { readonly residentKey: "preferred"; readonly userVerification: "required" };
  readonly attestation: "none";
  readonly timeout: number;
}

export interface Registrant {
  /** Undefined for nobody signed in. */
  readonly principal: Principal | undefined;
  /** Tells browsers apart. */
  readonly client: string;
}

export type PasskeyRefusal =
  /** No such link, it has expired, or nobody decides through it. */
  | "unknown"
  /** Signed in is nobody, or somebody who may not decide here. */
  | "account"
  /** Browsers know no passkeys under this address. */
  | "address"
  | "tooMany"
  /** The answer does not hold, or its challenge is used or expired. */
  | "answer";

export type BeginOutcome =
  | { readonly kind: "begun"; readonly options: RegisterOptions; readonly nonce: string }
  | { readonly kind: "refused"; readonly why: PasskeyRefusal };

const refused = (why: PasskeyRefusal) => ({ kind: "refused", why }) as const;

export async function beginRegistration(
  ports: RegisterPorts,
  secret: string,
  registrant: Registrant,
): Promise<BeginOutcome> {
  const opened = await openFor(ports, secret, registrant);
  if (opened.kind === "refused") return opened;
  const { link, hash, contact, rpId } = opened;
  const held = await readPasskeys(ports, link);
  if (held.length >= MOST_PASSKEYS) return refused("tooMany");
  const nonce = await issueNonce(ports, { linkHash: hash, client: registrant.client, purpose: "register" });
  const id = createHash("sha256")
    .update(JSON.stringify(["passkey user", link.region, link.contactId]))
    .digest("base64url");
  return {
    kind: "begun",
    nonce,
    options: {
      rp: { id: rpId, name: "Grünverbund" },
      user: { id, name: contact.name, displayName: contact.name },
      challenge: nonce,
      pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: "public-key", alg })),
      excludeCredentials: held.map(({ record }) => ({ type: "public-key", id: record.credentialId })),
      authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
      attestation: "none",
      timeout: MINUTES_VALID * 60_000,
    },
  };
}

export type ChangeOutcome = { readonly kind: "done" } | { readonly kind: "refused"; readonly why: PasskeyRefusal };

const MOST_NAME = 40;

/** One line, as it stands on a receipt. */
const nameGiven = (name: string): string =>
  name
    .replace(/[\p{C}\p{Z}]+/gu, " ")
    .trim()
    .slice(0, MOST_NAME)
    .trim();

/** @param given the challenge's random part, the browser's answer as JSON, and what the passkey is to be called */
export async function finishRegistration(
  ports: RegisterPorts,
  secret: string,
  registrant: Registrant,
  given: { readonly nonce: string; readonly answer: string; readonly name?: string },
): Promise<ChangeOutcome> {
  const opened = await openFor(ports, secret, registrant);
  if (opened.kind === "refused") return opened;
  const { link, hash, contact, rpId, principal } = opened;
  const answer = readRegistration(given.answer);
  const use = await openNonce(ports, { linkHash: hash, client: registrant.client, purpose: "register" }, given.nonce);
  if (answer === undefined || use === undefined) return refused("answer");
  const { origin } = new URL(ports.site.origin);
  const registered = await ports.passkeys.registration(answer, { challenge: given.nonce, origin, rpId });
  if (registered === undefined || !isReadable(registered.publicKey)) return refused("answer");
  if ((await readPasskeys(ports, link)).length >= MOST_PASSKEYS) return refused("tooMany");
  const name = nameGiven(given.name ?? "");
  const record: PasskeyRecord = {
    ...registered,
    ...(name === "" ? {} : { name }),
    ...{ transports: answer.response.transports ?? [], rpId, subject: principal.subject },
    ...{ holderSha256: holderOf(contact), createdAt: ports.clock.now(), lastUsedAt: null },
  };
  const at = passkeyKey.credential(link.region, link.contactId, record.credentialId);
  const put = { put: { ...at, data: asJson(record) }, expected: "absent" } as const;
  const outcome = await append(ports, link.region, entryOf("passkey.registered", link, record), { also: [use, put] });
  return outcome.kind === "appended" ? { kind: "done" } : refused("answer");
}

/** @param id hash of the credential's id, as pages name it */
export async function removeOwnPasskey(
  ports: RegisterPorts,
  secret: string,
  registrant: Registrant,
  id: string,
): Promise<ChangeOutcome> {
  const opened = await openFor(ports, secret, registrant);
  if (opened.kind === "refused") return opened;
  const { link, principal } = opened;
  const held = (await readPasskeys(ports, link)).find(({ record }) => nameOf(record) === id);
  // Gone already, as was wanted.
  if (held === undefined) return { kind: "done" };
  const { record, itemVersion } = held;
  if (record.subject !== principal.subject) return refused("account");
  const remove = passkeyKey.credential(link.region, link.contactId, record.credentialId);
  const also = [{ remove, expected: itemVersion }];
  const outcome = await append(ports, link.region, entryOf("passkey.removed", link, record), { also });
  return outcome.kind === "appended" ? { kind: "done" } : refused("answer");
}

/** How pages name a passkey. */
export const nameOf = ({ credentialId }: Pick<PasskeyRecord, "credentialId">): string => sha256(credentialId);

/** Hashes alone: enough to know a key again, and nothing of a person or a device. */
function entryOf(kind: string, { contactId, ags, role }: LinkRecord, record: PasskeyRecord) {
  const publicKeySha256 = sha256(record.publicKey);
  const data = { contactId, ags, role, rpId: record.rpId, credentialSha256: nameOf(record), publicKeySha256 };
  return { kind, subject: `contacts/${contactId}`, data };
}

async function openFor(ports: RegisterPorts, secret: string, { principal }: Registrant) {
  const opened = await openLink(ports, secret, ports.clock.now());
  // A link to comment decides nothing, and so leads to no passkey.
  if (opened.kind !== "alive" || isComment(opened.link)) return refused("unknown");
  const { link, hash } = opened;
  const contact = (await allContacts(ports.store, link.region)).find(({ id }) => id === link.contactId);
  if (contact === undefined) return refused("unknown");
  if (principal === undefined || !mayDecide(principal, link)) return refused("account");
  const rpId = rpIdOf(ports.site.origin);
  if (rpId === undefined) return refused("address");
  return { kind: "open", link, hash, contact, principal, rpId } as const;
}

function isReadable(publicKey: string): boolean {
  try {
    return readCoseKey(Buffer.from(publicKey, "base64url")).key.type === "public";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
