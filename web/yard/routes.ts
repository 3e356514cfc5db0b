/**
 * The yard's pages: `/m/{token}` under a sticker, `/meldung` for whoever signed in. GET and HEAD read and nothing else; a report is a
 * POST that passes the gate. Forms answer a browser with a page and the script with a word that it can act on.
 */
import { randomUUID } from "node:crypto";
import { Hono, type Context } from "hono";
import type { Principal } from "../../domain/access.ts";
import { Contamination } from "../../domain/region/reports.ts";
import type { Sight, StorageReported } from "../../functions/usecases/reports/reportStorage.ts";
import type { Ports } from "../../functions/usecases/ports.ts";
import { formGate } from "../approval/gate.ts";
import { HELP } from "../help/targets.ts";
import { hereOf, languageOf } from "../language/choose.ts";
import { speechOf } from "../language/speech.ts";
import { createPage, type PageParts, type RenderPage } from "../page.ts";
import { PRIVATE } from "../private.ts";
import { SITE_WORDS } from "../words/index.ts";
import type { YardActions } from "./actions.ts";
import { json, keepPrivate, leave, type Show } from "./answers.ts";
import { CLIENT_FILES } from "./clientFiles.ts";
import { signedInDoor, stickerDoor, type Door, type DoorOutcome } from "./door.ts";
import { storagePage } from "./form.ts";
import { addLists } from "./lists.ts";
import { accountLinks, toldPage } from "./list.ts";
import { postedReport } from "./posted.ts";
import { SHEET_STYLE } from "./sheetStyle.ts";
import { YARD_STYLE } from "./style.ts";
import type { Filled, YardSpeech } from "./view.ts";
import { FILLS, YARD_WORDS, type YardWords } from "./words/index.ts";

export interface YardOptions {
  readonly actions: YardActions;
  /** Under which the tokens of forms are made. */
  readonly formKey: () => Promise<Uint8Array>;
  /** Under which people reach the pages. */
  readonly origin: string;
  readonly principal: (c: Context) => Promise<Principal | undefined>;
  readonly log: Ports["log"];
  /** Tokens and base of the house's style. */
  readonly look: string;
}

const TRANSPORT_SECURITY = "max-age=31536000; includeSubDomains";

