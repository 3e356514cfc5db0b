// Forged, replayed, redirected and tampered requests, through the real gateway.
import { request } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyAgreement } from "../../../functions/usecases/agreements/verifyAgreement.ts";
import { ALTDORF, BERGHEIM, CRONAU } from "../../support/approval.ts";
import { approvalSite, whatCounts, type ApprovalSite } from "../../support/approvalSite.ts";
import { FormBrowser, formsOf, type FoundForm } from "../../support/formBrowser.ts";

let site: ApprovalSite;
let browser: FormBrowser;
beforeEach(async () => {
  site = await approvalSite();
  browser = new FormBrowser(site.origin);
});
afterEach(() => site.close());

const PATH = (): string => site.path(`mayor-${BERGHEIM}`);

/** The form of the second step, with the right code to fill in. */
async function secondStep(intent = "approve"): Promise<{ form: FoundForm; code: string }> {
  const [amount] = formsOf((await browser.get(PATH())).body);
  const step = await browser.submit(amount!, { amount: "250,50" }, ["intent", intent]);
  return { form: formsOf(step.body)[0]!, code: site.code(BERGHEIM) };
}

test("the way a mayor goes: amount, code, receipt, and its public page", async () => {
  const { form, code } = await secondStep();
  const done = await browser.submit(form, { code });
  expect([done.status, done.path]).toEqual([200, `${PATH()}#entscheiden`]);
  const [, verify] = /href="(\/pruefen\/[^"]+)"/.exec(done.body)!;
  const certificate = await new FormBrowser(site.origin).get(verify!);
  expect(certificate.body).toContain("Dieser Beleg ist echt.");
  expect(certificate.body).not.toMatch(/250,50|mayor-|10001002 Person/);
  for (const name of ["beleg.pdf", "beleg.json", "vereinbarung.pdf", "vereinbarung.json"])
    expect((await browser.get(`${PATH()}/${name}`)).status).toBe(200);
});

test("the files that were downloaded check offline, with the system's keys and nothing else", async () => {
  const { form, code } = await secondStep();
  await browser.submit(form, { code });
  const keys = { keys: (await site.ports.signer.publicKeys()).map((key) => ({ ...key })) };
  for (const name of ["vereinbarung.json", "beleg.json"]) {
    const { body } = await browser.get(`${PATH()}/${name}`);
    const { findings, kid, content } = await verifyAgreement(body, name, keys);
    expect(findings).toEqual([]);
    expect(kid).toBe(keys.keys[0]!.kid);
    expect(content.decisions).toHaveLength(1);
  }
});

test("a replayed POST decides nothing twice, and shows the receipt", async () => {
  const { form, code } = await secondStep();
  await browser.submit(form, { code });
  const before = await whatCounts(site);
  const again = await browser.submit(form, { code });
  expect(again.body).toContain("Entschieden wird nur einmal.");
  expect(again.body).toContain("Zugestimmt");
  expect(await whatCounts(site)).toEqual(before);
});

test("a double click and two tabs make one decision", async () => {
  const { form, code } = await secondStep();
  const answers = await Promise.all(Array.from({ length: 5 }, () => browser.submit(form, { code })));
  await site.idle();
  expect(answers.some(({ body }) => body.includes("Zugestimmt"))).toBe(true);
  expect((await site.logKinds()).filter((kind) => kind === "agreement.decided")).toHaveLength(1);
});

