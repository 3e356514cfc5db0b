/**
 * `/verwaltung`: for whoever administers a region. GET and HEAD read and nothing else; a change is a POST that passes the gate.
 * Works without JavaScript. Each part of the pages has a file of its own beside this one and is loaded when somebody asks for it.
 */
import { Hono, type Context } from "hono";
import { html } from "hono/html";
import type { Principal } from "../../domain/access.ts";
import { attention } from "../../functions/usecases/county/attention.ts";
import { administered, type CountyRegion } from "../../functions/usecases/county/regions.ts";
import { formGate } from "../approval/gate.ts";
import { hereOf, languageOf } from "../language/choose.ts";
import { speechOf } from "../language/speech.ts";
import { failedPage } from "../failedPage.ts";
import { createPage, type PageParts } from "../page.ts";
import { addAgreements } from "./agreementsRoutes.ts";
import { addAudit } from "./auditRoutes.ts";
import { COPY_SCRIPT, COPY_SCRIPT_PATH } from "./clientFiles.ts";
import { account, countyFrame } from "./frame.ts";
import { addKeys } from "./keysRoutes.ts";
import { addMaster } from "./master/routes.ts";
import { overviewPage } from "./overview.ts";
import { addPeople } from "./peopleRoutes.ts";
import { pathOf, ROOT, type CountyPorts, type ForAdmin } from "./seat.ts";
import { COUNTY_STYLE } from "./style.ts";
import { addWhatIf } from "./whatIf/routes.ts";
import { COUNTY_WORDS, type CountySpeech } from "./words/index.ts";
import { addYear } from "./year/routes.ts";

export interface CountyOptions {
  readonly ports: CountyPorts;
  /** Under which the tokens of forms are made. */
  readonly formKey: () => Promise<Uint8Array>;
  readonly log: CountyPorts["log"];
  /** Tokens and base of the house's style. */
  readonly look: string;
  /** Under which people reach the pages. */
  readonly origin: string;
  readonly principal: (c: Context) => Promise<Principal | undefined>;
}

const TRANSPORT_SECURITY = { "strict-transport-security": "max-age=31536000; includeSubDomains" };

export function countyPages({ ports, formKey, log, look, origin, principal }: CountyOptions): Hono {
  const app = new Hono();
  const page = createPage(look + COUNTY_STYLE);
  const gate = formGate(formKey, origin);
  const spoken = (c: Context): CountySpeech => speechOf(COUNTY_WORDS, languageOf(c, origin));
  const show = async (c: Context, parts: PageParts, status = 200): Promise<Response> => {
    // What a form led to cannot be asked for again: its other languages lie where the form does.
    const path = c.req.method === "POST" ? c.req.path : hereOf(c.req.url);
    const { headers, body } = await page(parts, { language: spoken(c).language, path });
    const all = { ...headers, "x-frame-options": "DENY", "x-robots-tag": "noindex, nofollow" };
    return c.body(body, status as 200, { ...all, ...(origin.startsWith("https:") ? TRANSPORT_SECURITY : {}) });
  };
  const told = (c: Context, kind: "forbidden" | "unknown", person: Principal): Promise<Response> => {
    const speech = spoken(c);
    const { head, lead } = speech.words[kind];
    const main = html`<h1>${head}</h1>
      <p class="lead">${lead}</p>
      ${kind === "forbidden" ? "" : html`<p><a class="button" href="${ROOT}">${speech.words.unknown.back}</a></p>`}`;
    return show(
      c,
      { title: speech.words.title, main, aside: account(person, speech) },
      kind === "forbidden" ? 403 : 404,
    );
  };
  const signIn = (c: Context): Response => {
    const url = new URL(c.req.url);
    return c.redirect(`/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`, 303);
  };

  const forAdmin: ForAdmin = (section, use) => async (c) => {
    const person = await principal(c);
    if (person === undefined) return signIn(c);
    const regions = await administered(ports.store, person);
    if (regions.length === 0) return told(c, "forbidden", person);
    const region = regions.find(({ id }) => id === c.req.param("region"));
    if (region === undefined) return told(c, "unknown", person);
    const speech = spoken(c);
    const about = `county ${region.id} ${person.subject}`;
    const at = { region, section, person, several: regions.length > 1 };
    return use({
      ...{ c, person, speech, region, gate, about, csrf: await gate.token(c, about) },
      show: (parts, status) => show(c, parts, status),
      leave: (to) => c.redirect(pathOf(region.id, to), 303),
      answer: ({ head, main, ...more }, status) =>
        show(c, { ...countyFrame(at, { head, main }, speech), ...more }, status),
      unknown: () => told(c, "unknown", person),
    });
  };

  app.get(COPY_SCRIPT_PATH, (c) => c.body(COPY_SCRIPT.body, 200, COPY_SCRIPT.headers));

  app.get(ROOT, async (c) => {
    const person = await principal(c);
    if (person === undefined) return signIn(c);
    const regions = await administered(ports.store, person);
    if (regions.length === 0) return told(c, "forbidden", person);
    if (regions.length === 1) return c.redirect(pathOf(regions[0]!.id), 303);
    return show(c, regionsPage(regions, person, spoken(c)));
  });

  app.get(
    `${ROOT}/:region`,
    forAdmin("uebersicht", async ({ region, speech, answer }) =>
      answer(overviewPage(region.id, await attention(ports, region.id), speech)),
    ),
  );

  addKeys(app, { ports, forAdmin });
  addAudit(app, { ports, forAdmin });
  addAgreements(app, { ports, forAdmin });
  addMaster(app, { ports, forAdmin });
  addWhatIf(app, { ports, forAdmin });
  addYear(app, { ports, forAdmin });
  addPeople(app, { ports, forAdmin });
  app.all(
    `${ROOT}/:region/*`,
    forAdmin("uebersicht", ({ unknown }) => unknown()),
  );
  app.all("*", (c) => c.redirect(ROOT, 303));

  app.onError((error, c) => {
    log.error("page", error);
    return show(c, failedPage(spoken(c).language), 500);
  });

  return app;
}

function regionsPage(regions: readonly CountyRegion[], person: Principal, speech: CountySpeech): PageParts {
  const { head, lead } = speech.words.regions;
  const main = html`<h1>${head}</h1>
    <p class="lead">${lead}</p>
    <ul class="cards">
      ${regions.map(
        ({ id, name }) =>
          html`<li>
            <a href="${pathOf(id)}"><strong>${name}</strong><span>${id}</span></a>
          </li>`,
      )}
    </ul>`;
  return { title: speech.words.title, main, aside: account(person, speech) };
}