export function yardPages({ actions, formKey, origin, principal, log, look }: YardOptions): Hono {
  const app = new Hono();
  if (origin.startsWith("https:"))
    app.use(async (c, next) => {
      await next();
      c.res.headers.set("strict-transport-security", TRANSPORT_SECURITY);
    });
  const forms = createPage(look + YARD_STYLE);
  const sheets = createPage(look + YARD_STYLE + SHEET_STYLE);
  const gate = formGate(formKey, origin);
  const shownBy =
    (page: RenderPage): Show =>
    async (c, parts, status = 200) => {
      // What a form led to cannot be asked for again: its other languages lie where the form does.
      const path = c.req.method === "POST" ? c.req.path : hereOf(c.req.url);
      const { headers, body } = await page(
        { help: HELP.yardForm, ...parts },
        { language: languageOf(c, origin), path },
      );
      for (const [name, value] of Object.entries({ ...headers, ...PRIVATE })) c.header(name, value);
      return c.body(body, status as 200);
    };
  const show = shownBy(forms);
  const spoken = (c: Context): YardSpeech => speechOf(YARD_WORDS, languageOf(c, origin));

  for (const { path, body, headers } of CLIENT_FILES) app.get(path, (c) => c.body(body, 200, headers));

  /** The form of a door, from whichever side it is reached. */
  const addForm = (path: string, doorOf: (c: Context) => Promise<DoorOutcome>): void => {
    const formPage = async (c: Context, door: Door, filled: Filled = {}, miss?: string): Promise<PageParts> => {
      const { view, channel } = door;
      const speech = spoken(c);
      const form = { path: door.path, csrf: await gate.token(c, door.about), key: randomUUID(), filled, miss };
      const person = channel === "form" ? await principal(c) : undefined;
      const own = person === undefined ? {} : { list: "/meldung", aside: accountLinks(person, speech) };
      return storagePage({
        ...{ view, form, speech, sent: c.req.query("gemeldet"), ...own },
        photoRefused: c.req.query("foto") === "nein",
      });
    };

    app.get(path, async (c) => {
      const door = await doorOf(c);
      return door.kind === "open" ? show(c, await formPage(c, door)) : closed(c, door.kind);
    });

    app.get(`${path}/marke`, async (c) => {
      const door = await doorOf(c);
      if (door.kind !== "open") return closed(c, door.kind, true);
      return json(c, 200, { csrf: await gate.token(c, door.about) });
    });

    app.post(path, async (c) => {
      const asJson = wantsJson(c);
      const door = await doorOf(c);
      if (door.kind !== "open") return closed(c, door.kind, asJson);
      const { words } = spoken(c);
      const refuse = async (status: number, answer: "refused" | "again", cause: string, filled: Filled = {}) =>
        asJson ? json(c, status, { status: answer, cause }) : show(c, await formPage(c, door, filled, cause), status);
      const posted = await postedReport(gate, c, door.about);
      if (posted.kind !== "form" || !("fields" in posted))
        return refuse(403, posted.kind === "stale" ? "again" : "refused", words.problems[posted.kind]);
      const { fields, photo } = posted;
      const filled = filledOf(fields);
      const sight = sightOf(filled);
      if (sight === undefined) return refuse(422, "refused", words.problems.fill, filled);
      const { region, storageId, reach, sender, channel } = door;
      const report = { region, storageId, reach, sender, channel, idempotencyKey: fields.get("key") ?? "", sight };
      const reported = await actions.report({ ...report, photo, ...timesOf(fields) });
      if (reported.kind === "kept") {
        const { id, photoRefused } = reported;
        const lost = photoRefused !== undefined;
        if (!asJson) return leave(c, `${door.path}?gemeldet=${id}${lost ? "&foto=nein" : ""}`);
        return json(c, 200, { status: "kept", id, ...(lost ? { photo: "refused" } : {}) });
      }
      const busy = reported.kind === "busy";
      return refuse(busy ? 429 : 422, busy ? "again" : "refused", causeOf(reported, words), filled);
    });
  };

  const closed = (c: Context, kind: "unknown" | "withdrawn" | "signIn", asJson = false) => {
    const { words } = spoken(c);
    if (kind === "signIn")
      return asJson ? json(c, 401, { status: "signIn" }) : leave(c, `/sign-in?to=${encodeURIComponent(c.req.path)}`);
    const status = kind === "unknown" ? 404 : 410;
    // It will never be taken: the device need not keep it.
    if (asJson) return json(c, status, { status: "refused", cause: words[kind].head });
    return show(c, toldPage(words[kind]), status);
  };

  app.onError((error, c) => {
    log.error("page", error);
    const { head, lead } = SITE_WORDS[languageOf(c, origin)].failed;
    return show(c, toldPage({ head, text: lead }), 500);
  });

  addLists(app, { actions, gate, principal, show: shownBy(sheets), speechOf: spoken, origin });
  // Whoever scanned a sticker is not known; photos are for people who signed in and reach the storage.
  app.get("/meldung/:region/:storage/foto/:report", async (c) => {
    const { region, storage, report } = c.req.param();
    const door = await signedInDoor(actions, await principal(c), region, storage);
    if (door.kind !== "open") return closed(c, door.kind);
    const name = door.view.reports.find(({ id }) => id === report)?.photo;
    const photo = name === undefined ? undefined : await actions.photo(door.region, name);
    if (photo === undefined) return closed(c, "unknown");
    keepPrivate(c);
    c.header("content-type", "image/jpeg");
    c.header("content-security-policy", "default-src 'none'; sandbox");
    return c.body(new Uint8Array(photo));
  });

  addForm("/m/:token", (c) => stickerDoor(actions, c.req.param("token") ?? ""));
  addForm("/meldung/:region/:storage", async (c) =>
    signedInDoor(actions, await principal(c), c.req.param("region") ?? "", c.req.param("storage") ?? ""),
  );
  app.all("*", (c) => closed(c, "unknown"));
  return app;
}

const wantsJson = (c: Context): boolean => (c.req.header("accept") ?? "").includes("application/json");

function filledOf(fields: URLSearchParams): Filled {
  const contamination = Contamination.safeParse(fields.get("contamination"));
  return {
    fill: FILLS.find((one) => one === fields.get("fill")),
    contamination: contamination.success ? contamination.data : undefined,
  };
}

/** A heap beside it is one over the brim. */
function sightOf({ fill, contamination = "none" }: Filled): Sight | undefined {
  if (fill === undefined) return undefined;
  const heapBeside = fill === "heap";
  return { quarters: heapBeside ? 5 : Number(fill), contamination, heapBeside };
}

function timesOf(fields: URLSearchParams) {
  const [observedAt, sentAt] = ["observedAt", "sentAt"].map((name) => (fields.get(name) ?? "").slice(0, 40));
  return observedAt === undefined || sentAt === undefined || observedAt === "" || sentAt === ""
    ? {}
    : { times: { observedAt, sentAt } };
}

function causeOf(reported: Exclude<StorageReported, { kind: "kept" }>, { problems }: YardWords): string {
  return problems[reported.kind];
}
