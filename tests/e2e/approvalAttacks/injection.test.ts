// Names and comments that would be more than text: in mails as they came by SMTP, pages, papers and files.
import { afterEach, beforeEach, expect, test } from "vitest";
import { approvalAgreement, BERGHEIM, CRONAU } from "../../support/approval.ts";
import { FormBrowser, formsOf } from "../../support/formBrowser.ts";
import { mailedSite, type MailedSite } from "../../support/mailedSite.ts";
import { readPdf } from "../../support/readPdf.ts";

const NAME = 'Berg<img src=x onerror=alert(1)>"\r\nBcc: all@example.net\r\n\r\n=HYPERLINK("https://evil.example/")';
const REASON =
  'Zu teuer.\r\n.\r\nRCPT TO:<all@example.net>\r\n<script>alert(1)</script>","decision":"approved" \u202Egpj';

let site: MailedSite;
beforeEach(async () => {
  site = await mailedSite();
  const members = approvalAgreement().members.map((one) => (one.ags === BERGHEIM ? { ...one, name: NAME } : one));
  await site.propose({ members, createdAt: "2026-11-25T17:00:00+01:00" });
});
afterEach(() => site.close());

async function reject(): Promise<{ browser: FormBrowser; path: string; body: string }> {
  const browser = new FormBrowser(site.origin);
  const path = await site.receivedPath(`mayor-${BERGHEIM}`);
  const [amount] = formsOf((await browser.get(path)).body);
  const [confirm] = formsOf((await browser.submit(amount!, { amount: "250,50" }, ["intent", "reject"])).body);
  const { body } = await browser.submit(confirm!, { code: await site.receivedCode(BERGHEIM), text: REASON });
  await site.idle();
  return { browser, path, body };
}

test("mails stay one mail with our headers and no markup but ours", async () => {
  await reject();
  const mails = await site.received();
  const about = mails.filter(({ raw }) => raw.includes("evil") || /-v[23]-/.test(raw));
  expect(about.length).toBeGreaterThan(5);
  for (const { headers, html, text, subject, to } of mails) {
    expect([...headers.keys()].filter((name) => /^(bcc|cc|reply-to|sender)$/.test(name))).toEqual([]);
    expect(to).toMatch(/^[\w-]+@example\.(org|com)$/);
    expect(subject).not.toMatch(/[\p{Cc}]/u);
    expect(html).not.toMatch(/<(img|script)\b/i);
    expect(html + text).not.toMatch(/https:\/\/evil|\u202E/);
  }
});

test("pages show it as text, and run and load nothing", async () => {
  const { browser, path, body } = await reject();
  const other = await browser.get(await site.receivedPath(`mayor-${CRONAU}`));
  for (const page of [body, (await browser.get(path)).body, other.body]) {
    expect(page).not.toMatch(/<(img|script)\b/i);
    expect(page).not.toContain('href="https://evil');
  }
  expect(body).toContain("&lt;script&gt;");
});

test("files stay what they are: JSON with the text in its place, a PDF without actions, names of files that are ours", async () => {
  const { browser, path } = await reject();
  const file = await browser.get(`${path}/beleg.json`);
  const texts: string[] = [];
  JSON.parse(file.body, (key, value: unknown) => {
    if (key === "reason" || key === "decision") texts.push(String(value));
    return value;
  });
  expect(new Set(texts)).toEqual(new Set([REASON, "rejected"]));
  expect(file.headers.get("content-disposition")).toBe('attachment; filename="beleg.json"');
  for (const name of ["beleg.pdf", "vereinbarung.pdf"]) {
    const answer = await fetch(`${site.origin}${path}/${name}`);
    expect(answer.headers.get("content-security-policy")).toContain("sandbox");
    const { pages, source } = readPdf(await answer.bytes());
    expect(pages.length).toBeGreaterThan(0);
    expect(source).not.toMatch(/\/(JavaScript|JS|Launch|OpenAction|EmbeddedFile)\b/);
    expect(source).not.toMatch(/\/URI \(https:\/\/evil/);
  }
});
