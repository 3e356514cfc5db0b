/** A page as people reach it: real gateway, real sign-in, real store. */
import type { PageLambda } from "../../functions/handlers/page/pages.ts";
import type { Ports } from "../../functions/usecases/ports.ts";
import { systemClock } from "../../functions/adapters/system/systemClock.ts";
import { accessTokens } from "../../functions/adapters/oidc/accessTokens.ts";
import type { HttpLambda } from "../../local/gateway/endpoint.ts";
import { openGateway } from "../../local/gateway/gateway.ts";
import { bearerVerifier } from "../../local/gateway/tokens.ts";
import { endpoint, silentLog, testIssuer } from "./servingGateway.ts";
import type { TestSystem } from "./system.ts";

export interface Reached {
  readonly origin: string;
  /** The gateway serves a whole file of tests. */
  closeGateway(): Promise<void>;
  /** Name and value of the cookie of somebody in these groups. */
  session(groups: readonly string[]): Promise<readonly [name: string, value: string]>;
}

/** @param name of whoever signs in */
export async function reachedPage<System extends TestSystem>(
  system: System,
  createHandler: (ports: Ports) => PageLambda,
  name: string,
): Promise<System & Reached> {
  const issuer = await testIssuer();
  const pages: { handler?: HttpLambda } = {};
  const gateway = await openGateway(0, "127.0.0.1", { clock: systemClock, log: silentLog });
  gateway.serve({
    endpoints: [endpoint("ANY", "/{proxy+}", (event, context) => pages.handler!(event, context))],
    verifyToken: bearerVerifier(accessTokens(issuer.issuer, systemClock)),
    mounts: {},
  });
  const site = { ...system.ports.site, origin: gateway.url, claimsOf: issuer.claimsOf };
  pages.handler = createHandler({ ...system.ports, site }) as HttpLambda;
  return {
    ...{ ...system, origin: gateway.url, closeGateway: () => gateway.close() },
    session: async (groups) => ["gv_session", await issuer.token({ name, groups })],
  };
}
