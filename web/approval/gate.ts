/**
 * What a form must show before it is read: that it was made by this page for this browser, and that this page sent it. Nothing is
 * kept for it; the token is an HMAC over the link and a random value in a cookie.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";

const COOKIE = "gv_form";
const RANDOM = /^[A-Za-z0-9_-]{43}$/;
/** Longer than any of our forms. */
const MOST_BODY = 20_000;

export interface Gate {
  /** The browser's token for a link's forms; sets the cookie where there is none yet. Writes nothing else. */
  token(c: Context, secret: string): Promise<string>;
  /** What was posted, or why it is not taken. */
  read(c: Context, secret: string): Promise<Posted>;
  /** The same for a form with files. @param most bytes of the whole form */
  readFiles(c: Context, secret: string, most: number): Promise<PostedFiles>;
}

export type PostedFiles =
  { readonly kind: "form"; readonly form: FormData } | Exclude<Posted, { readonly fields: URLSearchParams }>;

export type Posted =
  | {
      readonly kind: "form";
      readonly fields: URLSearchParams;
      readonly client: string;
      /** That the request came from, as the gateway names it; empty where it does not. */
      readonly network: string;
    }
  /** elsewhere: another site sent it. stale: no token of this browser's. form: not what a form of ours sends. */
  | { readonly kind: "elsewhere" | "stale" | "form" };

/**
 * @param key of forms
 * @param origin under which people reach the pages; never what a request says
 */
export function formGate(key: () => Promise<Uint8Array>, origin: string): Gate {
  const secure = origin.startsWith("https:");
  const name = secure ? `__Host-${COOKIE}` : COOKIE;
  const held = (c: Context): string | undefined => {
    const value = getCookie(c, name);
    return value !== undefined && RANDOM.test(value) ? value : undefined;
  };
  const tokenOf = async (secret: string, random: string): Promise<Buffer> =>
    createHmac("sha256", await key())
      .update(JSON.stringify(["form", secret, random]))
      .digest();
  /** The browser's random value, if the token was made for it. */
  const proven = async (c: Context, secret: string, given: unknown): Promise<string | undefined> => {
    const random = held(c);
    if (random === undefined || typeof given !== "string") return undefined;
    const [mine, right] = [Buffer.from(given, "base64url"), await tokenOf(secret, random)];
    return mine.length === right.length && timingSafeEqual(mine, right) ? random : undefined;
  };
  return {
    async token(c, secret) {
      const random = held(c) ?? randomBytes(32).toString("base64url");
      // Lax: a page opened from a web mailer still knows the browser, and a form sent from elsewhere does not have it.
      if (held(c) === undefined) setCookie(c, name, random, { httpOnly: true, secure, sameSite: "Lax", path: "/" });
      return (await tokenOf(secret, random)).toString("base64url");
    },
    async read(c, secret) {
      if (!isOwn(c, origin)) return { kind: "elsewhere" };
      if (typeOf(c) !== "application/x-www-form-urlencoded") return { kind: "form" };
      const text = await c.req.text();
      if (text.length > MOST_BODY) return { kind: "form" };
      const fields = new URLSearchParams(text);
      const random = await proven(c, secret, fields.get("csrf"));
      if (random === undefined) return { kind: "stale" };
      const network = (c.req.header("x-viewer-network") ?? "").slice(0, 50);
      return { kind: "form", fields, client: createHash("sha256").update(random).digest("hex"), network };
    },
    async readFiles(c, secret, most) {
      if (!isOwn(c, origin)) return { kind: "elsewhere" };
      if (typeOf(c) !== "multipart/form-data") return { kind: "form" };
      const bytes = await c.req.arrayBuffer();
      if (bytes.byteLength > most) return { kind: "form" };
      const headers = { "content-type": c.req.header("content-type")! };
      const form = await new Response(bytes, { headers }).formData().catch(() => undefined);
      if (form === undefined) return { kind: "form" };
      return (await proven(c, secret, form.get("csrf"))) === undefined ? { kind: "stale" } : { kind: "form", form };
    },
  };
}

const typeOf = (c: Context): string => (c.req.header("content-type") ?? "").split(";")[0]!.trim().toLowerCase();

/**
 * Whether this very site sent the form. Browsers say so themselves (Fetch Metadata); those too old for it name the origin. Under
 * `no-referrer` the origin of our own forms is "null", which then proves nothing and is left to the token.
 */
function isOwn(c: Context, origin: string): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin") return false;
  const named = c.req.header("origin");
  return named === undefined || named === "null" || named === new URL(origin).origin;
}
