/** What is shown when something of ours broke; the cause is in the log. */
import { html } from "hono/html";
import type { PageParts } from "./page.ts";
import { SITE_WORDS } from "./words/index.ts";

export function failedPage(language: keyof typeof SITE_WORDS): PageParts {
  const { title, head, lead } = SITE_WORDS[language].failed;
  const main = html`<h1>${head}</h1>
    <p class="lead">${lead}</p>`;
  return { title, main };
}
