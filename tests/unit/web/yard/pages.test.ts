// The yard's pages as programs reach them: what opens, what is refused, what a page holds.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { replaceSticker } from "../../../../functions/usecases/stickers/stickers.ts";
import { FormBrowser, formsOf, type Shown } from "../../../support/formBrowser.ts";
import { yardSite, type YardSite } from "../../../support/yardSite.ts";

const YARD = "yard:tiny:99001001";
let site: YardSite;
beforeEach(async () => {
  site = await yardSite();
});
afterEach(() => site.close());

async function signedIn(...groups: readonly string[]): Promise<FormBrowser> {
  const browser = new FormBrowser(site.origin);
  browser.cookies.set("gv_session", (await site.session(...groups)).slice("gv_session=".length));
  return browser;
}

const reportForm = ({ body }: Shown) => formsOf(body).find(({ fields }) => fields.includes("fill"))!;
const json = { accept: "application/json" };

describe("under a sticker", () => {
  test("opening the page writes nothing, however often, and it is private", async () => {
    const path = await site.sticker("alt-mixed");
    const before = site.writes();
    for (const method of ["GET", "HEAD", "GET"]) {
      const browser = new FormBrowser(site.origin);
      const { status, headers } = await browser.get(path, method);
      await browser.get(`${path}/marke`, method);
      expect(status).toBe(200);
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      const policy = headers.get("content-security-policy")!;
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
    }
    expect(site.writes()).toBe(before);
  });

  test("a page has no script of its own, and asks nobody else for anything", async () => {
    const { body } = await new FormBrowser(site.origin).get(await site.sticker("alt-mixed"));
    expect(body.match(/<script[^>]*>/g)).toEqual([
      expect.stringMatching(/^<script src="\/m\/-\/form-[0-9a-f]{12}\.js" defer>$/),
    ]);
    expect(body).not.toMatch(/\son\w+=|style="|javascript:|https?:\/\//);
  });

  test("a report without scripts is kept and thanked for; sent twice it counts once", async () => {
    const browser = new FormBrowser(site.origin);
    const form = reportForm(await browser.get(await site.sticker("alt-mixed")));
    for (let i = 0; i < 2; i++) {
      const done = await browser.submit(form, { fill: "heap", contamination: "some" });
      expect([done.status, done.body.includes("Danke, die Meldung ist da.")]).toEqual([200, true]);
    }
    expect(await site.reports()).toMatchObject([
      { storageId: "alt-mixed", quarters: 5, heapBeside: true, contamination: "some", reportedBy: "Aufkleber" },
    ]);
  });

  test("nothing chosen is said, and what was chosen stays", async () => {
    const browser = new FormBrowser(site.origin);
    const form = reportForm(await browser.get(await site.sticker("alt-mixed")));
    const { status, body } = await browser.submit(form, { contamination: "much" });
    expect([status, body.includes("Bitte antippen, wie voll es ist.")]).toEqual([422, true]);
    expect(body).toMatch(/value="much"\s+id="contamination-much"\s+checked/);
    expect(await site.reports()).toEqual([]);
  });

  test("a form of someone else, of another sticker or without a token is refused", async () => {
    const path = await site.sticker("alt-mixed");
    const browser = new FormBrowser(site.origin);
    const { hidden } = reportForm(await browser.get(path));
    const other = reportForm(await browser.get(await site.sticker("alt-woody"))).hidden;
    const fields = { ...hidden, fill: "2" };
    const tries: [Record<string, string>, Record<string, string>][] = [
      [fields, { "sec-fetch-site": "cross-site" }],
      [fields, { origin: "https://evil.example" }],
      [{ ...fields, csrf: other["csrf"]! }, {}],
      [{ ...fields, csrf: "" }, {}],
    ];
    for (const [sent, headers] of tries) expect((await browser.post(path, sent, headers)).status).toBe(403);
    const stranger = new FormBrowser(site.origin);
    expect((await stranger.post(path, fields)).status).toBe(403);
    expect(await site.reports()).toEqual([]);
  });

  test("the script is told what it may forget, and what it must send again", async () => {
    const path = await site.sticker("alt-mixed");
    const browser = new FormBrowser(site.origin);
    const { csrf } = JSON.parse((await browser.get(`${path}/marke`)).body) as { csrf: string };
    const key = "a".repeat(32);
    const send = async (fields: Record<string, string>) => {
      const { status, body } = await browser.post(path, { csrf, key, ...fields }, json);
      return [status, (JSON.parse(body) as { status: string }).status];
    };
    expect(await send({ fill: "2" })).toEqual([200, "kept"]);
    expect(await send({ fill: "2" })).toEqual([200, "kept"]);
    expect(await send({ fill: "3" })).toEqual([422, "refused"]);
    expect(await send({ fill: "9", key: "b".repeat(32) })).toEqual([422, "refused"]);
    expect(await send({ fill: "2", csrf: "x" })).toEqual([403, "again"]);
    await replaceSticker(site.ports, { region: "tiny", storageId: "alt-mixed", by: "dora" });
    expect(await send({ fill: "2", key: "c".repeat(32) })).toEqual([410, "refused"]);
    expect((await browser.get(`${path}/marke`)).status).toBe(410);
    expect(await site.reports()).toHaveLength(1);
  });

  test.each([
    ["de", "Wie voll ist es?", "Bitte antippen, wie voll es ist."],
    ["fr", "Quel est le remplissage\u00a0?", "Merci d’indiquer le remplissage."],
    ["en", "How full is it?", "Please tap how full it is."],
  ])("the page speaks %s, and so does what is wrong", async (language, question, miss) => {
    const browser = new FormBrowser(site.origin, { "accept-language": language });
    const page = await browser.get(await site.sticker("alt-mixed"));
    expect(page.body).toContain(`<html lang="${language}">`);
    expect(page.body).toContain(question);
    expect((await browser.submit(reportForm(page), {})).body).toContain(miss);
  });

  test.each(["/m/x", "/m/tiny~alt-mixed~1~AAAAAAAAAAAAAAAAAAAAAA", "/m/", "/m/-/else.js"])(
    "%s is unknown",
    async (path) => {
      expect((await new FormBrowser(site.origin).get(path)).status).toBe(404);
    },
  );
});

describe("scripts", () => {
  test("the worker may look after both forms and is asked for anew; the page's script is kept for ever", async () => {
    const browser = new FormBrowser(site.origin);
    const { body } = await browser.get(await site.sticker("alt-mixed"));
    const worker = await browser.get("/m/-/worker.js");
    expect([worker.status, worker.headers.get("cache-control")]).toEqual([200, "no-cache"]);
    expect(worker.headers.get("service-worker-allowed")).toBe("/");
    const script = await browser.get(/src="([^"]+)"/.exec(body)![1]!);
    expect(script.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    for (const { headers } of [worker, script]) expect(headers.get("content-type")).toContain("text/javascript");
  });
});

describe("signed in", () => {
  test("without a session every page leads to the sign-in and back", async () => {
    const browser = new FormBrowser(site.origin);
    for (const path of ["/meldung", "/meldung/aufkleber", "/meldung/papier", "/meldung/tiny/alt-mixed"]) {
      const response = await fetch(site.origin + path, { redirect: "manual" });
      expect(response.headers.get("location")).toBe(`/sign-in?to=${encodeURIComponent(path)}`);
    }
    expect((await browser.get("/meldung/tiny/alt-mixed/marke")).status).toBe(401);
  });

  test("a yard sees and reports its own municipality's storages, and nothing of others", async () => {
    const browser = await signedIn(YARD);
    const { body } = await browser.get("/meldung");
    expect([...body.matchAll(/href="(\/meldung\/tiny\/[^"]+)"/g)].map(([, path]) => path)).toEqual([
      "/meldung/tiny/alt-mixed",
      "/meldung/tiny/alt-woody",
    ]);
    const form = reportForm(await browser.get("/meldung/tiny/alt-woody"));
    expect((await browser.submit(form, { fill: "1" })).body).toContain("von Yves Exemple");
    expect(await site.reports()).toMatchObject([
      { storageId: "alt-woody", channel: "form", reportedBy: "Yves Exemple" },
    ]);
    for (const path of ["/meldung/tiny/cron-mixed", "/meldung/tiny/none", "/meldung/other/alt-woody"]) {
      expect((await browser.get(path)).status).toBe(404);
      expect((await browser.post(path, { ...form.hidden, fill: "1" })).status).toBe(404);
    }
  });

  test("a mayor has nothing to report or to print", async () => {
    const browser = await signedIn("mayor:tiny:99001001");
    for (const path of ["/meldung", "/meldung/aufkleber", "/meldung/papier"])
      expect((await browser.get(path)).status).toBe(403);
    expect((await browser.get("/meldung/tiny/alt-mixed")).status).toBe(404);
  });

  test("sheets have the stickers and forms of one's own containers", async () => {
    const browser = await signedIn(YARD);
    const stickers = await browser.get("/meldung/aufkleber");
    expect(stickers.body.match(/class="qr"/g)).toHaveLength(2);
    const paper = await browser.get("/meldung/papier");
    expect(paper.body.match(/class="twin"/g)).toHaveLength(2);
    expect(
      (await (await signedIn("dispatcher:tiny")).get("/meldung/aufkleber")).body.match(/class="qr"/g),
    ).toHaveLength(5);
  });

  test("a sticker is replaced by our own form alone, and only of one's own containers", async () => {
    const old = await site.sticker("alt-mixed");
    const browser = await signedIn(YARD);
    const forms = formsOf((await browser.get("/meldung/aufkleber")).body).filter(({ hidden }) => "storage" in hidden);
    const form = forms.find(({ hidden }) => hidden["storage"] === "alt-mixed")!;
    expect((await browser.post(form.action, { ...form.hidden, csrf: "x" })).status).toBe(403);
    expect((await browser.post(form.action, { ...form.hidden, storage: "cron-mixed" })).status).toBe(404);
    expect((await browser.get(old)).status).toBe(200);
    expect((await browser.submit(form, {})).body).toContain("Der alte Aufkleber gilt nicht mehr.");
    expect((await browser.get(old)).status).toBe(410);
    expect((await browser.get(await site.sticker("alt-mixed"))).status).toBe(200);
  });
});
