/** Who vouches for people and machines: the embedded provider, or the one that the settings name. */
import type { RequestListener } from "node:http";
import { createLocalJWKSet, createRemoteJWKSet, type JWTVerifyGetKey } from "jose";
import type { Clock } from "../../functions/ports/clock.ts";
import type { Log } from "../../functions/ports/log.ts";
import type { Store } from "../../functions/ports/store.ts";
import type { Issuer } from "../gateway/tokens.ts";
import type { OutsideIssuer } from "../settings.ts";
import type { Account } from "./accounts.ts";
import { identityKeys, publicKeys } from "./keys.ts";
import { API_AUDIENCE, identityProvider, MOUNT, PAGES_CLIENT, type Machine } from "./provider.ts";

/** What the pages need to sign someone in. */
export interface SignInClient {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
}

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

/** Its keys are asked for when the first token comes, and again when one names a key that is not known. */
export function outsideIdentity({ issuer, audiences, clientId, clientSecret }: OutsideIssuer): Identity {
  let found: Promise<JWTVerifyGetKey> | undefined;
  const keys: JWTVerifyGetKey = async (header, token) => {
    found ??= discover(issuer);
    try {
      return await (
        await found
      )(header, token);
    } catch (error) {
      if ((error as { code?: string }).code === undefined) found = undefined;
      throw error;
    }
  };
  const secret = clientSecret === undefined ? {} : { clientSecret };
  return { tokens: { issuer, audiences, keys }, signIn: { issuer, clientId, ...secret }, mounts: {} };
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const url = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const { jwks_uri: keys } = (await response.json()) as { jwks_uri: string };
  return createRemoteJWKSet(new URL(keys));
}
