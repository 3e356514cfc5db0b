/**
 * `/disposition`: the board and the pages behind it. GET reads and nothing else; whatever changes the draft is one POST with the
 * form's token and the version that was looked at.
 */
import { Hono, type Context } from "hono";
import { html } from "hono/html";
import type { Principal } from "../../domain/access.ts";
import { isWeek } from "../../domain/week.ts";
import type { BoardActions, BoardAt, BoardOutcome, BoardView } from "../../functions/usecases/board/view.ts";
import type { Ports } from "../../functions/usecases/ports.ts";
import { formGate } from "../approval/gate.ts";
import { hereOf, languageOf } from "../language/choose.ts";
import { speechOf } from "../language/speech.ts";
import { failedPage } from "../failedPage.ts";
import { createPage, type Html, type PageParts } from "../page.ts";
import { PRIVATE } from "../private.ts";
import { SITE_WORDS } from "../words/index.ts";
import { BOARD_PATH, boardAddress, PAGES } from "./address.ts";
import { isRunning } from "./bar.ts";
import { BOARD_SCRIPT } from "./clientFiles.ts";
import { readOrder, type BoardOrder } from "./command.ts";
import { comparePage } from "./comparePage.ts";
import { discardPage, publishPage } from "./confirmPages.ts";
import { emptyPage } from "./emptyPage.ts";
import { findLoad } from "./findLoad.ts";
import { boardPage } from "./page.ts";
import { saidPrice } from "./prices.ts";
import { changeText, hindranceText } from "./sentences.ts";
import { stopPage } from "./stopPage.ts";
import { BOARD_STYLE } from "./style.ts";
import { targetsOf } from "./targets.ts";
import { namesOf, type BoardChoice, type BoardContext, type Notice } from "./view.ts";
import { BOARD_WORDS, type BoardSpeech } from "./words/index.ts";

export interface BoardOptions {
  /** Loaded when somebody who may see it asks: whoever must sign in first need not wait for it. */
  readonly actions: () => Promise<BoardActions>;
  /** Under which the tokens of forms are made. */
  readonly formKey: () => Promise<Uint8Array>;
  readonly log: Ports["log"];
  /** Tokens and base of the house's style. */
  readonly look: string;
  /** Under which people reach the pages. */
  readonly origin: string;
  /** Who is signed in here. */
  readonly principal: (c: Context) => Promise<Principal | undefined>;
}

const TRANSPORT_SECURITY = { "strict-transport-security": "max-age=31536000; includeSubDomains" };

/** Somebody who may see the board that was asked for. */
interface Reached extends BoardChoice {
  readonly reader: Principal;
  readonly use: BoardActions;
  readonly at: BoardAt;
}

interface Opened extends Reached {
  readonly view: BoardView;
}

