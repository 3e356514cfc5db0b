/**
 * `/abrechnung`: tickets, work list, periods and the year. GET and HEAD read and nothing else; a change is a POST that passes the
 * gate. Works without JavaScript.
 */
import { Hono, type Context } from "hono";
import { html } from "hono/html";
import { FINANCE_READERS, reachOf, WEIGHING_WRITERS, type Principal } from "../../domain/access.ts";
import { allItems } from "../../functions/usecases/records/allItems.ts";
import { REGIONS_PK } from "../../functions/usecases/records/keys.ts";
import { formGate } from "../approval/gate.ts";
import { addInvoiceList } from "../billing/invoiceList.ts";
import { addBilling, BILLING } from "../billing/routes.ts";
import { BILLING_STYLE } from "../billing/style.ts";
import { COUNTY_STYLE } from "../county/style.ts";
import { HELP } from "../help/targets.ts";
import { hereOf, languageOf } from "../language/choose.ts";
import { failedPage } from "../failedPage.ts";
import { createPage, type PageParts } from "../page.ts";
import { addActions } from "./actions.ts";
import { addPages } from "./pages.ts";
import { addQuestions } from "./questionPage.ts";
import { account, pathOf, ROOT, type Seated, type SettlementPorts } from "./seat.ts";
import { addTicketPages, TICKET_STYLE } from "./ticketPage.ts";
import { settlementSpeech, type SettlementSpeech } from "./words/index.ts";

export interface SettlementOptions {
  readonly ports: SettlementPorts;
  readonly log: SettlementPorts["log"];
  /** Tokens and base of the house's style. */
  readonly look: string;
  /** Under which people reach the pages. */
  readonly origin: string;
  readonly principal: (c: Context) => Promise<Principal | undefined>;
}

const TRANSPORT_SECURITY = { "strict-transport-security": "max-age=31536000; includeSubDomains" };
const CLOSERS = ["finance", "admin"] as const;

/** The form of a question lies where its page does. */
const isQuestion = ({ req }: Context): boolean => req.path.startsWith(`${ROOT}/frage/`);

export function settlementPages({ ports, log, look, origin, principal }: SettlementOptions): Hono {
  const app = new Hono();
  const page = createPage(look + COUNTY_STYLE + BILLING_STYLE + TICKET_STYLE);
  const gate = formGate(() => ports.secrets.key("forms"), origin);
  const spoken = (c: Context): SettlementSpeech => settlementSpeech(languageOf(c, origin));
  const show = async (c: Context, parts: PageParts, status = 200): Promise<Response> => {
    // What a form led to cannot be asked for again: its other languages lie where the form does.
    const own = c.req.path.includes(`/${BILLING}`) || isQuestion(c) ? c.req.path : pathOf(c.req.param("region") ?? "");
    const path = c.req.method === "POST" ? own : hereOf(c.req.url);
    const { headers, body } = await page({ help: HELP.settlement, ...parts }, { language: spoken(c).language, path });
    const all = { ...headers, "x-frame-options": "DENY", "x-robots-tag": "noindex, nofollow" };
    return c.body(body, status as 200, { ...all, ...(origin.startsWith("https:") ? TRANSPORT_SECURITY : {}) });
  };
  const told = (c: Context, kind: "forbidden" | "unknown", person: Principal): Promise<Response> => {
    const speech = spoken(c);
    const { empty, title } = speech.words;
    const back = kind === "unknown" ? html`<p><a class="button" href="${ROOT}">${empty.back}</a></p>` : "";
    const main = html`<h1>${empty[kind]}</h1>
      <p class="lead">${empty[`${kind}Lead`]}</p>
      ${back}`;
    return show(c, { title, main, aside: account(person, speech) }, kind === "forbidden" ? 403 : 404);
  };
  const signIn = (c: Context): Response => {
    const url = new URL(c.req.url);
    return c.redirect(`/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`, 303);
  };
  const readable = async (person: Principal) => {
    const items = await allItems(ports.store, { pk: REGIONS_PK });
    return items
      .map(({ sk: id, data }) => ({
        ...{ id, name: (data as { readonly name: string }).name, reach: reachOf(person, id, FINANCE_READERS) },
      }))
      .filter(({ reach }) => reach.kind !== "none");
  };

  const seated: Seated = (use) => async (c) => {
    const person = await principal(c);
    if (person === undefined) return signIn(c);
    const regions = await readable(person);
    if (regions.length === 0) return told(c, "forbidden", person);
    const found = regions.find(({ id }) => id === c.req.param("region"));
    if (found === undefined) return told(c, "unknown", person);
    const { reach, ...region } = found;
    const speech = spoken(c);
    const about = `settlement ${region.id} ${person.subject}`;
    const whole = (roles: Parameters<typeof reachOf>[2]): boolean =>
      reachOf(person, region.id, roles).kind === "region";
    return use({
      ...{ c, person, speech, region, reach, gate, about, csrf: await gate.token(c, about) },
      ...{ works: whole(WEIGHING_WRITERS), closes: whole(CLOSERS) },
      show: ({ main, title, ...more }, status) => {
        const trail = html`${speech.words.trail} · ${region.name}`;
        const parts = { title: `${title}, ${region.name}`, main, trail, aside: account(person, speech), ...more };
        return show(c, parts, status);
      },
      leave: (to) => c.redirect(pathOf(region.id, to).replace("/?", "?"), 303),
      unknown: () => told(c, "unknown", person),
    });
  };

  app.get(ROOT, async (c) => {
    const person = await principal(c);
    if (person === undefined) return signIn(c);
    const [first] = await readable(person);
    return first === undefined
      ? told(c, "forbidden", person)
      : c.redirect(pathOf(c.req.query("region") ?? first.id), 303);
  });
  addQuestions(app, { ports, gate, spoken, show });
  addPages(app, ports, seated);
  addActions(app, ports, seated);
  addTicketPages(app, ports, seated);
  addBilling(app, ports, seated);
  addInvoiceList(app, ports, seated);
  app.all(
    `${ROOT}/:region/*`,
    seated(({ unknown }) => unknown()),
  );
  app.all("*", (c) => c.redirect(ROOT, 303));

  app.onError((error, c) => {
    log.error("page", error);
    return show(c, failedPage(spoken(c).language), 500);
  });
  return app;
}
