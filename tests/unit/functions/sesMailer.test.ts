import { MessageRejected, SendEmailCommand, SESv2Client, TooManyRequestsException } from "@aws-sdk/client-sesv2";
import { mockClient } from "aws-sdk-client-mock";
import { simpleParser } from "mailparser";
import { beforeEach, expect, test } from "vitest";
import { sesMailer } from "../../../functions/adapters/ses/sesMailer.ts";
import type { Mail } from "../../../functions/ports/mailer.ts";

const client = new SESv2Client({ region: "eu-central-1" });
const calls = mockClient(client);
const mailer = sesMailer(client, {
  from: { name: "Grünverbund", address: "plan@example.org" },
  configurationSetName: "gruenverbund-dev",
});
const mail: Mail = {
  id: "saarlouis.2026-W48.tours.dispatcher-1",
  to: [{ name: "Jörg Müller", address: "j.mueller@example.org" }, { address: "second@example.org" }],
  subject: "Touren der Woche 48 für Überherrn",
  text: "Anbei die Touren.\n",
  html: "<p>Anbei die Touren.</p>",
  attachments: [
    { fileName: "tour-1.pdf", contentType: "application/pdf", content: Uint8Array.of(37, 80, 68, 70) },
    {
      fileName: "tour-1.ics",
      contentType: "text/calendar; method=REQUEST",
      content: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    },
  ],
};
const meta = { $metadata: {}, message: "said SES" };

beforeEach(() => calls.reset());

test("a mail is sent whole, with configuration set and its id as a tag", async () => {
  calls.on(SendEmailCommand).resolves({ MessageId: "0107-abc" });
  expect(await mailer.send(mail)).toEqual({ kind: "sent", messageId: "<0107-abc@eu-central-1.amazonses.com>" });
  const { input } = calls.commandCalls(SendEmailCommand)[0]!.args[0];
  expect(input.ConfigurationSetName).toBe("gruenverbund-dev");
  expect(input.EmailTags).toEqual([{ Name: "mail", Value: mail.id }]);
  expect(input.Destination?.ToAddresses).toEqual(["j.mueller@example.org", "second@example.org"]);
  const read = await simpleParser(Buffer.from(input.Content!.Raw!.Data!));
  expect(read.subject).toBe(mail.subject);
  expect(read.from?.value).toEqual([{ name: "Grünverbund", address: "plan@example.org" }]);
  expect(read.text?.trim()).toBe("Anbei die Touren.");
  expect(read.html).toBe("<p>Anbei die Touren.</p>");
  expect(
    read.attachments.map(({ filename, contentType, content }) => [filename, contentType, content.toString()]),
  ).toEqual([
    ["tour-1.pdf", "application/pdf", "%PDF"],
    ["tour-1.ics", "text/calendar", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"],
  ]);
});

test("what SES will never take is refused, and is no error", async () => {
  calls.on(SendEmailCommand).rejects(new MessageRejected(meta));
  expect(await mailer.send(mail)).toEqual({ kind: "refused", cause: "MessageRejected: said SES" });
  expect(await mailer.send({ ...mail, to: [] })).toMatchObject({ kind: "refused" });
});

test("throttling, paused sending and time-outs are errors, so that the caller tries again", async () => {
  const timedOut = Object.assign(new Error("socket hang up"), { name: "TimeoutError" });
  for (const fault of [new TooManyRequestsException(meta), timedOut]) {
    calls.on(SendEmailCommand).rejects(fault);
    await expect(mailer.send(mail)).rejects.toThrow(fault.message);
  }
});

test("an id that would not survive as a tag is a mistake of the caller", async () => {
  for (const id of ["", "has space", "a@b", "x".repeat(121)])
    await expect(mailer.send({ ...mail, id })).rejects.toThrow(RangeError);
});

test("a line break in a subject or a name adds no header", async () => {
  calls.on(SendEmailCommand).resolves({ MessageId: "1" });
  const to = [{ name: "x\r\nBcc: evil@example.org", address: "a@example.org" }];
  await mailer.send({ ...mail, to, subject: "Hallo\r\nBcc: evil@example.org" });
  const { input } = calls.commandCalls(SendEmailCommand)[0]!.args[0];
  const read = await simpleParser(Buffer.from(input.Content!.Raw!.Data!));
  expect(read.headers.has("bcc")).toBe(false);
  expect(input.Destination?.ToAddresses).toEqual(["a@example.org"]);
});
