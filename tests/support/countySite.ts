/** The administration's pages as people reach them: real gateway, real pages, real store; a planned week with an agreement. */
import { jwtVerify } from "jose";
import { createHandler } from "../../functions/handlers/page/countyPage.ts";
import type { HttpLambda } from "../../local/gateway/endpoint.ts";
import { openGateway } from "../../local/gateway/gateway.ts";
import { systemClock } from "../../functions/adapters/system/systemClock.ts";
import { accessTokens } from "../../functions/adapters/oidc/accessTokens.ts";
import { bearerVerifier } from "../../local/gateway/tokens.ts";
import { AUDIENCE, endpoint, ISSUER, silentLog, testIssuer } from "./servingGateway.ts";
import { approvalFolder } from "./approval.ts";
import { plannedSystem, type PlannedSystem } from "./plannedSystem.ts";
import { testSystem, type TestSystem } from "./system.ts";

export interface Reached {
  readonly origin: string;
  /** The gateway serves a whole file of tests. */
  closeGateway(): Promise<void>;
  /** Name and value of the cookie of somebody in these groups. */
  session(groups: readonly string[]): Promise<readonly [name: string, value: string]>;
}

export type CountySite = PlannedSystem & Reached;

export const countySite = async (change?: (files: Record<string, string>) => void): Promise<CountySite> =>
  reached(await plannedSystem(change));

/** Of a region in which nothing was planned yet, and so sooner there. */
export const unplannedSite = async (): Promise<TestSystem & Reached> => reached(await testSystem(approvalFolder()));

async function reached<System extends TestSystem>(system: System): Promise<System & Reached> {
  const issuer = await testIssuer();
  const pages: { handler?: HttpLambda } = {};
  const gateway = await openGateway(0, "127.0.0.1", { clock: systemClock, log: silentLog });
  gateway.serve({
    endpoints: [endpoint("ANY", "/{proxy+}", (event, context) => pages.handler!(event, context))],
    verifyToken: bearerVerifier(accessTokens(issuer.issuer, systemClock)),
    mounts: {},
  });
  const site = {
    ...{ ...system.ports.site, origin: gateway.url },
    claimsOf: async (token: string) =>
      jwtVerify(token, issuer.issuer.keys, { issuer: ISSUER, audience: AUDIENCE }).then(
        ({ payload }) => payload,
        () => undefined,
      ),
  };
  pages.handler = createHandler({ ...system.ports, site }) as HttpLambda;
  return {
    ...{ ...system, origin: gateway.url, closeGateway: () => gateway.close() },
    session: async (groups) => ["gv_session", await issuer.token({ name: "Ada Verwalterin", groups })],
  };
}

/** A browser without scripts, as short as a test needs it: keeps cookies, sends forms as the page has them. */
export async function countyClient(site: Reached, groups: readonly string[] = ["admin:tiny"]) {
  const jar = new Map<string, string>([[...(await site.session(groups))]]);
  const send = async (path: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = {
      cookie,
      "sec-fetch-site": "same-origin",
      ...(init.headers as Record<string, string> | undefined),
    };
    const response = await fetch(`${site.origin}${path}`, { ...init, headers, redirect: "manual" });
    for (const one of response.headers.getSetCookie()) {
      const [pair = ""] = one.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    return {
      status: response.status,
      location: response.headers.get("location"),
      headers: response.headers,
      text: await response.text(),
    };
  };
  const csrfOf = async (path: string): Promise<string> => {
    const { text } = await send(path);
    return /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? "";
  };
  return {
    send,
    csrfOf,
    get: (path: string) => send(path),
    /** With the token of the page at `from`, unless another one is given. */
    post: async (path: string, fields: Record<string, string>, from = path) => {
      const body = new URLSearchParams({ csrf: await csrfOf(from), ...fields });
      return send(path, { method: "POST", body });
    },
    /** As a form with files sends it. */
    upload: async (
      path: string,
      fields: Record<string, string>,
      files: Record<string, Record<string, string>>,
      from = path,
    ) => {
      const body = new FormData();
      body.set("csrf", await csrfOf(from));
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      for (const [field, named] of Object.entries(files))
        for (const [file, text] of Object.entries(named)) body.append(field, new File([text], file));
      return send(path, { method: "POST", body });
    },
  };
}
