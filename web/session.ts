/**
 * What a browser keeps of a sign-in: the access token, and what its provider calls the person. Neither is read by scripts. They are
 * sent with links from elsewhere, but not with forms from elsewhere.
 */
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Principal } from "../domain/access.ts";

export interface SessionCookies {
  /** Of the cookie that holds the access token. */
  readonly name: string;
  readonly attributes: { readonly httpOnly: true; readonly secure: boolean; readonly sameSite: "Lax" };
  set(
    c: Context,
    signedIn: { readonly token: string; readonly name: string | undefined; readonly seconds: number },
  ): void;
  clear(c: Context): void;
  /** Whose session it is; undefined without one that is still valid. */
  principal(c: Context, whoIs: WhoIs): Promise<Principal | undefined>;
}

/** Who an access token stands for; undefined for one that is no longer valid. */
export type WhoIs = (accessToken: string) => Promise<Principal | undefined>;

const TOKEN = "gv_session";
const NAME = "gv_name";
/** A browser takes such a cookie only over HTTPS and from this very host, so that no neighbour can put one of theirs in its place. */
const HOST = "__Host-";
const LONGEST_NAME = 200;

/** @param origin under which people reach the pages */
export function sessionCookies(origin: string): SessionCookies {
  const secure = origin.startsWith("https:");
  const [token, name] = [TOKEN, NAME].map((one) => (secure ? HOST + one : one)) as [string, string];
  const attributes = { httpOnly: true, secure, sameSite: "Lax" } as const;
  const everywhere = { ...attributes, path: "/" };
  return {
    name: token,
    attributes,
    set(c, signedIn) {
      const whole = { ...everywhere, maxAge: signedIn.seconds };
      setCookie(c, token, signedIn.token, whole);
      if (signedIn.name === undefined) deleteCookie(c, name, everywhere);
      else setCookie(c, name, signedIn.name.slice(0, LONGEST_NAME), whole);
    },
    clear(c) {
      deleteCookie(c, token, everywhere);
      deleteCookie(c, name, everywhere);
    },
    async principal(c, whoIs) {
      const held = getCookie(c, token);
      const principal = held === undefined ? undefined : await whoIs(held);
      const shown = getCookie(c, name);
      // Nothing is decided by the name, so that the browser's word is enough; where the token has one, that counts.
      return principal === undefined || shown === undefined || principal.name !== principal.subject
        ? principal
        : { ...principal, name: shown };
    },
  };
}
