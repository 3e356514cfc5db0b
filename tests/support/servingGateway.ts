/** A gateway on a free port with small functions, and tokens of an issuer made for the test; in any process. */
import { exportJWK, generateKeyPair, createLocalJWKSet, jwtVerify, SignJWT, type JWTPayload } from "jose";
import { systemClock } from "../../functions/adapters/system/systemClock.ts";
import { accessTokens, type Issuer } from "../../functions/adapters/oidc/accessTokens.ts";
import type { Log } from "../../functions/ports/log.ts";
import type { Endpoint, HttpLambda } from "../../local/gateway/endpoint.ts";
import { openGateway, type Gateway, type GatewayOptions, type Site } from "../../local/gateway/gateway.ts";
import { bearerVerifier } from "../../local/gateway/tokens.ts";

export const AUDIENCE = "urn:gruenverbund:api";
export const ISSUER = "https://id.example";

export interface TestIssuer {
  readonly issuer: Issuer;
  token(claims: Record<string, unknown>, lifeSeconds?: number): Promise<string>;
  /** What a page reads of a token that its cookie holds; undefined for one that is not good. */
  claimsOf(token: string): Promise<JWTPayload | undefined>;
}

export async function testIssuer(): Promise<TestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(publicKey)), kid: "test", alg: "RS256" };
  const keys = createLocalJWKSet({ keys: [jwk] });
  return {
    issuer: { issuer: ISSUER, audiences: [AUDIENCE], keys },
    claimsOf: (token) =>
      jwtVerify(token, keys, { issuer: ISSUER, audience: AUDIENCE }).then(
        ({ payload }) => payload,
        () => undefined,
      ),
    token: (claims, lifeSeconds = 600) => {
      const now = Math.floor(Date.parse(systemClock.now()) / 1000);
      return new SignJWT({ iss: ISSUER, aud: AUDIENCE, sub: "anna", iat: now, exp: now + lifeSeconds, ...claims })
        .setProtectedHeader({ alg: "RS256", kid: "test" })
        .sign(privateKey);
    },
  };
}

export function endpoint(method: string, path: string, handler: HttpLambda, more: Partial<Endpoint> = {}): Endpoint {
  const fixed = { authorized: false, functionName: "test", memoryMegabytes: 512, timeoutSeconds: 10 };
  return { method, path, handler, ...fixed, ...more };
}

/** Answers with the event it was given. */
export const echo: HttpLambda = (event) => Promise.resolve({ statusCode: 200, body: JSON.stringify(event) });

export const silentLog: Log & { readonly errors: unknown[] } = {
  errors: [],
  info: () => undefined,
  error: (_, error) => void silentLog.errors.push(error),
};

/** Whoever opens it closes it. */
export async function servingGateway(
  endpoints: readonly Endpoint[],
  site: Partial<Site> = {},
  options: Partial<GatewayOptions> = {},
): Promise<Gateway> {
  const gateway = await openGateway(0, "127.0.0.1", { clock: systemClock, log: silentLog, ...options });
  const none = accessTokens({ issuer: ISSUER, audiences: [], keys: createLocalJWKSet({ keys: [] }) }, systemClock);
  gateway.serve({ endpoints, verifyToken: bearerVerifier(none), mounts: {}, ...site });
  return gateway;
}
