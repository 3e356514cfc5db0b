/**
 * The embedded OpenID Connect provider with demo accounts: authorization code with PKCE for pages, client credentials for
 * machines. Its access tokens are JWTs for the API, with the account's groups.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import Provider, { type Configuration, type KoaContextWithOIDC } from "oidc-provider";
import type { Clock } from "../../functions/ports/clock.ts";
import type { Log } from "../../functions/ports/log.ts";
import type { Store } from "../../functions/ports/store.ts";
import type { Page } from "../../web/page.ts";
import type { Account } from "./accounts.ts";
import type { Keys } from "./keys.ts";
import { errorPage, signInPage } from "./signInPage.ts";
import { storeAdapter } from "./storeAdapter.ts";

/** Below which path the provider answers. */
export const MOUNT = "/_local/oidc";
export const API_AUDIENCE = "urn:gruenverbund:api";
export const PAGES_CLIENT = "pages";
const SCOPES = ["openid", "profile"];
const HOUR = 3600;

export interface Machine {
  readonly clientId: string;
  readonly secret: string;
  /** Asked at every token. */
  readonly groups: () => Promise<readonly string[]>;
}

export interface ProviderOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly keys: Keys;
  /** Where the gateway is reached; the issuer is `MOUNT` below it. */
  readonly origin: string;
  /** Paths that the pages' sign-in comes back to. */
  readonly callbacks: readonly string[];
  /** Asked at every sign-in, so that a region loaded meanwhile has its people. */
  readonly accounts: () => Promise<readonly Account[]>;
  readonly machines: readonly Machine[];
}

/** @returns what answers below `MOUNT` */
export function identityProvider(options: ProviderOptions): RequestListener {
  const { log, origin, accounts } = options;
  const provider = new Provider(`${origin}${MOUNT}`, configuration(options));
  provider.on("server_error", (_, error) => log.error("identity provider", error));
  const callback = provider.callback();

  return (request, response) => {
    const path = request.url!.slice(MOUNT.length);
    const uid = /^\/interaction\/([\w-]+)$/.exec(path.split("?")[0]!)?.[1];
    if (uid === undefined) {
      // As the frameworks do it on which one provider is mounted in another's path.
      Object.assign(request, { originalUrl: request.url, url: path });
      void callback(request, response);
    } else
      void interact(request, response, `${MOUNT}/interaction/${uid}`).catch((error: unknown) => fail(response, error));
  };

  async function interact(request: IncomingMessage, response: ServerResponse, action: string): Promise<void> {
    await provider.interactionDetails(request, response);
    const people = await accounts();
    if (request.method !== "POST") return show(response, 200, await signInPage(people, action));
    const chosen = new URLSearchParams(await text(request)).get("account");
    const account = people.find(({ id }) => id === chosen);
    if (account === undefined) return show(response, 422, await signInPage(people, action));
    await provider.interactionFinished(request, response, { login: { accountId: account.id } });
  }

  async function fail(response: ServerResponse, error: unknown): Promise<void> {
    const { name, message } = error as Error;
    if (name !== "SessionNotFound") log.error("sign-in", error);
    show(response, name === "SessionNotFound" ? 400 : 500, await errorPage(name === "SessionNotFound" ? message : ""));
  }
}

function configuration(options: ProviderOptions): Configuration {
  const { store, clock, keys, origin, callbacks, accounts, machines } = options;
  const groupsOf = async (id: string): Promise<readonly string[]> =>
    (await accounts()).find((account) => account.id === id)?.groups ?? [];
  return {
    adapter: storeAdapter(store, clock),
    jwks: { keys: keys.signing.map((key) => ({ ...key })) },
    cookies: { keys: [keys.cookieKey] },
    clients: [
      {
        client_id: PAGES_CLIENT,
        client_name: "Grünverbund",
        token_endpoint_auth_method: "none",
        grant_types: ["authorization_code"],
        response_types: ["code"],
        redirect_uris: callbacks.map((path) => `${origin}${path}`),
      },
      ...machines.map(({ clientId, secret }) => ({
        client_id: clientId,
        client_secret: secret,
        grant_types: ["client_credentials"],
        response_types: [],
        redirect_uris: [],
      })),
    ],
    scopes: SCOPES,
    claims: { openid: ["sub"], profile: ["name", "groups"] },
    pkce: { required: () => true },
    clientBasedCORS: () => false,
    interactions: { url: (_, { uid }) => `${MOUNT}/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      // Pages forget their token; the next sign-in asks again.
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => API_AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: "",
          audience: API_AUDIENCE,
          accessTokenTTL: HOUR,
          accessTokenFormat: "jwt",
          jwt: { sign: { alg: "RS256" } },
        }),
      },
    },
    ttl: {
      AccessToken: 8 * HOUR,
      ClientCredentials: HOUR,
      IdToken: HOUR,
      Session: 14 * 24 * HOUR,
      Grant: 14 * 24 * HOUR,
      Interaction: HOUR,
      RefreshToken: HOUR,
    },
    async findAccount(_, id) {
      const account = (await accounts()).find((one) => one.id === id);
      if (account === undefined) return undefined;
      const claims = { sub: id, name: account.name, groups: [...account.groups] };
      return { accountId: id, claims: () => Promise.resolve(claims) };
    },
    async extraTokenClaims(_, token) {
      if (token.kind === "ClientCredentials") {
        const machine = machines.find(({ clientId }) => clientId === token.clientId);
        return { groups: [...((await machine?.groups()) ?? [])] };
      }
      const account = (await accounts()).find(({ id }) => id === token.accountId);
      return { name: account?.name ?? "", groups: [...(await groupsOf(token.accountId))] };
    },
    loadExistingGrant,
    renderError: async (ctx, { error_description = "", error }) =>
      render(ctx, await errorPage(`${error} ${error_description}`)),
  };
}

/** The pages are the system's own: whoever signs in has agreed. */
async function loadExistingGrant(ctx: KoaContextWithOIDC) {
  const { provider, session, client } = ctx.oidc;
  const known = session!.grantIdFor(client!.clientId);
  if (known !== undefined) {
    const grant = await provider.Grant.find(known);
    if (grant !== undefined) return grant;
  }
  const grant = new provider.Grant({ clientId: client!.clientId, accountId: session!.accountId! });
  grant.addOIDCScope(SCOPES.join(" "));
  await grant.save();
  return grant;
}

function render(ctx: KoaContextWithOIDC, { headers, body }: Page): void {
  ctx.set({ ...headers });
  ctx.body = body;
}

function show(response: ServerResponse, status: number, { headers, body }: Page): void {
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) });
  response.end(body);
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
