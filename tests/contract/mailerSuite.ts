/** What every adapter of the Mailer port does. Call it inside a `describe`. */
import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import type { Mail, Mailer } from "../../functions/ports/mailer.ts";

export interface MailerUnderTest {
  /** Sends from `Grünverbund <touren@gruenverbund.example.org>`, with `gruenverbund.example.org` in its Message-IDs. */
  readonly mailer: Mailer;
  /** What the service has taken, oldest first, as MIME. */
  received(): Promise<readonly Uint8Array[]>;
  /** From now on the service refuses this address for good. */
  refuse(address: string): void;
  /** The next mail is asked to come back later. */
  deferNext(): void;
}

const DOMAIN = "gruenverbund.example.org";

export function sampleMail(more: Partial<Mail> = {}): Mail {
  return {
    id: "saarlouis-2026-W48-tours",
    to: [{ name: "Alex Disponent", address: "alex@example.org" }],
    subject: "Touren der Woche",
    text: "Guten Tag,\n\ndie Touren stehen fest.\n",
    ...more,
  };
}

/** @param open what is under test, with nothing received; called once a test */
export function mailerSuite(open: () => Promise<MailerUnderTest>): void {
  const sendAndParse = async (mail: Mail) => {
    const { mailer, received } = await open();
    expect(await mailer.send(mail)).toEqual({ kind: "sent", messageId: `<${mail.id}@${DOMAIN}>` });
    const taken = await received();
    expect(taken).toHaveLength(1);
    return simpleParser(Buffer.from(taken[0]!));
  };

  test("a mail arrives as it was given, named by its id, and marked as sent by a machine", async () => {
    const mail = await sendAndParse(sampleMail());
    expect(mail.messageId).toBe(`<saarlouis-2026-W48-tours@${DOMAIN}>`);
    expect(mail.from?.value).toEqual([{ name: "Grünverbund", address: `touren@${DOMAIN}` }]);
    expect(Array.isArray(mail.to) ? [] : mail.to?.value).toEqual([
      { name: "Alex Disponent", address: "alex@example.org" },
    ]);
    expect(mail.subject).toBe("Touren der Woche");
    expect(mail.text).toBe("Guten Tag,\n\ndie Touren stehen fest.\n");
    expect(mail.html).toBe(false);
    expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
  });

  test("umlauts, signs beyond the plane, long lines and lines that SMTP reads otherwise come through", async () => {
    const text = ["Größe: 3 m³, 4,50 €, „½“ 🌿", ".", "..", "From here", `Lang: ${"ä".repeat(2000)}`, ""].join("\n");
    const subject = `Füllstände für Überherrn – ${"sehr ".repeat(40)}lang 🌿`;
    const mail = await sendAndParse(sampleMail({ subject, text }));
    expect(mail.text).toBe(text);
    expect(mail.subject).toBe(subject);
  });

  test("text and HTML are two forms of one mail", async () => {
    const html = `<!doctype html><html lang="de"><body><p>Grün &amp; <b>gut</b> – 4 €</p></body></html>`;
    const mail = await sendAndParse(sampleMail({ html }));
    expect(mail.html).toBe(html);
    expect(mail.text).toBe(sampleMail().text);
    expect(mail.attachments).toEqual([]);
  });

  test("attachments keep their bytes, names and types; a calendar its method", async () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 31 + (i >> 8)) % 256);
    const calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";
    const mail = await sendAndParse(
      sampleMail({
        attachments: [
          { fileName: "Tour Häcksler 1.pdf", contentType: "application/pdf", content: bytes },
          { fileName: "touren.ics", contentType: "text/calendar; method=PUBLISH", content: calendar },
        ],
      }),
    );
    const [pdf, ics] = mail.attachments;
    expect(mail.attachments).toHaveLength(2);
    expect([pdf?.filename, pdf?.contentType]).toEqual(["Tour Häcksler 1.pdf", "application/pdf"]);
    expect(pdf?.content.equals(bytes)).toBe(true);
    expect([ics?.filename, ics?.contentType]).toEqual(["touren.ics", "text/calendar"]);
    expect(ics?.content.toString()).toBe(calendar);
    const head = ics?.headers.get("content-type") as { params: Record<string, string> } | undefined;
    expect(head?.params["method"]).toBe("PUBLISH");
  });

  test("line breaks in names, subjects and file names open no header of their own", async () => {
    const evil = "x\r\nBcc: all@example.org\r\n\r\nHello";
    const mail = await sendAndParse(
      sampleMail({
        to: [{ name: evil, address: "alex@example.org" }],
        subject: evil,
        attachments: [{ fileName: evil, contentType: "text/plain", content: "x" }],
      }),
    );
    expect(mail.bcc).toBeUndefined();
    expect([...mail.headers.keys()].filter((name) => name === "bcc" || name === "hello")).toEqual([]);
    expect(mail.subject).toBe("x Bcc: all@example.org Hello");
    expect(mail.text).toBe(sampleMail().text);
    expect(mail.attachments[0]?.filename).toBe("x Bcc: all@example.org Hello");
  });

  test.each([
    "alex",
    "alex@",
    "alex@example.org, all@example.org",
    "alex@example.org\r\nBcc: all@example.org",
    "<alex@example.org>",
    "",
  ])("%j is no address: refused, and nothing is sent", async (address) => {
    const { mailer, received } = await open();
    expect((await mailer.send(sampleMail({ to: [{ address }] }))).kind).toBe("refused");
    expect(await received()).toEqual([]);
  });

  test("an id, a recipient list or a content type that is none is misuse and sends nothing", async () => {
    const { mailer, received } = await open();
    for (const id of ["", "a b", "a\nb", "ä", "x".repeat(121)])
      await expect(mailer.send(sampleMail({ id }))).rejects.toThrow(RangeError);
    await expect(mailer.send(sampleMail({ to: [] }))).rejects.toThrow(RangeError);
    const attachments = [{ fileName: "x", contentType: "text/plain\r\nX-Evil: 1", content: "" }];
    await expect(mailer.send(sampleMail({ attachments }))).rejects.toThrow(RangeError);
    expect(await received()).toEqual([]);
  });

  test("an address that the service refuses for good is an outcome with its cause, and the next mail goes", async () => {
    const { mailer, received, refuse } = await open();
    refuse("gone@example.org");
    const outcome = await mailer.send(sampleMail({ to: [{ address: "gone@example.org" }] }));
    expect(outcome.kind).toBe("refused");
    expect(outcome.kind === "refused" && outcome.cause.length > 0).toBe(true);
    expect(await mailer.send(sampleMail())).toMatchObject({ kind: "sent" });
    expect(await received()).toHaveLength(1);
  });

  test("a service that asks to come back later is a rejection, and the same mail goes afterwards", async () => {
    const { mailer, received, deferNext } = await open();
    deferNext();
    await expect(mailer.send(sampleMail())).rejects.toThrow();
    expect(await received()).toEqual([]);
    expect(await mailer.send(sampleMail())).toMatchObject({ kind: "sent" });
    const taken = await received();
    expect(taken).toHaveLength(1);
    expect((await simpleParser(Buffer.from(taken[0]!))).messageId).toBe(`<saarlouis-2026-W48-tours@${DOMAIN}>`);
  });

  test("thirty mails at once arrive once each", async () => {
    const { mailer, received } = await open();
    const ids = Array.from({ length: 30 }, (_, i) => `many-${i}`);
    await Promise.all(ids.map((id) => mailer.send(sampleMail({ id }))));
    const mails = await Promise.all((await received()).map((raw) => simpleParser(Buffer.from(raw))));
    expect(mails.map(({ messageId }) => messageId).sort()).toEqual(ids.map((id) => `<${id}@${DOMAIN}>`).sort());
  });
}
