import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { smtpMailer } from "../../../../functions/adapters/smtp/smtpMailer.ts";
import { systemClock } from "../../../../functions/adapters/system/systemClock.ts";
import type { Mail } from "../../../../functions/ports/mailer.ts";
import { openMails } from "../../../../local/inbox/mails.ts";
import { inboxPages, MOUNT } from "../../../../local/inbox/pages.ts";
import { smtpInbox } from "../../../../local/inbox/smtp.ts";
import { gatewayOf, silentLog } from "../../../support/gateways.ts";

const MAIL: Mail = {
  id: "tiny-2026-W48-tours",
  to: [{ name: "Disposition", address: "dispo@altdorf.example" }],
  subject: "Touren für KW 48",
  text: "Zwei Touren, siehe Anhang.",
  html: '<p>Zwei <b>Touren</b></p><img src="https://tracker.example/x.png"><script>alert(1)</script>',
  attachments: [
    { fileName: "Tour „Süd“.pdf", contentType: "application/pdf", content: new Uint8Array([37, 80, 68, 70]) },
  ],
};

async function setUp(most?: number) {
  const folder = mkdtempSync(join(tmpdir(), "gruenverbund-inbox-"));
  const mails = await openMails(folder, most);
  const smtp = await smtpInbox(mails, systemClock, silentLog);
  const mailer = smtpMailer({
    host: "127.0.0.1",
    port: smtp.port,
    tls: "never",
    from: { name: "Grünverbund", address: "plan@gruenverbund.example" },
    domain: "gruenverbund.example",
  });
  const pages = inboxPages(mails, silentLog);
  const { url } = await gatewayOf([], { mounts: { [`${MOUNT}.json`]: pages, [MOUNT]: pages } });
  onTestFinished(async () => {
    mailer.close();
    await smtp.close();
    rmSync(folder, { recursive: true });
  });
  return { folder, mails, mailer, url };
}

test("a mail that was sent is listed, read and its attachment downloaded", async () => {
  const { mailer, url } = await setUp();
  expect(await mailer.send(MAIL)).toMatchObject({ kind: "sent" });
  const { mails } = (await (await fetch(`${url}${MOUNT}.json`)).json()) as { mails: Record<string, unknown>[] };
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({
    messageId: "<tiny-2026-W48-tours@gruenverbund.example>",
    from: '"Grünverbund" <plan@gruenverbund.example>',
    to: '"Disposition" <dispo@altdorf.example>',
    subject: "Touren für KW 48",
    hasHtml: true,
    attachments: [{ fileName: "Tour „Süd“.pdf", contentType: "application/pdf", bytes: 4 }],
  });
  const list = await (await fetch(`${url}${MOUNT}`)).text();
  expect(list).toContain("Touren für KW 48");
  const view = await fetch(`${url}${String(mails[0]!["url"])}`);
  expect(await view.text()).toContain('sandbox=""');
  const file = await fetch(`${url}${String(mails[0]!["url"])}/attachments/0`);
  expect(file.headers.get("content-disposition")).toContain("attachment; filename*=UTF-8''Tour%20");
  expect([...new Uint8Array(await file.arrayBuffer())]).toEqual([37, 80, 68, 70]);
});

test("the mail's own HTML can neither run nor load anything", async () => {
  const { mailer, mails, url } = await setUp();
  await mailer.send(MAIL);
  const response = await fetch(`${url}${MOUNT}/${mails.list()[0]!.id}/html`);
  const policy = response.headers.get("content-security-policy")!;
  expect(policy).toContain("sandbox;");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/script-src|https?:/);
});

test("an empty inbox says what will come", async () => {
  const { url } = await setUp();
  expect(await (await fetch(`${url}${MOUNT}`)).text()).toContain("Noch keine Mail.");
});

test("only the newest are kept, also after reopening, and none is lost", async () => {
  const { folder, mails, mailer } = await setUp(3);
  for (let k = 1; k <= 5; k++) await mailer.send({ ...MAIL, id: `m${k}`, subject: `Mail ${k}` });
  expect(mails.list().map(({ subject }) => subject)).toEqual(["Mail 5", "Mail 4", "Mail 3"]);
  expect(readdirSync(folder)).toHaveLength(6);
  const again = await openMails(folder, 3);
  expect(again.list()).toEqual(mails.list());
});

test("what is not there is said to be missing, and nothing can be written", async () => {
  const { url } = await setUp();
  expect((await fetch(`${url}${MOUNT}/000000000009`)).status).toBe(404);
  expect((await fetch(`${url}${MOUNT}/..%2f..%2fkeys`)).status).toBe(404);
  expect((await fetch(`${url}${MOUNT}`, { method: "POST" })).status).toBe(405);
});

test("names and subjects are shown as text", async () => {
  const { mailer, url, mails } = await setUp();
  await mailer.send({ ...MAIL, subject: "<script>alert(1)</script>" });
  const list = await (await fetch(`${url}${MOUNT}`)).text();
  expect(list).not.toContain("<script>");
  expect(await (await fetch(`${url}${MOUNT}/${mails.list()[0]!.id}`)).text()).not.toContain("<script>");
});
