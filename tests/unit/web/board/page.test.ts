// The board without a browser: who sees it, what it says in three languages, what a form may do, and what it costs to ask.
import { expect, test } from "vitest";
import { parseGrant } from "../../../../domain/access.ts";
import type { Language } from "../../../../domain/region/contacts.ts";
import { figuresOf } from "../../../../domain/language/figures.ts";
import { LOOK } from "../../../../planning/report/style/look.ts";
import { orderText, readOrder, type BoardOrder } from "../../../../web/board/command.ts";
import { boardPages } from "../../../../web/board/routes.ts";
import { createPage } from "../../../../web/page.ts";
import { boardDraft, type BoardDraft } from "../../../support/boardDraft.ts";
import { boardStates } from "../../../support/boardStates.ts";
import { silentLog } from "../../../support/servingGateway.ts";

const ORIGIN = "https://plan.example.org";
const BOARD = `${ORIGIN}/disposition?region=tiny&woche=2026-W48`;

function opened(draft: BoardDraft, groups: readonly string[] | null = ["dispatcher:tiny"]) {
  const grants = (groups ?? []).flatMap((one) => parseGrant(one) ?? []);
  const app = boardPages({
    actions: () => Promise.resolve(draft.actions),
    formKey: () => Promise.resolve(new Uint8Array(32)),
    ...{ log: silentLog, look: LOOK, origin: ORIGIN },
    principal: () => Promise.resolve(groups === null ? undefined : { subject: "dora", name: "Dora", grants }),
  });
  const jar = new Map<string, string>();
  const ask = async (address: string, init: RequestInit = {}) => {
    const cookie = [...jar].map((pair) => pair.join("=")).join("; ");
    const answer = await app.request(address, { ...init, headers: { ...init.headers, cookie } });
    for (const one of answer.headers.getSetCookie()) jar.set(...(one.split(";")[0]!.split("=") as [string, string]));
    return answer;
  };
  const post = async (fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const body = await (await ask(BOARD)).text();
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)![1]!;
    const own = { csrf: hidden("csrf"), fassung: hidden("fassung"), ...fields };
    const type = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin", ...headers };
    return ask(BOARD, { method: "POST", headers: type, body: new URLSearchParams(own).toString() });
  };
  return { ask, post };
}

test("whoever is not signed in signs in first and comes back to the same week", async () => {
  const answer = await opened(boardDraft(), null).ask(BOARD);
  expect([answer.status, answer.headers.get("location")]).toEqual([
    302,
    "/sign-in?to=%2Fdisposition%3Fregion%3Dtiny%26woche%3D2026-W48",
  ]);
});

test.each(["yard:tiny:99001001", "mayor:tiny:99001001", "finance:tiny"])(
  "%s is told whom the page is for",
  async (group) => {
    const answer = await opened(boardDraft(), [group]).ask(BOARD);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("Diese Seite ist für die Disposition.");
  },
);

test("another region, another week and a load that is gone are not there", async () => {
  const { ask } = opened(boardDraft());
  const at = "region=tiny&woche=2026-W48";
  for (const query of ["?region=other", "?woche=2026-W49", "?woche=x", `/ladung?${at}&ladung=nothing`, "/nirgends"])
    expect([query, (await ask(`${ORIGIN}/disposition${query}`)).status]).toEqual([query, 404]);
});

test("without a published week the page says how one comes about", async () => {
  const answer = await opened(boardDraft(0)).ask(`${ORIGIN}/disposition`);
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining("Noch kein Plan")]);
});

test("nothing of another origin runs, and nothing is kept", async () => {
  const answer = await opened(boardDraft()).ask(BOARD);
  const policy = answer.headers.get("content-security-policy")!;
  expect(policy).not.toContain("unsafe");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.text()).not.toMatch(/ style="| onclick=|src="http/);
});

test("a form changes the draft once and leads back to the board", async () => {
  const draft = boardDraft();
  const { post } = opened(draft);
  const answer = await post({ befehl: "remove|p3", tag: "2026-11-24" });
  expect([answer.status, answer.headers.get("location")]).toEqual([
    303,
    "/disposition?region=tiny&woche=2026-W48&tag=2026-11-24",
  ]);
  expect(draft.view().left.map(({ ref }) => ref)).toContain("p3");
  await post({ befehl: "undo" });
  expect(draft.view().left.map(({ ref }) => ref)).not.toContain("p3");
});

test.each([
  ["a wrong token", { csrf: "x" }, {}, 403],
  ["another site", {}, { "sec-fetch-site": "cross-site" }, 403],
  ["what is no command", { befehl: "remove" }, {}, 400],
  ["what is no form", {}, { "content-type": "application/json" }, 403],
])("%s changes nothing", async (_, fields, headers, status) => {
  const draft = boardDraft();
  const answer = await opened(draft).post({ befehl: "remove|p3", ...fields }, headers);
  expect([answer.status, draft.done]).toEqual([status, []]);
});

