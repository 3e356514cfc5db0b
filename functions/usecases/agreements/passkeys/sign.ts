/** Deciding with a passkey: the options that a browser needs, and the check of what its authenticator signed. */
import type { Decision } from "../../../../domain/agreement/ballot.ts";
import { asJson, type Write } from "../../../ports/store.ts";
import type { TryPorts } from "../alerts.ts";
import { openWithAmount, type Opened, type TypedOnPage } from "../amounts.ts";
import { isComment } from "../records.ts";
import { readAssertion } from "./answer.ts";
import { challengeOf, rpIdOf, type Signed } from "./challenge.ts";
import { readPasskeys } from "./credentials.ts";
import { lazyVerifier } from "./lazyVerifier.ts";
import { issueNonce, openNonce, MINUTES_VALID } from "./issue.ts";
import { passkeyKey, type PasskeyOf, type PasskeyProof } from "./records.ts";
import type { Verifier } from "./verifier.ts";
import { proofCauses } from "./verifyProof.ts";

/** PublicKeyCredentialRequestOptionsJSON of WebAuthn Level 3, as far as it is used. */
export interface SignOptions {
  readonly challenge: string;
  readonly rpId: string;
  readonly allowCredentials: readonly { readonly type: "public-key"; readonly id: string }[];
  readonly userVerification: "required";
  readonly timeout: number;
}

export interface SignRequest {
  readonly options: SignOptions;
  readonly nonce: string;
}

/** Undefined when this person has no passkey here, or nothing can be decided. Makes a challenge, once the amount is right. */
export async function signRequest(
  ports: TryPorts,
  secret: string,
  { decision, ...typed }: TypedOnPage & { readonly decision: Decision },
): Promise<SignRequest | undefined> {
  const opened = await openWithAmount(ports, secret, typed);
  if ("kind" in opened || opened.view.standing.kind !== "open") return undefined;
  const { link, hash, view } = opened;
  if (isComment(link)) return undefined;
  const passkeys = await readPasskeys(ports, link);
  const rpId = rpIdOf(ports.site.origin);
  if (passkeys.length === 0 || rpId === undefined) return undefined;
  const nonce = await issueNonce(ports, { linkHash: hash, client: typed.client, purpose: decision });
  return {
    nonce,
    options: {
      challenge: challengeOf({ ...signedOf({ link, view }, decision), nonce }),
      rpId,
      allowCredentials: passkeys.map(({ record }) => ({ type: "public-key", id: record.credentialId })),
      userVerification: "required",
      timeout: MINUTES_VALID * 60_000,
    },
  };
}

/** What a decision through this link is about. */
function signedOf({ link, view }: Pick<Opened, "link" | "view">, decision: Decision): Omit<Signed, "nonce"> {
  const { region, agreement, version, ags, role, contactId } = link;
  const { proposalSha256, member } = view;
  return {
    ...{ region, agreement, version, ags, role, contactId },
    ...{ proposalSha256, decision, shareCents: member.shareCents },
  };
}

export interface PasskeyAnswer {
  readonly client: string;
  readonly decision: Decision;
  readonly nonce: string;
  /** JSON as the browser sent it. */
  readonly answer: string;
}

export type PasskeyCheck =
  /** `uses` take challenge and counter, in the transaction of the decision. */
  | {
      readonly kind: "right";
      readonly proof: PasskeyProof;
      readonly of: PasskeyOf;
      readonly uses: readonly Write[];
    }
  | { readonly kind: "wrong"; readonly code: "passkeyWrong" | "passkeyExpired" };

/** Handed to whoever decides: a function without passkeys carries nothing of them. */
export type PasskeyChecker = (opened: Opened, answer: PasskeyAnswer) => Promise<PasskeyCheck>;

export const passkeyChecker =
  (ports: TryPorts): PasskeyChecker =>
  (opened, answer) =>
    checkPasskey({ ...ports, passkeys: lazyVerifier }, opened, answer);

async function checkPasskey(
  ports: TryPorts & { readonly passkeys: Verifier },
  opened: Opened,
  { client, decision, nonce, answer }: PasskeyAnswer,
): Promise<PasskeyCheck> {
  const wrong = { kind: "wrong", code: "passkeyWrong" } as const;
  const given = readAssertion(answer);
  if (given === undefined) return wrong;
  const challengeUse = await openNonce(ports, { linkHash: opened.hash, client, purpose: decision }, nonce);
  if (challengeUse === undefined) return { kind: "wrong", code: "passkeyExpired" };
  const held = (await readPasskeys(ports, opened.link)).find(({ record }) => record.credentialId === given.id);
  if (held === undefined) return wrong;
  const { origin } = new URL(ports.site.origin);
  const { record, itemVersion } = held;
  const { credentialId, publicKey, rpId } = record;
  const signed = signedOf(opened, decision);
  const expected = { challenge: challengeOf({ ...signed, nonce }), origin, rpId };
  const counter = await ports.passkeys.assertion(given, expected, record);
  if (counter === undefined) return wrong;
  const { authenticatorData, clientDataJSON, signature } = given.response;
  const proof = { credentialId, publicKey, rpId, nonce, authenticatorData, clientDataJSON, signature };
  // Nothing is kept that the offline check would not accept.
  if (proofCauses(proof, signed).length > 0) return wrong;
  const { link } = opened;
  const used = { ...record, counter, lastUsedAt: ports.clock.now() };
  const at = passkeyKey.credential(link.region, link.contactId, credentialId);
  const of = { name: record.name ?? null, createdAt: record.createdAt };
  const uses: Write[] = [challengeUse, { put: { ...at, data: asJson(used) }, expected: itemVersion }];
  return { kind: "right", proof, of, uses };
}
