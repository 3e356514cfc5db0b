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
/** No function is sent more; a camera's own photo may be as large. */
const MOST_UPLOAD = 6 * 1024 * 1024;

export interface Gate {
  /** The browser's token for a link's forms; sets the cookie where there is none yet. Writes nothing else. */
  token(c: Context, secret: string): Promise<string>;
  /**
   * What was posted, or why it is not taken.
   *
   * @param file name of the field of a file, where a form may send one
   */
  read(c: Context, secret: string, file?: string): Promise<Posted>;
}

export type Posted =
  | {
      readonly kind: "form";
      readonly fields: URLSearchParams;
      readonly client: string;
      /** Undefined where none was chosen. */
      readonly file?: Uint8Array<ArrayBuffer>;
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
  return {
    async token(c, secret) {
      const random = held(c) ?? randomBytes(32).toString("base64url");
      // Lax: a page opened from a web mailer still knows the browser, and a form sent from elsewhere does not have it.
      if (held(c) === undefined) setCookie(c, name, random, { httpOnly: true, secure, sameSite: "Lax", path: "/" });
      return (await tokenOf(secret, random)).toString("base64url");
    },
    async read(c, secret, file) {
      if (!isOwn(c, origin)) return { kind: "elsewhere" };
      const body = await bodyOf(c, file);
      if (body === undefined) return { kind: "form" };
      const { fields } = body;
      const random = held(c);
      if (random === undefined) return { kind: "stale" };
      const given = Buffer.from(fields.get("csrf") ?? "", "base64url");
      const right = await tokenOf(secret, random);
      if (given.length !== right.length || !timingSafeEqual(given, right)) return { kind: "stale" };
      return { kind: "form", ...body, client: createHash("sha256").update(random).digest("hex") };
    },
  };
}

type Body = Pick<Extract<Posted, { kind: "form" }>, "fields" | "file">;

/** Undefined for what no form of ours sends. */
async function bodyOf(c: Context, file: string | undefined): Promise<Body | undefined> {
  const type = (c.req.header("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
  if (type === "multipart/form-data" && file !== undefined) return multipartOf(c, file);
  if (type !== "application/x-www-form-urlencoded") return undefined;
  const text = await c.req.text();
  return text.length > MOST_BODY ? undefined : { fields: new URLSearchParams(text) };
}

async function multipartOf(c: Context, file: string): Promise<Body | undefined> {
  const bytes = await c.req.arrayBuffer();
  if (bytes.byteLength > MOST_UPLOAD) return undefined;
  const headers = { "content-type": c.req.header("content-type")! };
  const form = await new Response(bytes, { headers }).formData().catch(() => undefined);
  if (form === undefined) return undefined;
  const fields = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === "string") fields.append(name, value);
  if (fields.toString().length > MOST_BODY) return undefined;
  const given = form.get(file);
  // A browser sends an empty file where none was chosen.
  if (given === null || typeof given === "string" || given.size === 0) return { fields };
  return { fields, file: new Uint8Array(await given.arrayBuffer()) };
}

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
