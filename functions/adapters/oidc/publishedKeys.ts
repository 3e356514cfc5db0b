/** The keys that a provider publishes: asked for when the first token comes, and again when one names a key that is not known. */
import { createRemoteJWKSet, type JWTVerifyGetKey } from "jose";

const TIMEOUT_MS = 5_000;

/** @param issuer tells where its keys are at `/.well-known/openid-configuration` */
export function publishedKeys(issuer: string): JWTVerifyGetKey {
  let found: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
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
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const url = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const { jwks_uri: keys } = (await response.json()) as { jwks_uri: string };
  return createRemoteJWKSet(new URL(keys), { timeoutDuration: TIMEOUT_MS });
}
