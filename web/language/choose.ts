/**
 * In which language a page speaks: what its address says (`?lang=fr`, kept in a cookie), then the cookie, then the language of
 * whoever the page was made for, then what the browser accepts, then German.
 */
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { isLanguage } from "../../domain/language/format.ts";
import type { Language } from "../../domain/region/contacts.ts";

/** Of the cookie, and of the parameter in an address. */
export const LANG = "lang";
const YEAR_SECONDS = 31_536_000;
const LONGEST_HEADER = 1000;

export interface Wishes {
  readonly address?: string | undefined;
  readonly cookie?: string | undefined;
  /** Of a contact. */
  readonly person?: Language | undefined;
  /** Header `Accept-Language`. */
  readonly accepted?: string | undefined;
}

export function chooseLanguage({ address, cookie, person, accepted }: Wishes): Language {
  if (isLanguage(address)) return address;
  if (isLanguage(cookie)) return cookie;
  return person ?? acceptedLanguage(accepted) ?? "de";
}

/** The first of ours by quality (RFC 9110 section 12.5.4); regions are left out: `fr-LU` is `fr`. */
export function acceptedLanguage(header = ""): Language | undefined {
  return header
    .slice(0, LONGEST_HEADER)
    .split(",")
    .map((range) => {
      const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
      const quality = parameters.find((one) => one.startsWith("q="));
      return { primary: tag.split("-")[0]!, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ primary }) => primary)
    .find(isLanguage);
}

/** What the choice of a language needs to know of a page. */
export interface Here {
  readonly language: Language;
  /** The way from the page to itself, without a language: `hereOf`, or a path for a page that a form led to. */
  readonly path: string;
}

export const languageCookie = (secure: boolean) =>
  ({ path: "/", maxAge: YEAR_SECONDS, httpOnly: true, secure, sameSite: "Lax" }) as const;

/**
 * Chooses, and keeps in the cookie what the address said; nothing else is written.
 *
 * @param origin under which people reach the pages
 * @param person language of whoever the page was made for
 */
export function languageOf(c: Context, origin: string, person?: Language): Language {
  const address = c.req.query(LANG);
  if (isLanguage(address)) setCookie(c, LANG, address, languageCookie(origin.startsWith("https:")));
  return chooseLanguage({ address, cookie: getCookie(c, LANG), person, accepted: c.req.header("accept-language") });
}

/** The query of a request's address without its language. A reference of nothing but a query stays on the page, whatever its path. */
export function hereOf(url: string): string {
  const { searchParams } = new URL(url);
  searchParams.delete(LANG);
  const query = searchParams.toString();
  return query === "" ? "" : `?${query}`;
}

/** The same page in a language. */
export function inLanguage(path: string, language: Language): string {
  return `${path}${path.includes("?") ? "&" : "?"}${LANG}=${language}`;
}
