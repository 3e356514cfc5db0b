// In which language the approval's pages answer, and that reading in another changes nothing but a cookie.
import { Hono } from "hono";
import { expect, test } from "vitest";
import type { Language } from "../../../../domain/region/contacts.ts";
import { createPage } from "../../../../web/page.ts";
import { addApproval } from "../../../../web/approval/routes.ts";
import { notedActions, SECRET, SHARE } from "../../../support/approvalActions.ts";

const ORIGIN = "https://plan.example";
const path = `/a/${SECRET}`;

/** @param language of whoever was asked */
function site(language: Language) {
  const noted = notedActions();
  const papers: string[] = [];
  const speaking = <T extends { readonly kind: string }>(view: T): T =>
    view.kind === "known" ? { ...view, contact: { id: "m", name: "Berta Berger", language } } : view;
  const actions = {
    ...noted,
    read: async (secret: string) => speaking(await noted.read(secret)),
    paper: (...asked: Parameters<typeof noted.paper>) => {
      papers.push(`${asked[1]} ${asked[2]}`);
      return noted.paper(...asked);
    },
  };
  const app = new Hono();
  addApproval(app, {
    ...{ actions, page: createPage(""), origin: ORIGIN },
    formKey: () => Promise.resolve(new Uint8Array(32).fill(9)),
    principal: () => Promise.resolve(undefined),
  });
  const ask = async (target: string, headers: Record<string, string> = {}, init: RequestInit = {}) => {
    const answer = await app.request(target, { ...init, headers });
    const body = await answer.text();
    const cookies = answer.headers.getSetCookie();
    return { answer, body, cookies, language: /<html lang="(\w+)">/.exec(body)?.[1] };
  };
  return { ask, papers, calls: noted.calls };
}

test("the page speaks as whoever was asked, whatever the browser accepts, until another language is chosen", async () => {
  const { ask, calls } = site("fr");
  expect((await ask(path, { "accept-language": "en" })).language).toBe("fr");
  expect((await ask(path, { cookie: "lang=en" })).language).toBe("en");
  const chosen = await ask(`${path}?lang=de`, { cookie: "lang=en" });
  expect([chosen.language, chosen.answer.headers.get("content-language")]).toEqual(["de", "de"]);
  expect(chosen.cookies.filter((line) => line.startsWith("lang="))).toEqual([
    "lang=de; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=Lax",
  ]);
  expect(calls).toEqual([]);
});

test("what is for nobody in particular speaks as the browser does", async () => {
  const { ask } = site("fr");
  for (const target of ["/a/unknown", "/pruefen/tiny.1.c"]) {
    expect((await ask(target, { "accept-language": "en-GB, fr;q=0.8" })).language).toBe("en");
    expect((await ask(target)).language).toBe("de");
  }
});

test("what a form leads to keeps the language, and its way to another one leads to where the form is", async () => {
  const { ask } = site("de");
  const { body, cookies } = await ask(`${path}?lang=en`);
  const csrf = /name="csrf" value="([^"]+)"/.exec(body)![1]!;
  const headers = {
    ...{ origin: ORIGIN, "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" },
    cookie: cookies.map((line) => line.split(";")[0]).join("; "),
  };
  const post = (fields: Record<string, string>) =>
    ask(`${path}/weiter`, headers, { method: "POST", body: new URLSearchParams({ csrf, version: "1", ...fields }) });
  const wrong = await post({ amount: "1", intent: "approve" });
  expect([wrong.answer.status, wrong.language]).toEqual([422, "en"]);
  expect(wrong.body).toContain("That is not your municipality’s share in this proposal.");
  expect(wrong.body).toContain(`href="${path}?lang=fr"`);
  expect((await post({ amount: `€${SHARE.replace(",", ".")}`, intent: "approve" })).body).toContain("One-time code");
  const elsewhere = await ask(`${path}/weiter`, { ...headers, "sec-fetch-site": "cross-site" }, { method: "POST" });
  expect([elsewhere.answer.status, elsewhere.language]).toEqual([403, "en"]);
  expect(elsewhere.body).toContain("Nothing is decided.");
});

test("agreement and council paper are asked for in German, whatever the page speaks", async () => {
  const { ask, papers } = site("fr");
  await ask(`${path}/vereinbarung.pdf`, { cookie: "lang=en" });
  expect(papers).toEqual(["agreement de"]);
});

test("no address leads the choice of a language away from here", async () => {
  const { ask } = site("fr");
  for (const target of [
    `${path}?lang=//evil.example`,
    `//evil.example${path}`,
    `/a/%2F%2Fevil.example?to=//evil.example`,
  ])
    for (const [, href] of (await ask(target)).body.matchAll(/<a\s+href="([^"]*lang=[^"]*)"/g))
      expect(href).toMatch(/^\?/);
});