export function boardPages({ actions, formKey, log, look, origin, principal }: BoardOptions): Hono {
  const app = new Hono();
  const page = createPage(look + BOARD_STYLE);
  const gate = formGate(formKey, origin);
  const more = { ...PRIVATE, ...(origin.startsWith("https:") ? TRANSPORT_SECURITY : {}) };
  const spoken = (c: Context): BoardSpeech => speechOf(BOARD_WORDS, languageOf(c, origin));
  const shown = async (c: Context, parts: PageParts, status = 200) => {
    const { language } = spoken(c);
    const { headers, body } = await page(parts, { language, path: hereOf(c.req.url) });
    return c.body(withoutIndents(body), status as 200, { ...headers, ...more });
  };
  const json = (c: Context, body: object, status = 200) => c.json(body, status as 200, more);

  app.get(BOARD_SCRIPT.path, (c) => c.body(BOARD_SCRIPT.body, 200, BOARD_SCRIPT.headers));

  app.get(BOARD_PATH, async (c) => {
    const opened = await open(c);
    if (opened instanceof Response) return opened;
    return board(c, opened, opened.view);
  });

  app.get(BOARD_PATH + PAGES.stop, async (c) => {
    const opened = await open(c);
    if (opened instanceof Response) return opened;
    const context = await contextOf(c, opened, opened.view);
    const ref = c.req.query("ladung") ?? "";
    const found = findLoad(context, ref);
    if (found === undefined) return shown(c, emptyPage("gone", context.speech, context.aside), 404);
    return shown(c, stopPage(context, ref, found, await targetsOf(opened.use, opened.view, ref)));
  });

  for (const [path, draw] of [
    [PAGES.compare, comparePage],
    [PAGES.publish, publishPage],
    [PAGES.discard, discardPage],
  ] as const)
    app.get(BOARD_PATH + path, async (c) => {
      const opened = await open(c);
      if (opened instanceof Response) return opened;
      return shown(c, draw(await contextOf(c, opened, opened.view)));
    });

  // Without the view, which a price does not need.
  app.get(BOARD_PATH + PAGES.price, async (c) => {
    const opened = await reach(c);
    if (opened instanceof Response) return json(c, { kind: "closed" }, opened.status === 302 ? 401 : opened.status);
    const order = readOrder(c.req.query("befehl"));
    if (order === undefined || !("stop" in order)) return json(c, { kind: "unknown" }, 400);
    const price = await opened.use.price(opened.at, versionOf(c.req.query("fassung")), order);
    if (price.kind === "price") return json(c, { kind: "price", ...saidPrice(price, spoken(c)) });
    if (price.kind === "problem")
      return json(c, { kind: "problem", problems: price.problems.map((one) => hindranceText(one, spoken(c))) });
    return json(c, { kind: "conflict", text: spoken(c).words.price.stale });
  });

  /** What an open page asks every few seconds. */
  app.get(BOARD_PATH + PAGES.state, async (c) => {
    const opened = await open(c);
    if (opened instanceof Response) return json(c, { kind: "closed" }, opened.status === 302 ? 401 : opened.status);
    const { version, changed, optimizing, publishing } = opened.view;
    return json(c, {
      version,
      by: changed === null ? "" : changeText(changed, spoken(c)).who,
      work: [optimizing, publishing].map((one) => (one === null ? "" : `${one.state} ${one.part}`)).join(" "),
      running: isRunning(opened.view),
    });
  });

  app.post(BOARD_PATH, async (c) => {
    const opened = await open(c);
    if (opened instanceof Response) return opened;
    const posted = await gate.read(c, about(opened));
    if (posted.kind !== "form" || !("fields" in posted)) {
      const kind = posted.kind === "form" ? "unknownCommand" : posted.kind;
      return board(c, opened, opened.view, { kind }, 403);
    }
    const { fields } = posted;
    const order = readOrder(fields.get("befehl"));
    if (order === undefined) return board(c, opened, opened.view, { kind: "unknownCommand" }, 400);
    const outcome = await done(opened, versionOf(fields.get("fassung")), order);
    const day = dayOf(fields.get("tag"), opened.view);
    if (outcome.kind === "done") {
      for (const [name, value] of Object.entries(more)) c.header(name, value);
      return c.redirect(boardAddress(opened.at, "board", day === undefined ? {} : { tag: day }), 303);
    }
    if (outcome.kind === "conflict") {
      const again = REPEATED.has(order.kind) ? order : undefined;
      const conflict = { changed: outcome.changed, ...(again === undefined ? {} : { again }) };
      return board(c, opened, outcome.view, { kind: "conflict", ...conflict }, 409, day);
    }
    const view = (await opened.use.view(opened.at)) ?? opened.view;
    return board(c, opened, view, { kind: "problem", problems: outcome.problems }, 422, day);
  });

  app.notFound((c) => {
    const speech = spoken(c);
    return shown(c, emptyPage("unknown", speech, html``), 404);
  });

  app.onError((error, c) => {
    log.error("page", error);
    return shown(c, failedPage(spoken(c).language), 500);
  });

  const empty = (c: Context, reader: Principal, kind: Parameters<typeof emptyPage>[0], status: number) => {
    const speech = spoken(c);
    return shown(c, emptyPage(kind, speech, session(reader, speech)), status);
  };

  async function open(c: Context): Promise<Opened | Response> {
    const reached = await reach(c);
    if (reached instanceof Response) return reached;
    const view = await reached.use.view(reached.at);
    return view === undefined ? empty(c, reached.reader, "unknown", 404) : { ...reached, view };
  }

  /** The board that an address names, for whoever may see it; or the answer to whoever may not. */
  async function reach(c: Context): Promise<Reached | Response> {
    const reader = await principal(c);
    // Relative, it would lead back to the page of signing in. A form's answer cannot be asked for again.
    const back = c.req.method === "GET" ? c.req.path + new URL(c.req.url).search : BOARD_PATH;
    if (reader === undefined) return c.redirect(`/sign-in?to=${encodeURIComponent(back)}`);
    const use = await actions();
    const regions = await use.regions(reader);
    const asked = c.req.query("region");
    const region = asked === undefined ? regions[0] : regions.find(({ id }) => id === asked);
    if (regions.length === 0) return empty(c, reader, "forbidden", 403);
    if (region === undefined) return empty(c, reader, "unknown", 404);
    const weeks = await use.weeks(region.id);
    const week = c.req.query("woche") ?? weeks[0];
    if (week === undefined) return empty(c, reader, "noWeek", 200);
    if (!isWeek(week) || !weeks.includes(week)) return empty(c, reader, "unknown", 404);
    return { reader, use, at: { region: region.id, week }, regions, weeks };
  }

  async function contextOf(c: Context, opened: Opened, view: BoardView): Promise<BoardContext> {
    const speech = spoken(c);
    const csrf = await gate.token(c, about(opened));
    return { view, names: namesOf(view), speech, csrf, aside: session(opened.reader, speech) };
  }

  async function board(
    c: Context,
    opened: Opened,
    view: BoardView,
    notice?: Notice,
    status = 200,
    day = dayOf(c.req.query("tag"), view),
  ): Promise<Response> {
    const { regions, weeks } = opened;
    const whole = { ...(await contextOf(c, opened, view)), regions, weeks, day, notice };
    return shown(c, boardPage(whole), status);
  }

  return app;
}

