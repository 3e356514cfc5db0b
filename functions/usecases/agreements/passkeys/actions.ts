/** What the approval page can do with passkeys, with the ports in hand. */
import type { Decision } from "../../../../domain/agreement/ballot.ts";
import type { TryPorts } from "../alerts.ts";
import type { TypedOnPage } from "../amounts.ts";
import { openLink } from "../links.ts";
import { rpIdOf } from "./challenge.ts";
import { readPasskeys } from "./credentials.ts";
import {
  beginRegistration,
  finishRegistration,
  nameOf,
  removeOwnPasskey,
  type BeginOutcome,
  type ChangeOutcome,
  type Registrant,
} from "./register.ts";
import { isComment } from "../records.ts";
import { signRequest, type SignRequest } from "./sign.ts";
import { lazyVerifier } from "./lazyVerifier.ts";

/** A passkey as its owner sees it. */
export interface ShownPasskey {
  readonly id: string;
  /** Null where its owner gave it none. */
  readonly name: string | null;
  /** RFC 3339 */
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  /** Registered under this account, which alone may remove it. */
  readonly mine: boolean;
}

export interface PasskeyActions {
  /** Undefined where browsers know no passkeys, or for a link that does not hold or decides nothing. Reads, and writes nothing. */
  list(secret: string, subject: string): Promise<readonly ShownPasskey[] | undefined>;
  begin(secret: string, registrant: Registrant): Promise<BeginOutcome>;
  finish(
    secret: string,
    registrant: Registrant,
    given: { nonce: string; answer: string; name?: string },
  ): Promise<ChangeOutcome>;
  remove(secret: string, registrant: Registrant, id: string): Promise<ChangeOutcome>;
  sign(secret: string, typed: TypedOnPage & { readonly decision: Decision }): Promise<SignRequest | undefined>;
}

export function passkeyActions(ports: TryPorts): PasskeyActions {
  const registering = { ...ports, passkeys: lazyVerifier };
  return {
    async list(secret, subject) {
      const opened = await openLink(ports, secret, ports.clock.now());
      if (opened.kind !== "alive" || isComment(opened.link) || rpIdOf(ports.site.origin) === undefined)
        return undefined;
      const held = await readPasskeys(ports, opened.link);
      return held.map(({ record }) => {
        const { createdAt, lastUsedAt, name = null } = record;
        return { id: nameOf(record), name, createdAt, lastUsedAt, mine: record.subject === subject };
      });
    },
    begin: (secret, registrant) => beginRegistration(registering, secret, registrant),
    finish: (secret, registrant, given) => finishRegistration(registering, secret, registrant, given),
    remove: (secret, registrant, id) => removeOwnPasskey(registering, secret, registrant, id),
    sign: (secret, typed) => signRequest(ports, secret, typed),
  };
}
