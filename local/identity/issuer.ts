/** Who vouches for people and machines: the embedded provider, or the one that the settings name. */
import type { RequestListener } from "node:http";
import { createLocalJWKSet } from "jose";
import type { Issuer } from "../../functions/adapters/oidc/accessTokens.ts";
import { publishedKeys } from "../../functions/adapters/oidc/publishedKeys.ts";
import type { Clock } from "../../functions/ports/clock.ts";
import type { Log } from "../../functions/ports/log.ts";
import type { SignInClient } from "../../functions/ports/site.ts";
import type { Store } from "../../functions/ports/store.ts";
import type { OutsideIssuer } from "../settings.ts";
import type { Account } from "./accounts.ts";
import { identityKeys, publicKeys } from "./keys.ts";
import { API_AUDIENCE, identityProvider, MOUNT, PAGES_CLIENT, type Machine } from "./provider.ts";

export interface Identity {
  readonly tokens: Issuer;
  readonly signIn: SignInClient;
  readonly mounts: Readonly<Record<string, RequestListener>>;
}

export interface EmbeddedOptions {
  readonly folder: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly origin: string;
  readonly callbacks: readonly string[];
  readonly accounts: () => Promise<readonly Account[]>;
  readonly machines: readonly Machine[];
}

export async function embeddedIdentity({ folder, ...options }: EmbeddedOptions): Promise<Identity> {
  const keys = await identityKeys(folder);
  const issuer = `${options.origin}${MOUNT}`;
  return {
    tokens: { issuer, audiences: [API_AUDIENCE], keys: createLocalJWKSet({ keys: publicKeys(keys) }) },
    signIn: { issuer, clientId: PAGES_CLIENT },
    mounts: { [MOUNT]: identityProvider({ ...options, keys }) },
  };
}

export function outsideIdentity({ issuer, audiences, clientId, clientSecret }: OutsideIssuer): Identity {
  const secret = clientSecret === undefined ? {} : { clientSecret };
  return {
    tokens: { issuer, audiences, keys: publishedKeys(issuer) },
    signIn: { issuer, clientId, ...secret },
    mounts: {},
  };
}
