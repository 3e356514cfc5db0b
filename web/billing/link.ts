/** The way to the billing details, for those who may keep some. */
import { html } from "hono/html";
import { BILLING_WRITERS, reachOf, type Principal } from "../../domain/access.ts";
import type { Language } from "../../domain/region/contacts.ts";
import type { Html } from "../page.ts";
import { pathOf } from "../settlement/seat.ts";
import { BILLING } from "./routes.ts";
import { BILLING_WORDS } from "./words/index.ts";

export const billingLink = (person: Principal, region: string, language: Language): Html =>
  reachOf(person, region, BILLING_WRITERS).kind === "none"
    ? html``
    : html`<p class="actions screen-only">
        <a class="button quiet" href="${pathOf(region, BILLING)}">${BILLING_WORDS[language].title}</a>
      </p>`;