describe("nothing is decided by", () => {
  const unchanged = async (attack: () => Promise<unknown>): Promise<void> => {
    const before = await whatCounts(site);
    await attack();
    await site.idle();
    expect(await whatCounts(site)).toEqual(before);
  };

  test("a form on another site, however much it knows", async () => {
    const { form, code } = await secondStep();
    const fields = { ...form.hidden, code };
    await unchanged(async () => {
      for (const headers of [
        { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
        { "sec-fetch-site": "same-site", origin: "https://evil.example" },
        { "sec-fetch-site": "none" },
        { origin: `${site.origin}.evil.example` },
      ])
        expect((await browser.post(form.action, fields, headers)).status).toBe(403);
      // Without the browser's own cookie, as it comes from elsewhere.
      expect((await new FormBrowser(site.origin).post(form.action, fields)).status).toBe(403);
    });
  });

  test("the code of another person, browser or link", async () => {
    const { form } = await secondStep();
    const other = new FormBrowser(site.origin);
    const [amount] = formsOf((await other.get(site.path(`mayor-${CRONAU}`))).body);
    await other.submit(amount!, { amount: "149,50" });
    const foreign = site.code(CRONAU);
    await unchanged(async () => {
      if (foreign !== site.code(BERGHEIM)) expect((await browser.submit(form, { code: foreign })).status).toBe(422);
    });
    // The right code, in a browser that did not ask for it.
    const code = site.code(BERGHEIM);
    const [again] = formsOf((await other.get(PATH())).body);
    const fields = { ...again!.hidden, amount: "250,50", intent: "approve", code };
    await unchanged(async () => {
      expect((await other.post(`${PATH()}/entscheidung`, fields)).status).toBe(422);
    });
  });

  test("another amount, version or way in the second step", async () => {
    const { form, code } = await secondStep();
    await unchanged(async () => {
      for (const [change, status] of [
        [{ amount: "250,51" }, 422],
        [{ version: "2" }, 409],
        [{ version: "1e99" }, 409],
        [{ intent: "yes" }, 403],
      ] as const)
        expect((await browser.post(form.action, { ...form.hidden, code, ...change })).status).toBe(status);
    });
  });

  test("a rejection without a reason", async () => {
    const { form, code } = await secondStep("reject");
    await unchanged(async () => {
      const answer = await browser.submit(form, { code, text: "   " });
      expect(answer.status).toBe(422);
      expect(answer.body).toContain("Bitte begründen Sie die Ablehnung");
    });
  });

  test("the account of somebody else, and a forwarded mail shows but does not decide", async () => {
    for (const group of [
      "dispatcher:tiny",
      `mayor:tiny:${CRONAU}`,
      `finance:tiny:${BERGHEIM}`,
      "mayor:other:10001002",
    ]) {
      const reader = new FormBrowser(site.origin);
      reader.cookies.set("gv_session", await site.issuer.token({ groups: [group], name: "Jemand" }));
      const page = await reader.get(PATH());
      expect(page.body).toContain("Unser Anteil");
      const [amount] = formsOf(page.body);
      const fields = { ...amount!.hidden, amount: "250,50", intent: "approve" };
      await unchanged(async () => {
        expect((await reader.post(`${PATH()}/entscheidung`, fields)).status).toBe(422);
      });
    }
  });
});

test("the right account decides without a code", async () => {
  browser.cookies.set("gv_session", await site.issuer.token({ groups: [`mayor:tiny:${BERGHEIM}`], name: "Berta" }));
  const [amount] = formsOf((await browser.get(PATH())).body);
  const step = await browser.submit(amount!, { amount: "250.50 €" });
  expect(step.body).toContain("Angemeldet als");
  expect((await browser.submit(formsOf(step.body)[0]!, {})).body).toContain("Ihr Beleg");
});

test("above the limit a code is neither offered nor taken", async () => {
  const path = site.path(`mayor-${ALTDORF}`);
  const [amount] = formsOf((await browser.get(path)).body);
  const step = await browser.submit(amount!, { amount: "600,00" });
  expect(step.body).not.toContain("one-time-code");
  const answer = await browser.post(`${path}/entscheidung`, {
    ...amount!.hidden,
    amount: "600,00",
    intent: "approve",
    code: "123456",
  });
  expect(answer.status).toBe(422);
  expect(site.mails.filter(({ to }) => to[0]!.address.startsWith("code-"))).toHaveLength(0);
});

describe("links", () => {
  test("guessed, cut off, prolonged or in another case are all alike unknown", async () => {
    const path = PATH();
    const wrong = [
      path.slice(0, -1),
      `${path}A`,
      `/a/${"A".repeat(43)}`,
      "/a/../a/x",
      `/a/${encodeURIComponent("../x")}`,
    ];
    const answers = await Promise.all(wrong.map((one) => browser.get(one)));
    for (const { status } of answers) expect(status).toBe(404);
    expect(new Set(answers.slice(0, 3).map(({ body }) => body)).size).toBe(1);
  });

  test("the store knows none, and neither do the log and the audit log", async () => {
    const { form, code } = await secondStep();
    await browser.submit(form, { code });
    await site.idle();
    const secrets = site.mails.flatMap(({ text }) =>
      [...text.matchAll(/\/a\/([A-Za-z0-9_-]{43})/g)].map(([, one]) => one!),
    );
    expect(secrets.length).toBeGreaterThan(3);
    const { items } = await site.ports.store.query({ pk: "audit#tiny" });
    const written = JSON.stringify([site.logged, items]);
    for (const secret of [...secrets, site.code(BERGHEIM)]) expect(written).not.toContain(secret);
    expect(written).not.toMatch(/@example\.(org|com)/);
  });

  test("whose deadline has passed say so, and take nothing", async () => {
    const { form, code } = await secondStep();
    await site.advanceTo("2026-12-10T00:00:00+01:00");
    const page = await browser.get(PATH());
    expect(page.status).toBe(200);
    expect(formsOf(page.body)).toEqual([]);
    expect((await browser.submit(form, { code })).status).toBe(409);
    expect((await site.logKinds()).filter((kind) => kind === "agreement.decided")).toHaveLength(0);
  });

  test("of an old version say so, show what changed, and take nothing", async () => {
    const { form, code } = await secondStep();
    const path = PATH();
    await site.propose({ jointCostCents: 99_000, members: (await changedMembers()) as never });
    const page = await browser.get(path);
    expect(page.body).toContain("Diese Fassung gilt nicht mehr.");
    expect(page.body.replace(/\u00A0/g, " ")).toContain("Ihr Anteil war 250,50 € und ist jetzt 240,50 €.");
    const answer = await browser.submit(form, { code });
    expect(answer.status).toBe(409);
    expect((await site.logKinds()).filter((kind) => kind === "agreement.decided")).toHaveLength(0);
  });

  async function changedMembers(): Promise<unknown[]> {
    const { approvalAgreement } = await import("../../support/approval.ts");
    return approvalAgreement().members.map((one) => (one.ags === BERGHEIM ? { ...one, shareCents: 24_050 } : one));
  }
});

test("no host that a request names gets into a page, a redirect or a mail", async () => {
  const { hostname, port } = new URL(site.origin);
  const answer = await new Promise<{ headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const headers = { host: "evil.example", "x-forwarded-host": "evil.example", forwarded: "host=evil.example" };
    const asked = request({ hostname, port, path: PATH(), headers }, (response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => (body += chunk.toString()));
      response.on("end", () => resolve({ headers: response.headers, body }));
    });
    asked.on("error", reject);
    asked.end();
  });
  expect(JSON.stringify(answer)).not.toContain("evil.example");
  const { form, code } = await secondStep();
  const done = await browser.post(`${form.action.replace("#", "?to=//evil.example#")}`, {
    ...{ ...form.hidden, code, to: "https://evil.example", next: "//evil.example" },
  });
  expect(done.path.startsWith(PATH())).toBe(true);
  for (const { text, html } of site.mails) expect(text + (html ?? "")).not.toContain("evil.example");
});

test("what somebody asks reaches the dispatcher as text, one line of a header, and with its links broken", async () => {
  const [amount] = formsOf((await browser.get(PATH())).body);
  const step = await browser.submit(amount!, { amount: "250,50" }, ["intent", "ask"]);
  const evil = "Warum?\r\nBcc: all@example.net\r\n\r\n<script>alert(1)</script> https://evil.example/ \u202Egpj";
  const done = await browser.submit(formsOf(step.body)[0]!, { text: evil, code: site.code(BERGHEIM) });
  expect(done.body).toContain("Ihre Frage ist abgeschickt.");
  expect(done.body).not.toContain("<script>");
  const mail = site.mailsTo("dora").find(({ id }) => id.includes("question"))!;
  expect(mail.subject).not.toMatch(/[\p{Cc}]/u);
  expect(mail.text).toContain("> Bcc: all@example.net");
  expect(mail.html).not.toContain("<script>");
  expect(mail.text + mail.html!).not.toMatch(/https:\/\/evil|\u202E/);
});
