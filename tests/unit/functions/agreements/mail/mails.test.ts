import { describe, expect, test } from "vitest";
import type { Agreement } from "../../../../../domain/agreement/agreement.ts";
import type { Ballot } from "../../../../../domain/agreement/ballot.ts";
import type { Language } from "../../../../../domain/region/contacts.ts";
import {
  guessingMail,
  questionMail,
  undeliverableMail,
} from "../../../../../functions/usecases/agreements/mail/alertMails.ts";
import {
  changedMail,
  invitationMail,
  reminderMail,
} from "../../../../../functions/usecases/agreements/mail/ballotMails.ts";
import {
  codeMail,
  informationMail,
  noticeMail,
} from "../../../../../functions/usecases/agreements/mail/informationMails.ts";
import { receiptMail, resultMail } from "../../../../../functions/usecases/agreements/mail/outcomeMails.ts";
import type { Mail } from "../../../../../functions/ports/mailer.ts";
import { sampleAgreement } from "../../../../support/sampleAgreement.ts";

const url = `https://plan.example/a/${"k".repeat(43)}`;
const verifyUrl = "https://plan.example/pruefen/0123456789abcdef";

const contact = (language: Language, name = "Berta Berger") => ({
  id: "mayor-99001002",
  name,
  email: "b@example.org",
  language,
});

const ballot: Ballot = {
  ...{ ags: "99001002", role: "mayor" as const, contactId: "mayor-99001002", deputy: false, amountCents: 25_050 },
  ...{ decision: "rejected" as const, reason: null, at: "2026-11-27T10:15:00Z" },
};

/** Every mail of an approval, with the same names and the same text by others in each. */
function everyMail(language: Language, evil = "", agreement: Agreement = sampleAgreement()): Record<string, Mail> {
  const member = { ...agreement.members[1]!, name: `Bergheim${evil}` };
  const to = contact(language, `Berta Berger${evil}`);
  const ask = { agreement, member, role: "mayor", contact: to, url, deputyFor: `Anna${evil}` } as const;
  const alert = { agreement, member, role: "mayor", contact: to } as const;
  const changed = { ...agreement, version: 2, members: [agreement.members[0]!, { ...member, shareCents: 26_000 }] };
  return {
    invitation: invitationMail(ask),
    reminder: reminderMail(ask, { number: 2, workingDaysLeft: 2, escalated: true }),
    changed: changedMail({ ...ask, agreement: changed, member: changed.members[1]! }, agreement),
    receipt: receiptMail({
      ...{ agreement, member, contact: to, verifyUrl, proposalSha256: "b".repeat(64) },
      ballot: { ...ballot, reason: `Zu teuer${evil}` },
    }),
    approved: resultMail({ ...ask, result: "approved", members: [], next: "none" }),
    refused: resultMail({ ...ask, result: "refused", members: [`Cronau${evil}`], next: "fallback" }),
    information: informationMail({ agreement, member, contact: to, url }),
    notice: noticeMail({ agreement, member, contact: to }),
    code: codeMail({ agreement, contact: to, codeId: "1", code: "482913", minutesValid: 10 }),
    undeliverable: undeliverableMail({ ...alert, addressee: `Berta${evil}`, occasion: "ballot", cause: `550${evil}` }),
    question: questionMail({ ...alert, questionId: "q1", from: `Berta${evil}`, text: `Warum?${evil}` }),
    guessing: guessingMail(alert, 10),
  };
}

const HAS_FIGURES = ["invitation", "reminder", "receipt", "approved", "information", "notice"];
/** Everything a mail program might fetch or run. */
const REMOTE = /\b(src|srcset|background|poster)\s*=|url\(|@import|<script|<link|<img|<iframe|<form|\son[a-z]+=/i;
const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, " ");

describe.each(["de", "fr", "en"] as const)("the mails of an approval in %s", (language) => {
  const mails = everyMail(language);

  test.each(HAS_FIGURES)("the %s gives share, lone cost and saving first, in text and HTML", (name) => {
    // Share 250.50, alone 300.50, saving 50.00.
    const figures = language === "en" ? ["€250.50", "€300.50", "€50.00"] : ["250,50 €", "300,50 €", "50,00 €"];
    const mail = mails[name]!;
    for (const text of [mail.text, mail.html!]) {
      const places = figures.map((figure) => plain(text).indexOf(figure));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places[0]).toBeGreaterThan(0);
      expect(plain(text).indexOf("Berta Berger")).toBeGreaterThan(places[2]!);
    }
  });

  test("load nothing, follow nobody, and link only to the page meant", () => {
    for (const { html = "" } of Object.values(mails)) {
      expect(html).not.toMatch(REMOTE);
      for (const [, target] of html.matchAll(/href="([^"]*)"/g)) expect([url, verifyUrl]).toContain(target);
    }
    expect(mails["code"]!.html).not.toContain("href");
  });

  test("have a name each, so that one is never taken for another", () => {
    const ids = Object.values(mails).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9._-]{1,120}$/);
  });

  test("name no figure of the proposal where only a code is sent", () => {
    expect(plain(mails["code"]!.text)).not.toMatch(/250|300/);
    expect(mails["code"]!.text).toContain("482913");
  });

  test("say what a new version changed, and nothing else", () => {
    const { text } = mails["changed"]!;
    expect(text).toContain("Cronau");
    expect(plain(text)).toMatch(/250[.,]50.*260[.,]00/);
    expect(text.split("\n").filter((line) => line.startsWith("- "))).toHaveLength(2);
  });
});

describe("what others wrote, in a mail", () => {
  const evil = '\r\nBcc: all@example.org\r\n\r\n<img src=x onerror=alert(1)>"\u202Egpj https://evil.example/ \u0000';
  const mails = everyMail("de", evil);

  test("stays out of every header", () => {
    for (const { subject, to } of Object.values(mails))
      for (const head of [subject, to[0]!.name!]) expect(head).not.toMatch(/[\p{Cc}\u202E]/u);
  });

  test("is text in HTML, not markup", () => {
    for (const { html = "" } of Object.values(mails)) {
      const tags = html
        .match(/<[^>]*>/g)!
        .join("")
        .replace(/"[^"]*"/g, '""');
      expect(tags).not.toMatch(REMOTE);
      expect(html).not.toContain("https://evil");
      for (const [, target] of html.matchAll(/href="([^"]*)"/g)) expect([url, verifyUrl]).toContain(target);
    }
  });

  test("cannot pretend to be a line of the mail's own text, and gives no link to tap", () => {
    for (const name of ["question", "receipt", "undeliverable"]) {
      const { text } = mails[name]!;
      expect(text).not.toMatch(/^Bcc:/m);
    }
    expect(mails["question"]!.text).toMatch(/^> Bcc: /m);
    expect(mails["question"]!.text).toContain('> <img src=x onerror=alert(1)>"gpj https[:]//evil.example/');
  });
});

test("a new version that leaves a member's figures alone says so", () => {
  const before = sampleAgreement();
  const now = sampleAgreement({ version: 2 });
  const ask = { agreement: now, member: now.members[1]!, role: "mayor", contact: contact("de"), url } as const;
  expect(changedMail(ask, before).text).toContain("- Ihre Zahlen sind dieselben.");
});
