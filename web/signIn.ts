/**
 * Signing in at an OpenID Connect provider: authorization code with PKCE. What a sign-in must remember until it comes back lies
 * in a cookie of the browser that began it; afterwards a cookie holds the access token.
 */
import type { Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type * as openId from "openid-client";
import { languageOf } from "./language/choose.ts";
import { sessionCookies } from "./session.ts";

export interface SignInOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  /** Under which the pages are reached: `https://plan.example.org`. */
  readonly origin: string;
}

export const CALLBACK = "/sign-in/callback";
const PENDING_COOKIE = "gv_sign_in";
const PENDING_SECONDS = 600;
/** Of a token that does not say for how long it is good. */
const DEFAULT_SECONDS = 3600;
const SCOPE = "openid profile email";
/** A function has ten seconds in all, so that people are told what happened. */
const TIMEOUT_SECONDS = 4;

/** Loaded when somebody signs in: the first page need not wait for it. */
const load = (): Promise<typeof openId> => import("openid-client");

interface Pending {
  readonly state: string;
  readonly codeVerifier: string;
  readonly to: string;
}

/** Adds the routes of signing in and out. */
export function addSignIn(app: Hono, options: SignInOptions): void {
  const { origin } = options;
  const session = sessionCookies(origin);
  const redirectUri = `${origin}${CALLBACK}`;
  let configuration: Promise<openId.Configuration> | undefined;
  const configured = (): Promise<openId.Configuration> =>
    (configuration ??= discover(options).catch((error: unknown) => {
      configuration = undefined;
      throw error;
    }));

  app.get("/sign-in", async (c) => {
    // Cookies belong to a host name, and the provider sends people back to the one that it knows. Behind CloudFront a function
    // never sees that name, so that whoever was sent here once is not sent again.
    if (new URL(c.req.url).host !== new URL(origin).host && c.req.query("here") === undefined)
      return c.redirect(`${origin}/sign-in?here=1&to=${encodeURIComponent(pathOf(c.req.query("to")))}`);
    const client = await load();
    const pending: Pending = {
      state: client.randomState(),
      codeVerifier: client.randomPKCECodeVerifier(),
      to: pathOf(c.req.query("to")),
    };
    setCookie(c, PENDING_COOKIE, encode(pending), {
      ...session.attributes,
      path: "/sign-in",
      maxAge: PENDING_SECONDS,
    });
    const url = client.buildAuthorizationUrl(await configured(), {
      redirect_uri: redirectUri,
      scope: SCOPE,
      prompt: "login",
      // OpenID Connect Core, section 3.1.2.1; a provider that does not speak it shows its own.
      ui_locales: languageOf(c, origin),
      state: pending.state,
      code_challenge: await client.calculatePKCECodeChallenge(pending.codeVerifier),
      code_challenge_method: "S256",
    });
    return c.redirect(url.href);
  });

  app.get(CALLBACK, async (c) => {
    const pending = decode(getCookie(c, PENDING_COOKIE));
    deleteCookie(c, PENDING_COOKIE, { ...session.attributes, path: "/sign-in" });
    // Begun elsewhere, or too long ago: begin again.
    if (pending === undefined) return c.redirect("/sign-in");
    const tokens = await grant(c, pending);
    if (tokens === undefined) return c.redirect("/?anmeldung=abgebrochen");
    session.set(c, {
      token: tokens.access_token,
      name: nameOf(tokens.claims()),
      seconds: tokens.expiresIn() ?? DEFAULT_SECONDS,
    });
    return c.redirect(pending.to);
  });

  app.post("/sign-out", (c) => {
    session.clear(c);
    return c.redirect("/", 303);
  });

  async function grant(c: Context, { state, codeVerifier }: Pending) {
    const client = await load();
    const here = new URL(`${redirectUri}${new URL(c.req.url).search}`);
    try {
      const checks = { expectedState: state, pkceCodeVerifier: codeVerifier };
      return await client.authorizationCodeGrant(await configured(), here, checks);
    } catch (error) {
      if (error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError)
        return undefined;
      throw error;
    }
  }
}

async function discover({ issuer, clientId, clientSecret }: SignInOptions): Promise<openId.Configuration> {
  const client = await load();
  const authentication = clientSecret === undefined ? client.None() : client.ClientSecretPost(clientSecret);
  const insecure = issuer.startsWith("http:") ? { execute: [client.allowInsecureRequests] } : {};
  const options = { ...insecure, timeout: TIMEOUT_SECONDS };
  return client.discovery(new URL(issuer), clientId, undefined, authentication, options);
}

/** What a provider calls the person, for the page alone. */
function nameOf(claims: openId.IDToken | undefined): string | undefined {
  return [claims?.["name"], claims?.["email"]].find((one): one is string => typeof one === "string" && one !== "");
}

/** A path of this site; anything else is the first page. */
function pathOf(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(to) ? to : "/";
}

const encode = (pending: Pending): string => Buffer.from(JSON.stringify(pending)).toString("base64url");

function decode(cookie: string | undefined): Pending | undefined {
  try {
    const { state, codeVerifier, to } = JSON.parse(Buffer.from(cookie ?? "", "base64url").toString()) as Pending;
    return typeof state === "string" && typeof codeVerifier === "string"
      ? { state, codeVerifier, to: pathOf(to) }
      : undefined;
  } catch {
    return undefined;
  }
}
