/** The ways to all invoices, and to the billing details for those who may keep some. */
import { html } from "hono/html";
import { BILLING_WRITERS, reachOf, type Principal } from "../../domain/access.ts";
import type { Language } from "../../domain/region/contacts.ts";
import type { Html } from "../page.ts";
import { pathOf } from "../settlement/seat.ts";
import { INVOICES } from "./invoiceList.ts";
import { BILLING } from "./routes.ts";
import { BILLING_WORDS } from "./words/index.ts";

export const billingLink = (person: Principal, region: string, language: Language): Html =>
  html`<p class="actions screen-only">
    <a class="button quiet" href="${pathOf(region, INVOICES)}">${BILLING_WORDS[language].register.title}</a>
    ${
      reachOf(person, region, BILLING_WRITERS).kind === "none"
        ? ""
        : html`<a class="button quiet" href="${pathOf(region, BILLING)}">${BILLING_WORDS[language].title}</a>`
    }
  </p>`;