/** What is offered to be done all the same after somebody else was faster; the others are looked at anew. */
const REPEATED: ReadonlySet<BoardOrder["kind"]> = new Set([
  ...(["move", "remove", "lock", "unlock", "lockTour", "unlockTour", "optimize"] as const),
]);

function done({ use, at, reader: { name } }: Opened, version: number, order: BoardOrder): Promise<BoardOutcome> {
  switch (order.kind) {
    case "optimize":
      return use.optimize(at, version, name);
    case "stop":
      return use.stopOptimizing(at, name);
    case "publish":
      return use.publish(at, version, name);
    case "discard":
      return use.discard(at, version, name);
    default:
      return use.change(at, version, order, name);
  }
}

/** Of a hundred cards they are a third of the page. The head stays as it is: the policy knows its style by a hash. */
function withoutIndents(body: string): string {
  const start = body.indexOf("<main");
  return body.slice(0, start) + body.slice(start).replace(/\n\s+/g, "\n");
}

/** A token is for one person's forms of one board. */
const about = ({ at, reader }: Opened): string => `board ${at.region} ${at.week} ${reader.subject}`;

/** What is no version is none that a draft ever has. */
const versionOf = (text: string | null | undefined): number => (/^\d{1,15}$/.test(text ?? "") ? Number(text) : -1);

const dayOf = (text: string | null | undefined, { days }: BoardView): string | undefined =>
  days.find((date) => date === text);

function session({ name }: Principal, { language }: BoardSpeech): Html {
  return html`<span>${name}</span>
    <form method="post" action="/sign-out">
      <button class="button quiet small">${SITE_WORDS[language].signOut}</button>
    </form>`;
}
