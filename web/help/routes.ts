/** `/hilfe`: the handbook, one page a user. It reads files of its own alone and is open to everybody. */
import { Hono, type Context } from "hono";
import type { Ports } from "../../functions/usecases/ports.ts";
import { hereOf, languageOf } from "../language/choose.ts";
import { speechOf } from "../language/speech.ts";
import { failedPage } from "../failedPage.ts";
import { createPage, type PageParts } from "../page.ts";
import type { Handbook } from "./handbook.ts";
import { HELP_PATH } from "./markdown.ts";
import { chapterPage, missingPage, overviewPage, type HelpSpeech } from "./page.ts";
import { HELP_STYLE } from "./style.ts";
import { HELP_WORDS } from "./words/index.ts";

export interface HelpOptions {
  readonly handbook: Handbook;
  readonly log: Ports["log"];
  /** Tokens and base of the house's style. */
  readonly look: string;
  /** Under which people reach the pages. */
  readonly origin: string;
}

type Status = 200 | 404 | 500;
const TRANSPORT_SECURITY = { "strict-transport-security": "max-age=31536000; includeSubDomains" };
const PICTURE = {
  "content-type": "image/webp",
  "cache-control": "public, max-age=3600",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
};

export function helpPages({ handbook, log, look, origin }: HelpOptions): Hono {
  const app = new Hono({ strict: false });
  const page = createPage(look + HELP_STYLE);
  const secure = origin.startsWith("https:") ? TRANSPORT_SECURITY : {};
  const shown = async (c: Context, partsOf: (speech: HelpSpeech) => PageParts, status: Status = 200) => {
    const speech = speechOf(HELP_WORDS, languageOf(c, origin));
    const { headers, body } = await page(partsOf(speech), { language: speech.language, path: hereOf(c.req.url) });
    return c.body(body, status, { ...headers, ...secure });
  };
  const missing = (c: Context) => shown(c, (speech) => missingPage(handbook, speech), 404);

  app.get(HELP_PATH, (c) => shown(c, (speech) => overviewPage(handbook, speech)));

  app.get(`${HELP_PATH}/bilder/:file`, async (c) => {
    const picture = await handbook.picture(c.req.param("file"));
    return picture === undefined ? missing(c) : c.body(picture, 200, { ...PICTURE, ...secure });
  });

  app.get(`${HELP_PATH}/:page`, (c) => {
    const chapter = handbook.pages.get(c.req.param("page"));
    return chapter === undefined ? missing(c) : shown(c, (speech) => chapterPage(chapter, speech));
  });

  app.notFound(missing);

  app.onError((error, c) => {
    log.error("page", error);
    return shown(c, ({ language }) => failedPage(language), 500);
  });

  return app;
}
