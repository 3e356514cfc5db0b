/**
 * The frame of every page: head, skip link, brand, main, footer. No script; the policy allows only the page's own style, by its
 * hash.
 */
import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import { LANGUAGES } from "../domain/language/format.ts";
import { helpAddress, type HelpPlace } from "./help/targets.ts";
import { inLanguage, type Here } from "./language/choose.ts";
import { SITE_WORDS, type SiteWords } from "./words/index.ts";

/** Escaped text, as `html` of Hono gives it. */
export type Html = ReturnType<typeof html>;

export interface PageParts {
  readonly title: string;
  readonly main: Html;
  /** Behind the brand: where one is. */
  readonly trail?: Html;
  /** Right of it: sign in, sign out. */
  readonly aside?: Html;
  readonly footer?: Html;
  /** Where the handbook explains this page. */
  readonly help?: HelpPlace;
  /** The page asks again after so many seconds, for what changes without a script. */
  readonly refreshSeconds?: number;
  /** Style of this site under long-kept names: `/assets/map-….css`. */
  readonly stylesheets?: readonly string[];
  /** More for the policy: `frame-src 'self'`. */
  readonly policy?: readonly string[];
}

export interface Page {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** @param here the language, and the way to the others; left out by pages of one machine, which are German alone */
export type RenderPage = (parts: PageParts, here?: Here) => Promise<Page>;

const OWN = `
.brandline { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2) var(--space-4); padding: var(--space-4) 0; margin: 0; font-size: var(--text-small); color: var(--muted); }
.brandline p { margin: 0; max-width: none; }
.brandline .brand a { display: inline-flex; align-items: center; gap: var(--space-2); min-height: 1.75rem; font-size: var(--text); font-weight: 650; color: var(--joint-ink); text-decoration: none; }
.brandline .brand svg { width: 1.25rem; fill: var(--joint); }
.brandline .end { margin-left: auto; display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-4); align-items: center; }
.languages ul { display: flex; flex-wrap: wrap; gap: 0 var(--space-3); margin: 0; padding: 0; list-style: none; }
.brandline .end > a:not(.button) { display: inline-flex; align-items: center; min-height: 1.75rem; }
.languages a { display: inline-flex; align-items: center; min-height: 1.75rem; }
.languages [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
main { padding: var(--space-5) 0 var(--space-7); }
main:focus { outline: none; }
.colophon { border-top: 1px solid var(--hairline); padding: var(--space-4) 0 var(--space-6); color: var(--muted); font-size: var(--text-small); }
.foot { display: flex; flex-wrap: wrap; gap: 0 var(--space-4); margin: 0; padding: 0; list-style: none; }
.colophon a { display: inline-block; padding: 0.2rem 0; }
.note { background: var(--warn-wash); color: var(--warn-ink); border-left: 4px solid var(--warn-edge); border-radius: 0 var(--radius) var(--radius) 0; padding: var(--space-4); margin: 0 0 var(--space-5); max-width: none; }
.button { display: inline-flex; align-items: center; justify-content: center; min-height: 2.75rem; padding: var(--space-2) var(--space-4); border: 1px solid var(--joint); border-radius: var(--radius); background: var(--joint); color: var(--paper); font: 600 var(--text)/1.3 var(--sans); text-decoration: none; cursor: pointer; }
.button:hover { background: var(--joint-ink); border-color: var(--joint-ink); }
.button.quiet { background: transparent; color: var(--joint-ink); border-color: var(--edge); }
.button.quiet:hover { background: var(--raised); }
.button.small { min-height: 2.25rem; padding: var(--space-1) var(--space-3); font-size: var(--text-small); }
@media print {
  .skip, .brandline .end, .foot, .button { display: none; }
  body { background: none; } main { padding: 0; } .frame { max-width: none; padding: 0; }
  .scroll { overflow: visible; background: none; } .scroll :is(tbody, tfoot, thead) th { position: static; background: none; } .scroll thead th:first-child { background: none; }
  h2, h3, caption, summary { break-after: avoid; } tr { break-inside: avoid; } thead { display: table-header-group; }
}
@media screen and (max-width: 30rem) { .brandline .end { margin-left: 0; } }
`;

const LEAF =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M20 3C9 3 4 8 4 14c0 1.6.4 3 1 4l-2 3 1.6 1.2L7 19c1 .6 2.3 1 3.8 1C17 20 21 14 20 3zM8 16c1-4 4-7 8-9-3 3-5 6-6.5 9.7z"/></svg>';

/** @param look tokens and base of the house, then what the pages add */
export function createPage(look: string): RenderPage {
  const style = look + OWN;
  const hash = createHash("sha256").update(style).digest("base64");
  const policy = (stylesheets: readonly string[]): string[] => [
    "default-src 'none'",
    `style-src 'sha256-${hash}'${stylesheets.length === 0 ? "" : " 'self'"}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return async (parts, here) => {
    const language = here?.language ?? "de";
    const words = SITE_WORDS[language];
    const { help, title, main, trail, aside, footer, refreshSeconds, stylesheets = [] } = parts;
    const refresh = refreshSeconds === undefined ? "" : html`<meta http-equiv="refresh" content="${refreshSeconds}" />`;
    const body = await html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          ${refresh}
          <title>${title} – Grünverbund</title>
          ${stylesheets.map((href) => html`<link rel="stylesheet" href="${href}" />`)} ${raw(`<style>${style}</style>`)}
        </head>
        <body>
          <a class="skip" href="#inhalt">${words.skip}</a>
          <div class="frame">
            <header class="brandline">
              <p class="brand"><a href="/">${raw(LEAF)}Grünverbund</a></p>
              ${trail === undefined ? "" : html`<p>${trail}</p>`}
              <div class="end">
                ${here === undefined ? "" : languageLinks(here)}
                ${help === undefined ? "" : html`<a href="${helpAddress(help)}">${words.help}</a>`} ${aside ?? ""}
              </div>
            </header>
            <main id="inhalt" tabindex="-1">${main}</main>
            <footer class="colophon">${footer ?? ""}${footLinks(words)}</footer>
          </div>
        </body>
      </html>`;
    const headers = {
      "content-type": "text/html; charset=utf-8",
      "content-language": language,
      "cache-control": "no-store",
      "content-security-policy": [...policy(stylesheets), ...(parts.policy ?? [])].join("; "),
      "referrer-policy": "same-origin",
      "x-content-type-options": "nosniff",
    };
    return { headers, body: body.toString() };
  };
}

/** What the law wants linked from every page, and what everybody may see. */
function footLinks({ foot }: SiteWords): Html {
  const links = [
    ["/oeffentlich", foot.public],
    ["/offene-daten", foot.openData],
    ["/barrierefreiheit", foot.accessibility],
    ["/datenschutz", foot.privacy],
    ["/impressum", foot.imprint],
  ] as const;
  return html`<ul class="foot">
    ${links.map(([path, text]) => html`<li><a href="${path}">${text}</a></li>`)}
  </ul>`;
}

/** Plain links to the same page, so that they work without scripts. */
export function languageLinks({ language, path }: Here): Html {
  return html`<nav class="languages" aria-label="${SITE_WORDS[language].languages}">
    <ul>
      ${LANGUAGES.map(
        (one) =>
          html`<li>
            <a
              href="${inLanguage(path, one)}"
              lang="${one}"
              hreflang="${one}"
              ${one === language ? raw('aria-current="true"') : ""}
              >${SITE_WORDS[one].languageName}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}