test("a change on an older draft is not made: who changed what, the fresh board, and the own command again", async () => {
  const draft = boardDraft();
  const at = { region: "tiny", week: "2026-W48" };
  await draft.actions.change(at, 1, { kind: "lock", stop: "p9" }, "Dieter");
  const { post } = opened(draft);
  const answer = await post({ befehl: "remove|p3", fassung: "1" });
  const body = await answer.text();
  expect(answer.status).toBe(409);
  expect(body).toMatch(/Dieter war schneller/);
  expect(body).toMatch(/value="remove\|p3"[^>]*data-key="again"/);
  expect(draft.done).toHaveLength(1);
  expect((await post({ befehl: "remove|p3" })).status).toBe(303);
});

test("a price is asked for by reading, and says what it breaks", async () => {
  const draft = boardDraft(7);
  const { ask } = opened(draft);
  const price = async (befehl: string, fassung = "1") =>
    (
      await ask(
        `${ORIGIN}/disposition/preis?${new URLSearchParams({ region: "tiny", woche: "2026-W48", befehl, fassung })}`,
      )
    ).json();
  // Seven loads are the most a tour takes; an eighth breaks that.
  expect(await price("move|p30|v0|2026-11-23|0")).toMatchObject({ kind: "price", breaks: "1 Verstoß" });
  expect(await price("remove|p30")).toMatchObject({ kind: "price", violations: [], sign: 1 });
  expect(await price("remove|p30", "7")).toMatchObject({ kind: "conflict" });
  expect(await price("optimize")).toEqual({ kind: "unknown" });
  expect(draft.done).toEqual([]);
});

test("an open page learns of changes by a small answer", async () => {
  const draft = boardDraft();
  const { ask } = opened(draft);
  const state = async () => (await ask(`${ORIGIN}/disposition/stand?region=tiny&woche=2026-W48`)).json();
  expect(await state()).toEqual({ version: 1, by: "", work: " ", running: false });
  await draft.actions.optimize({ region: "tiny", week: "2026-W48" }, 1, "Dora");
  expect(await state()).toMatchObject({ work: "running 0.4 ", running: true });
  expect(await (await opened(draft, null).ask(`${ORIGIN}/disposition/stand?region=tiny`)).json()).toEqual({
    kind: "closed",
  });
});

test.each<BoardOrder>([
  { kind: "move", stop: "a|b c", to: { vehicleId: "x-1", date: "2026-11-24", position: 3 } },
  { kind: "remove", stop: "ü%" },
  { kind: "lockTour", vehicleId: "v", date: "2026-11-24" },
  { kind: "undo" },
])("a command comes out of its button as it went in: %o", (order) => {
  expect(readOrder(orderText(order))).toEqual(order);
});

test.each(["", "move|a", "move|a|b|2026-11-24|x", "remove|%E0%A4%A", "undo|x", "drop|p1", "move|a|b|heute|1"])(
  "%o is no command",
  (text) => expect(readOrder(text)).toBeUndefined(),
);

const render = createPage("");

test.each(["de", "fr", "en"] as const)(
  "%s: every state is complete, and money is written as the language does",
  async (language: Language) => {
    const states = await boardStates(language);
    for (const [state, parts] of Object.entries(states)) {
      const { body } = await render(parts, { language, path: "" });
      expect([state, /undefined|NaN|\[object/.exec(body)]).toEqual([state, null]);
      expect(body).toContain(`<html lang="${language}">`);
      // Nothing on the page is in another language: no German sentence is left on the others.
      expect([
        state,
        new RegExp(` lang="(?!${language}")\\w+"`).exec(body.replace(/<nav class="languages"[^]*?<\/nav>/, "")),
      ]).toEqual([state, null]);
    }
    const view = boardDraft().view();
    const { body } = await render(states["untouched"]!, { language, path: "" });
    expect(body).toContain(figuresOf(language).money(view.objectiveCents));
    for (const tour of view.tours) expect(body).toContain(figuresOf(language).money(tour.costCents));
    expect(body.split('data-stop="').length - 1).toBe(102);
  },
);

test("a load says how full its storage is thought to be, and what to do where reports are in doubt", async () => {
  const said = {
    de: ["62\u00A0% (50–75\u00A0%)", "12,3\u00A0% bis So 29.11., wenn niemand leert", "Meldung fraglich"],
    en: ["62% (50–75%)", "if nobody empties it", "report doubtful"],
    fr: ["62\u00A0% (50–75\u00A0%)", "si personne ne vide", "relevé douteux"],
  };
  for (const [language, texts] of Object.entries(said)) {
    const { ask } = opened(boardDraft());
    const headers = { "accept-language": language };
    const page = await (
      await ask(`${ORIGIN}/disposition/ladung?region=tiny&woche=2026-W48&ladung=p0`, { headers })
    ).text();
    for (const text of texts) expect(page).toContain(text);
    expect(await (await ask(BOARD, { headers })).text()).toContain(texts[2]);
  }
});
