// Every state of every page in French and English: nothing of what the German page says is left in it.
import { expect, test } from "vitest";
import type { Language } from "../../../../domain/region/contacts.ts";
import type { RegionOverview } from "../../../../functions/usecases/weeks/overview.ts";
import { apiDocsPage } from "../../../../web/apiDocs.ts";
import { home } from "../../../../web/home.ts";
import { speechOf } from "../../../../web/language/speech.ts";
import { createPage, type PageParts } from "../../../../web/page.ts";
import { SITE_WORDS } from "../../../../web/words/index.ts";
import { openApi } from "../../../../functions/contract/openapi.ts";
import { helpStates } from "../../../support/helpStates.ts";
import { openStates } from "../../../support/openStates.ts";
import { everyState } from "../../../support/approvalStates.ts";
import { boardStates } from "../../../support/boardStates.ts";
import { yardStates } from "../../../support/yardStates.ts";

const render = createPage("");
const bodyOf = async (parts: PageParts, language: Language): Promise<string> =>
  (await render(parts, { language, path: "" })).body;

/** What a reader sees or hears: texts and labels, without what the page itself marks as German. */
function textsOf(body: string): string[] {
  const own = body.replace(/<style>[^]*?<\/style>/g, "").replace(/<(\w+)[^>]*\slang="de"[^>]*>[^]*?<\/\1>/g, "");
  const labels = [...own.matchAll(/(?:aria-label|alt)="([^"]*)"/g)].map(([, label]) => label!);
  const texts = own.split(/<[^>]+>/);
  return [...labels, ...texts]
    .map((one) =>
      one
        .replace(/[\s\u00A0\u202F]+/g, " ")
        .replaceAll("\u00AD", "")
        .replace(/ [–·] Grünverbund$/, "")
        .trim(),
    )
    .filter((one) => /\p{L}{2}/u.test(one));
}

/** Names, what people wrote, what machines read, and words that two languages share. */
const SAME = [
  /^(Altdorf|Bergheim|Cronau)\.?$/,
  /^(Anna|Berta|Carla|Doris|Zu teuer|Huh\?|Oh!)$/,
  /^Kreis( Beispiel)?$/,
  /^(Grünverbund|Deutsch|Français|English)$/,
  /^[0-9a-f]{64}$|^\d+ km$/,
  /^(, )?(Abrollkipper|Schubboden|Gliederzug|Bauhof|Sammelstelle|Wertstoff\w+|Kompost\w+) \w+( Ensdorf)?(, [\d,.]+ t)?$|^Landkreis Beispiel|^(Dora|Dieter)$|^km · [\d:]+ h ·$/,
  /^gruenverbund verify |^\/api\/|^plan\.json$|^(PDF|GPX|ICS)$/,
];
const mayBeSame = (text: string): boolean => SAME.some((pattern) => pattern.test(text));

/** German that no French or English sentence has. */
const GERMAN =
  /\b(der|das|und|nicht|ist|wird|für|mit|von|Sie|wir|Kommunen?|Anteil|Fassung|Frist|Beleg|Uhr|KW)\b|[äöüß]/i;

function overviews(): RegionOverview[] {
  const region = {
    ...{ id: "tiny", name: "Kreis Beispiel", municipalities: 2, points: 1, synthetic: null, horizonWeeks: 4 },
    progress: null,
  };
  const tour = {
    id: "t1",
    vehicleName: "W1",
    date: "2026-11-23",
    stops: 3,
    distanceMetres: 45_000,
    durationSeconds: 8000,
  };
  const summary = {
    ...{
      jointCostCents: 100_000,
      standAloneTotalCents: 120_000,
      savingCents: 20_000,
      tours: 1,
      pickups: 5,
      unserved: 1,
    },
  };
  const week = { region: "tiny", week: "2026-W48", status: "planned", failure: null, summary, tours: [tour] };
  const failed = { ...week, status: "failed", failure: { cause: "Es fehlt etwas.", action: "Bitte ergänzen." } };
  const step = (name: string, index: number) => ({
    name,
    state: index < 2 ? "done" : index === 2 ? "current" : "open",
  });
  const steps = ["forecast", "calibration", "flow", "coalitions", "routes", "split", "publish"].map(step);
  const even = { ...week, summary: { ...summary, savingCents: 0 } };
  const given = [
    { ...region, week: null },
    { ...region, week },
    { ...region, week: even },
    { ...region, week: { ...week, summary: null } },
    { ...region, week: failed },
    { ...region, week: { ...week, status: "planning" }, progress: { part: 0.4, steps } },
  ];
  return given as unknown as RegionOverview[];
}

function homes(language: Language): Record<string, PageParts> {
  const speech = speechOf(SITE_WORDS, language);
  const admin = { subject: "a", name: "Anna", grants: [{ role: "admin", region: "tiny" }] } as never;
  const other = { subject: "a", name: "Anna", grants: [] } as never;
  const rest = { inbox: "/postfach", refreshing: true, notice: speech.words.signInAborted };
  const regions = overviews();
  return {
    empty: home({ ...rest, regions: [], principal: undefined }, speech),
    many: home({ ...rest, regions, principal: undefined, refreshing: false }, speech),
    admin: home({ ...rest, regions, principal: admin }, speech),
    other: home({ ...rest, regions, principal: other }, speech),
    ...Object.fromEntries(
      regions.map((region, index) => [`one ${index}`, home({ ...rest, regions: [region], principal: admin }, speech)]),
    ),
    notFound: {
      title: speech.words.notFound.title,
      main: home({ ...rest, regions: [], principal: other }, speech).main,
    },
  };
}

const BOARDS = {
  ...{ de: await boardStates("de"), fr: await boardStates("fr"), en: await boardStates("en") },
};
const families: Readonly<Record<string, (language: Language) => Record<string, PageParts>>> = {
  approval: everyState,
  board: (language) => BOARDS[language],
  help: helpStates,
  home: homes,
  open: openStates,
  yard: yardStates,
};

test.each(
  Object.entries(families).flatMap(([family, statesOf]) =>
    (["fr", "en"] as const).flatMap((language) =>
      Object.keys(statesOf("de")).map((state): [Language, string, string] => [language, family, state]),
    ),
  ),
)("%s %s, %s: no text is the German one", async (language, family, state) => {
  const statesOf = families[family]!;
  const german = new Set(textsOf(await bodyOf(statesOf("de")[state]!, "de")));
  const body = await bodyOf(statesOf(language)[state]!, language);
  const texts = textsOf(body).filter((text) => !mayBeSame(text));
  expect(body).toContain(`<html lang="${language}">`);
  expect(texts.filter((text) => german.has(text))).toEqual([]);
  expect(texts.filter((text) => GERMAN.test(text))).toEqual([]);
  expect(texts.length).toBeGreaterThan(2);
});

test.each(["fr", "en"] as const)("the API's description in %s: what is German is marked as such", (language) => {
  const here = { language, path: "" };
  const german = new Set(textsOf(apiDocsPage(openApi(), { ...here, language: "de" })));
  const texts = textsOf(apiDocsPage(openApi(), here)).filter((text) => !mayBeSame(text));
  const words = texts.filter((text) => german.has(text) && / /.test(text) && !text.startsWith("{"));
  expect(words).toEqual([]);
});

test("words of one page have the same places in every language", () => {
  const shapeOf = (value: unknown): unknown =>
    typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shapeOf(one)]))
      : typeof value;
  expect(shapeOf(SITE_WORDS.fr)).toEqual(shapeOf(SITE_WORDS.de));
  expect(shapeOf(SITE_WORDS.en)).toEqual(shapeOf(SITE_WORDS.de));
});
