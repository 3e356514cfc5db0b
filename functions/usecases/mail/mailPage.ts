/**
 * The HTML of a mail: one column that is read on a phone and in any mail program. No picture, no script, no font from
 * elsewhere; nothing is loaded and nobody learns that the mail was opened.
 */
import type { Language } from "../../../domain/region/contacts.ts";
import { markup, verbatim, type Content, type Html } from "../../../planning/report/html.ts";

/** Mail programs ignore much of CSS; what is here is understood by all that matter, and without it the mail still reads well. */
const STYLE = `
body { margin: 0; padding: 0; background: #f3f5ef; color: #1b211a; font: 16px/1.5 "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
.page { max-width: 600px; margin: 0 auto; background: #ffffff; padding: 24px; }
.brand { margin: 0 0 16px; color: #2f5d3a; font-weight: 600; }
h1 { margin: 0 0 16px; font-size: 22px; line-height: 1.25; }
h2 { margin: 28px 0 8px; font-size: 18px; line-height: 1.3; }
p { margin: 0 0 12px; }
a { color: #23542f; }
.figures { width: 100%; border-collapse: collapse; margin: 0 0 20px; border-top: 3px solid #2f5d3a; }
.figures th { text-align: left; font-weight: 400; color: #4b5548; padding: 8px 12px 8px 0; border-bottom: 1px solid #dde2d8; vertical-align: baseline; }
.figures td { text-align: right; font-weight: 600; font-size: 18px; padding: 8px 0; border-bottom: 1px solid #dde2d8; white-space: nowrap; vertical-align: baseline; }
.list { margin: 0 0 12px; padding: 0; list-style: none; }
.list li { padding: 10px 0; border-bottom: 1px solid #dde2d8; }
.list span { display: block; color: #4b5548; font-size: 15px; }
.warn li { border-left: 4px solid #b3661b; padding-left: 12px; border-bottom: 0; margin-bottom: 8px; }
.button { display: inline-block; margin-top: 8px; background: #23542f; color: #ffffff; padding: 12px 20px; border-radius: 4px; font-weight: 600; text-decoration: none; }
.small { color: #4b5548; font-size: 14px; }
.foot { margin: 28px 0 0; padding-top: 12px; border-top: 1px solid #dde2d8; color: #4b5548; font-size: 14px; }
.quote { margin: 0 0 12px; padding: 8px 12px; border-left: 4px solid #b9c3b4; color: #4b5548; }
.code { font: 600 30px/1.3 ui-monospace, Consolas, monospace; letter-spacing: 6px; margin: 0 0 12px; }
@media (prefers-color-scheme: dark) {
  body { background: #121714; color: #e9eeea; } .page { background: #1b221e; } .brand, a { color: #84d3a6; }
  .figures, .figures th, .figures td, .list li, .foot { border-color: #3d4840; } .figures { border-top-color: #63bd8c; }
  .figures th, .list span, .small, .foot, .quote { color: #b4c0b8; } .warn li { border-color: #d3a03a; }
  .button { background: #84d3a6; color: #10201a; }
}
@media (max-width: 480px) { .page { padding: 16px; } h1 { font-size: 20px; } }
`;

export interface MailPage {
  readonly language: Language;
  readonly title: string;
  readonly region: string;
  readonly body: Content;
  readonly footer: string;
}

export function mailPage({ language, title, region, body, footer }: MailPage): string {
  const page = markup`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${title}</title><style>${verbatim(STYLE)}</style></head>
<body><div class="page" role="article" aria-label="${title}">
<p class="brand">Grünverbund · ${region}</p>
${body}
<p class="foot">${footer}</p>
</div></body></html>
`;
  return page.toString();
}

export function button(url: string, words: string): Html {
  return markup`<p><a class="button" href="${url}">${words}</a></p>`;
}
