/**
 * What everybody may read, signed in or not: `/oeffentlich`, `/offene-daten` with its files, and the pages that the law asks for.
 * Nothing here depends on who asks, and nothing is written.
 */
import { Hono, type Context } from "hono";
import { NO_OPERATOR, type Operator } from "../../domain/operator.ts";
import type { Home } from "../../domain/retention.ts";
import { ApiProblem } from "../../functions/usecases/apiProblem.ts";
import { catalogOf, type Described } from "../../functions/usecases/openData/catalog.ts";
import { FORMATS, openFiles } from "../../functions/usecases/openData/files.ts";
import type { PublicFigures } from "../../functions/usecases/openData/figures.ts";
import { jsonLd, rdfXml } from "../../functions/usecases/openData/graph.ts";
import type { PublicReader } from "../../functions/usecases/openData/readPublic.ts";
import { licenceOf } from "../../domain/operator.ts";
import type { Ports } from "../../functions/usecases/ports.ts";
import { HELP } from "../help/targets.ts";
import { hereOf, languageOf } from "../language/choose.ts";
import { speechOf } from "../language/speech.ts";
import { LEGAL_PAGES } from "../legal/pages.ts";
import { LEGAL_WORDS } from "../legal/words/index.ts";
import { failedPage } from "../failedPage.ts";
import { createPage, type PageParts } from "../page.ts";
import { answerFile, answerPreflight, CORS } from "./answerFile.ts";
import { dataPage } from "./dataPage.ts";
import { nothingPage, publicPage } from "./page.ts";
import { CATALOG_FILES, OPEN_DATA_PATH, PUBLIC_PATH } from "./paths.ts";
import { OPEN_STYLE } from "./style.ts";
import { OPEN_WORDS, type OpenSpeech } from "./words/index.ts";

export interface OpenOptions {
  readonly reader: PublicReader;
  readonly operator?: Operator;
  /** Which terms of retention the privacy page tells. */
  readonly home?: Home;
  readonly log: Ports["log"];
  /** Tokens and base of the house's style. */
  readonly look: string;
  /** Under which people reach the pages. */
  readonly origin: string;
}

type Status = 200 | 404 | 500;
const TRANSPORT_SECURITY = { "strict-transport-security": "max-age=31536000; includeSubDomains" };

export function openPages({ reader, operator = NO_OPERATOR, home = "machine", log, look, origin }: OpenOptions): Hono {
  const app = new Hono();
  const page = createPage(look + OPEN_STYLE);
  const secure = origin.startsWith("https:") ? TRANSPORT_SECURITY : {};
  const speechFor = (c: Context): OpenSpeech => speechOf(OPEN_WORDS, languageOf(c, origin));
  const shown = async (c: Context, { language }: OpenSpeech, parts: PageParts, status: Status = 200) => {
    const { headers, body } = await page(parts, { language, path: hereOf(c.req.url) });
    return c.body(body, status, { ...headers, ...secure });
  };
  const describe = (figures: PublicFigures): Described => {
    const publisher = operator.name ?? "";
    return { figures, files: openFiles(figures, { licence: licenceOf(operator), publisher }) };
  };
  const describeAll = async (): Promise<Described[]> => {
    const all: Described[] = [];
    for (const { id } of await reader.regions()) all.push(describe(await reader.figures(id)));
    return all;
  };

  app.get(PUBLIC_PATH, async (c) => {
    const speech = speechFor(c);
    const regions = await reader.regions();
    const asked = c.req.query("region") ?? regions[0]?.id;
    if (asked === undefined) return shown(c, speech, nothingPage("noRegion", speech));
    if (!regions.some(({ id }) => id === asked)) return shown(c, speech, nothingPage("unknown", speech), 404);
    const figures = await reader.figures(asked);
    const { baseTiles } = operator;
    const tiles = baseTiles === undefined ? {} : { tiles: tilesOf(baseTiles) };
    return shown(c, speech, {
      ...publicPage({ figures, regions, ...tiles }, speech),
      help: HELP.public,
    });
  });

  app.get(OPEN_DATA_PATH, async (c) => {
    const speech = speechFor(c);
    return shown(c, speech, { ...dataPage(await describeAll(), operator, speech), help: HELP.openData });
  });

  app.options(`${OPEN_DATA_PATH}/*`, answerPreflight);

  for (const [name, type] of Object.entries(CATALOG_FILES))
    app.get(`${OPEN_DATA_PATH}/${name}`, async (c) => {
      const regions = await describeAll();
      const catalog = catalogOf(regions, operator, { origin, path: OPEN_DATA_PATH });
      const body = name.endsWith(".rdf") ? rdfXml(catalog) : jsonLd(catalog);
      const changes = regions.map(({ figures }) => changedAt(figures)).filter((at) => at !== null);
      return answerFile(c, { body, type, fileName: name, changedAt: changes.sort().at(-1) ?? null });
    });

  app.get(`${OPEN_DATA_PATH}/:region/:file`, async (c) => {
    const regions = await reader.regions();
    const region = regions.find(({ id }) => id === c.req.param("region"));
    if (region === undefined) return noFile(c);
    const figures = await reader.figures(region.id);
    const file = describe(figures).files.find(({ name }) => name === c.req.param("file"));
    if (file === undefined) return noFile(c);
    const fileName = `${region.id}-${file.name}`;
    return answerFile(c, { body: file.body, type: FORMATS[file.format].type, fileName, changedAt: changedAt(figures) });
  });

  for (const { path, render } of LEGAL_PAGES)
    app.get(path, (c) => {
      const speech = speechFor(c);
      const legal = speechOf(LEGAL_WORDS, speech.language);
      return shown(c, speech, render({ operator, home }, legal));
    });

  app.notFound((c) => {
    const speech = speechFor(c);
    return shown(c, speech, nothingPage("unknown", speech), 404);
  });

  app.onError((error, c) => {
    if (error instanceof ApiProblem && error.status === 404) return noFile(c);
    log.error("page", error);
    const speech = speechFor(c);
    return shown(c, speech, failedPage(speech.language), 500);
  });

  return app;
}

function noFile(c: Context): Response {
  const body = JSON.stringify({ type: "about:blank", title: "Diese Datei gibt es hier nicht.", status: 404 });
  return c.body(body, 404, { ...CORS, "content-type": "application/problem+json", "cache-control": "no-store" });
}

/** The files change when a plan is published; points change between plans, which their entity tag says. */
const changedAt = ({ plans }: PublicFigures): string | null => plans[0]?.publishedAt ?? null;

function tilesOf({ url, attribution, maxZoom }: NonNullable<Operator["baseTiles"]>) {
  return { url, attribution, ...(maxZoom === undefined ? {} : { maxZoom }) };
}
