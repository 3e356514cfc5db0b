import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { createPage } from "../../../../web/page.ts";
import { addApproval } from "../../../../web/approval/routes.ts";
import { notedActions, SECRET, SHARE, type NotedActions } from "../../../support/approvalActions.ts";

const ORIGIN = "https://plan.example";
const path = `/a/${SECRET}`;

interface Site {
  readonly actions: NotedActions;
  get(path: string, headers?: Record<string, string>, method?: string): Promise<Response>;
  /** Posts a form as the browser would that was shown the page, but for what `change` says. */
  post(path: string, fields: Record<string, string>, change?: Record<string, string | undefined>): Promise<Response>;
}

async function site(origin = ORIGIN): Promise<Site> {
  const app = new Hono();
  const actions = notedActions();
  const formKey = () => Promise.resolve(new Uint8Array(32).fill(9));
  const principal = () => Promise.resolve(undefined);
  addApproval(app, { actions, page: createPage(""), formKey, origin, principal });
  const get: Site["get"] = async (at, headers = {}, method = "GET") => app.request(at, { method, headers });
  const page = await get(path);
  const cookie = page.headers.get("set-cookie")!.split(";")[0]!;
  const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())![1]!;
  return {
    actions,
    get,
    post: async (at, fields, change = {}) => {
      const headers: Record<string, string> = { "content-type": "application/x-www-form-urlencoded", cookie };
      for (const [name, value] of Object.entries({ "sec-fetch-site": "same-origin", origin, ...change }))
        if (value === undefined) delete headers[name];
        else headers[name] = value;
      const body = new URLSearchParams({ csrf, version: "1", ...fields }).toString();
      return app.request(at, { method: "POST", headers, body });
    },
  };
}

const APPROVE = { amount: SHARE, intent: "approve", code: "123456" };

describe("reading", () => {
  const PATHS = ["", "/vereinbarung.json", "/vereinbarung.pdf", "/beschlussvorlage.pdf", "/beleg.json", "/beleg.pdf"];

  test.each(["GET", "HEAD"])("%s calls nothing that could change something, however often", async (method) => {
    const { actions, get } = await site();
    for (let i = 0; i < 3; i++)
      for (const rest of [
        ...PATHS,
        "/weiter",
        "/entscheidung",
        "/frage",
        "?intent=approve&amount=250,50",
        "?schon=1&gefragt=1",
      ])
        await get(path + rest, {}, method);
    expect(actions.calls).toEqual([]);
  });

  test("is private: kept nowhere, told to nobody, shown in no frame", async () => {
    const { get } = await site();
    for (const at of [path, `${path}/vereinbarung.json`, `/a/${"x".repeat(43)}`, "/pruefen/tiny.1.c"]) {
      const { headers } = await get(at);
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'/);
    }
    const policy = (await get(path)).headers.get("content-security-policy");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).not.toMatch(/unsafe|script-src|https?:/);
  });

  test("the form's cookie is bound to this host over HTTPS, and to no script", async () => {
    const app = await site();
    const cookie = (await app.get(path)).headers.get("set-cookie")!;
    expect(cookie).toMatch(/^__Host-gv_form=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  test("an unknown link and one of another form look the same", async () => {
    const { get } = await site();
    const [a, b] = await Promise.all([get(`/a/${"x".repeat(43)}`), get("/a/x")]);
    expect([a.status, b.status]).toEqual([404, 404]);
    expect(await a.text()).toBe(await b.text());
  });
});

describe("deciding", () => {
  test("takes two steps, and leaves for the page itself", async () => {
    const { actions, post } = await site();
    const step = await post(`${path}/weiter`, { amount: SHARE, intent: "approve" });
    expect(step.status).toBe(200);
    expect(await step.text()).toContain('autocomplete="one-time-code"');
    const done = await post(`${path}/entscheidung`, APPROVE);
    expect([done.status, done.headers.get("location")]).toEqual([303, `${path}#entscheiden`]);
    expect(actions.calls.map((call) => call.split(" ")[0])).toEqual(["amount", "code", "decide"]);
  });

  test("sends no code before the amount is right, and says what was expected without the figure", async () => {
    const { actions, post } = await site();
    const answer = await post(`${path}/weiter`, { amount: "1,00", intent: "approve" });
    const form = /<form[^]*?<\/form>/.exec(await answer.text())![0];
    expect(answer.status).toBe(422);
    expect(form).toContain("Das ist nicht der Anteil Ihrer Kommune");
    expect(form).not.toMatch(/250[.,]50/);
    expect(actions.calls).toEqual([`amount ${SECRET}`]);
  });

  test.each<[string, Record<string, string | undefined>]>([
    ["another site's form", { "sec-fetch-site": "cross-site" }],
    ["a sibling's form", { "sec-fetch-site": "same-site" }],
    ["a form typed into the address bar", { "sec-fetch-site": "none" }],
    [
      "another origin, in a browser without fetch metadata",
      { "sec-fetch-site": undefined, origin: "https://evil.example" },
    ],
    ["another origin whose name begins like ours", { origin: `${ORIGIN}.evil.example` }],
    ["no cookie", { cookie: undefined }],
    ["somebody else's cookie", { cookie: `__Host-gv_form=${"z".repeat(43)}` }],
    ["a cookie without the prefix, as a neighbour could set it", { cookie: `gv_form=${"z".repeat(43)}` }],
    ["JSON", { "content-type": "application/json" }],
    ["text, which needs no preflight", { "content-type": "text/plain" }],
    ["parts, which need no preflight", { "content-type": "multipart/form-data; boundary=x" }],
  ])("is refused and calls nothing: %s", async (_, change) => {
    const { actions, post } = await site();
    for (const step of ["weiter", "entscheidung", "frage"]) {
      const answer = await post(`${path}/${step}`, { ...APPROVE, text: "x" }, change);
      expect(answer.status).toBe(403);
    }
    expect(actions.calls).toEqual([]);
  });

  test.each(["", "x", "c".repeat(43), "é"])("a forged token is refused: %j", async (csrf) => {
    const { actions, post } = await site();
    expect((await post(`${path}/entscheidung`, { ...APPROVE, csrf })).status).toBe(403);
    expect(actions.calls).toEqual([]);
  });

  test("the token of one link is none of another", async () => {
    const { actions, post } = await site();
    expect((await post(`/a/${"m".repeat(43)}/entscheidung`, APPROVE)).status).toBe(403);
    expect(actions.calls).toEqual([]);
  });

  test("our own form passes where the browser hides its origin", async () => {
    const { post } = await site();
    expect((await post(`${path}/entscheidung`, APPROVE, { origin: "null" })).status).toBe(303);
  });

  test("without saying which way nothing is decided", async () => {
    const { actions, post } = await site();
    for (const intent of ["", "yes", "APPROVE"])
      expect((await post(`${path}/entscheidung`, { ...APPROVE, intent })).status).toBe(403);
    expect(actions.calls).toEqual([]);
  });

  test("whatever host or address a request names, the way leads back to the page", async () => {
    const { post } = await site();
    const change = { host: "evil.example", "x-forwarded-host": "evil.example", forwarded: "host=evil.example" };
    const done = await post(
      `${path}/entscheidung?to=https://evil.example`,
      { ...APPROVE, to: "//evil.example" },
      change,
    );
    expect(done.headers.get("location")).toBe(`${path}#entscheiden`);
  });

  test("a very long form is not read", async () => {
    const { actions, post } = await site();
    expect((await post(`${path}/frage`, { amount: SHARE, text: "x".repeat(30_000) })).status).toBe(403);
    expect(actions.calls).toEqual([]);
  });
});
