/** `/finanzen`: reads only, and works without JavaScript; region, week and prices stand in its address. */
import { Hono, type Context } from "hono";
import { html } from "hono/html";
import type { Principal } from "../../domain/access.ts";
import type { Ports } from "../../functions/usecases/ports.ts";
import { isWeek } from "../../domain/week.ts";
import { HELP } from "../help/targets.ts";
import { hereOf, languageOf } from "../language/choose.ts";
import { failedPage } from "../failedPage.ts";
import { createPage, type Html, type PageParts } from "../page.ts";
import { SITE_WORDS } from "../words/index.ts";
import { emptyPage, financePage } from "./page.ts";
import { FINANCE_STYLE } from "./style.ts";
import type { FinanceActions } from "./useCases.ts";
import { financeSpeech, type FinanceSpeech } from "./words/index.ts";

export interface FinanceOptions {
  /** Loaded when somebody who may see it asks: whoever must sign in first need not wait for it. */
  readonly actions: () => Promise<FinanceActions>;
  readonly log: Ports["log"];
  /** Tokens and base of the house's style. */
  readonly look: string;
  /** Under which people reach the pages. */
  readonly origin: string;
  /** Who is signed in here. */
  readonly principal: (c: Context) => Promise<Principal | undefined>;
}

type Status = 200 | 403 | 404 | 500;
const TRANSPORT_SECURITY = { "strict-transport-security": "max-age=31536000; includeSubDomains" };

export const FINANCE_PATH = "/finanzen";

export function financePages({ actions, log, look, origin, principal }: FinanceOptions): Hono {
  const app = new Hono();
  const page = createPage(look + FINANCE_STYLE);
  const shown = async (c: Context, { language }: FinanceSpeech, parts: PageParts, status: Status) => {
    const { headers, body } = await page({ help: HELP.finance, ...parts }, { language, path: hereOf(c.req.url) });
    return c.body(body, status, { ...headers, ...(origin.startsWith("https:") ? TRANSPORT_SECURITY : {}) });
  };

  app.get(FINANCE_PATH, async (c) => {
    const reader = await principal(c);
    // Relative, it would lead back to the page of signing in.
    const back = FINANCE_PATH + new URL(c.req.url).search;
    if (reader === undefined) return c.redirect(`/sign-in?to=${encodeURIComponent(back)}`);
    const speech = financeSpeech(languageOf(c, origin));
    const { parts, status } = await answer(c, reader, speech);
    return shown(c, speech, parts, status);
  });

  app.notFound((c) => {
    const speech = financeSpeech(languageOf(c, origin));
    return shown(c, speech, emptyPage("unknown", speech, html``), 404);
  });

  app.onError((error, c) => {
    log.error("page", error);
    const speech = financeSpeech(languageOf(c, origin));
    return shown(c, speech, failedPage(speech.language), 500);
  });

  async function answer(
    c: Context,
    reader: Principal,
    speech: FinanceSpeech,
  ): Promise<{ parts: PageParts; status: Status }> {
    const aside = session(reader, speech);
    const empty = (kind: Parameters<typeof emptyPage>[0], status: Status) => ({
      ...{ parts: emptyPage(kind, speech, aside), status },
    });
    const use = await actions();
    const regions = await use.regions(reader);
    const asked = c.req.query("region");
    const region = asked === undefined ? regions[0] : regions.find(({ id }) => id === asked);
    if (regions.length === 0) return empty("forbidden", 403);
    if (region === undefined) return empty("unknown", 404);
    const weeks = await use.weeks(region.id);
    const week = c.req.query("woche") ?? weeks[0];
    if (week === undefined) return empty("noWeek", 200);
    if (!isWeek(week) || !weeks.includes(week)) return empty("unknown", 404);
    const gate = percentOf(c.req.query("annahme"));
    const haulage = percentOf(c.req.query("transport"));
    const change = { gatePercent: gate.percent, haulagePercent: haulage.percent };
    const typed = { gate: gate.typed, haulage: haulage.typed, gateWrong: gate.wrong, haulageWrong: haulage.wrong };
    const read = await use.read({ region: region.id, week, reach: region.reach }, change);
    const settled = await use.settled(region.id, region.reach);
    return { parts: financePage({ ...read, settled, change, typed, regions, weeks }, speech, aside), status: 200 };
  }

  return app;
}

const LEAST = -90;
const MOST = 300;
const DEFAULT = "10";

/** A whole number of percent; what cannot be read is shown again and counts as no change. */
function percentOf(given: string | undefined): { percent: number; typed: string; wrong: boolean } {
  const typed = (given ?? DEFAULT).trim().slice(0, 5);
  const percent = /^[+\-−]?\d{1,3}$/.test(typed) ? Number(typed.replace("−", "-")) : Number.NaN;
  const wrong = !(percent >= LEAST && percent <= MOST);
  return { percent: wrong ? 0 : percent, typed, wrong };
}

function session({ name }: Principal, { language }: FinanceSpeech): Html {
  return html`<span>${name}</span>
    <form method="post" action="/sign-out">
      <button class="button quiet small">${SITE_WORDS[language].signOut}</button>
    </form>`;
}
