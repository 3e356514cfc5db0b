/** The routes of what a yard has in all: its storages, their stickers, their paper forms. */
import type { Context, Hono } from "hono";
import { reachOf, type Principal } from "../../domain/access.ts";
import type { Gate } from "../approval/gate.ts";
import { REPORTERS } from "../home.ts";
import type { YardActions } from "./actions.ts";
import { leave, type Show } from "./answers.ts";
import { regionsOf, stickerPath } from "./door.ts";
import { accountLinks, listPage, toldPage, type Reached } from "./list.ts";
import { paperPage, stickerPage } from "./sheets.ts";
import type { YardSpeech } from "./view.ts";

export interface ListOptions {
  readonly actions: YardActions;
  readonly gate: Gate;
  readonly principal: (c: Context) => Promise<Principal | undefined>;
  readonly show: Show;
  readonly speechOf: (c: Context) => YardSpeech;
  readonly origin: string;
}

const STICKERS = "/meldung/aufkleber";
/** What the tokens of its forms are made for. */
const aboutStickers = ({ subject }: Principal): string => `stickers ${subject}`;

export function addLists(app: Hono, { actions, gate, principal, show, speechOf, origin }: ListOptions): void {
  const reached = async (person: Principal): Promise<Reached[]> => {
    const all = await Promise.all(
      regionsOf(person).map((region) => actions.reached(region, reachOf(person, region, REPORTERS))),
    );
    return all.filter((one) => one !== undefined);
  };

  /** Only for whoever reports somewhere. */
  const forReporters =
    (use: (c: Context, person: Principal, regions: readonly Reached[], speech: YardSpeech) => Promise<Response>) =>
    async (c: Context): Promise<Response> => {
      const person = await principal(c);
      const speech = speechOf(c);
      if (person === undefined) return leave(c, `/sign-in?to=${encodeURIComponent(c.req.path)}`);
      if (regionsOf(person).length > 0) return use(c, person, await reached(person), speech);
      return show(c, { ...toldPage(speech.words.list.notYours), aside: accountLinks(person, speech) }, 403);
    };

  app.get(
    "/meldung",
    forReporters((c, person, regions, speech) => show(c, listPage(regions, person, speech))),
  );

  app.get(
    STICKERS,
    forReporters(async (c, person, regions, speech) => {
      const storages = regions.flatMap((one) => one.storages);
      const tokens = await Promise.all(
        storages.map(
          async ({ region, id }) => [`${region} ${id}`, await actions.token({ region, storageId: id })] as const,
        ),
      );
      const paths = new Map(tokens.map(([place, token]) => [place, stickerPath(token)]));
      const sheet = {
        ...{ regions, principal: person, speech, replaced: c.req.query("ersetzt") },
        csrf: await gate.token(c, aboutStickers(person)),
        address: ({ region, id }: { region: string; id: string }) => `${origin}${paths.get(`${region} ${id}`)!}`,
      };
      return show(c, stickerPage(sheet));
    }),
  );

  app.get(
    "/meldung/papier",
    forReporters((c, principal, regions, speech) => show(c, paperPage({ regions, principal, speech }))),
  );

  app.post(
    STICKERS,
    forReporters(async (c, person, regions, { words }) => {
      const posted = await gate.read(c, aboutStickers(person));
      if (posted.kind !== "form" || !("fields" in posted))
        return show(c, toldPage({ head: words.stickers.title, text: words.problems[posted.kind] }), 403);
      const [region, storageId] = ["region", "storage"].map((name) => posted.fields.get(name) ?? "") as [
        string,
        string,
      ];
      const own = regions.some(({ storages }) => storages.some((one) => one.region === region && one.id === storageId));
      if (!own) return show(c, toldPage(words.unknown), 404);
      await actions.replace({ region, storageId, by: person.subject });
      return leave(c, `${STICKERS}?ersetzt=${storageId}`);
    }),
  );
}
