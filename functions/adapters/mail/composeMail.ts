/**
 * From a mail of ours to what nodemailer sends, the same for every service. Whatever a name, subject or file name holds, it
 * stays in its header: control characters become spaces, and an address that could be read as more than one is none.
 */
import type Mailer from "nodemailer/lib/mailer/index.js";
import type { Address, Mail } from "../../ports/mailer.ts";

export interface Sender {
  readonly from: Address;
  /** Where answers go. Default: `from`. */
  readonly replyTo?: Address;
  /** Right-hand side of the Message-ID, such as `gruenverbund.example.org`. */
  readonly domain: string;
}

const MAIL_ID = /^[A-Za-z0-9._-]{1,120}$/;
const CONTENT_TYPE = /^[a-z0-9.+-]+\/[a-z0-9.+-]+(; ?[a-z0-9-]+=[A-Za-z0-9._-]+)*$/;
/** What a mailbox of ours may look like; quoted local parts are not among them. RFC 5321 section 4.1.2. */
const ADDRESS = /^[^\s"(),:;<>@[\\\]\p{Cc}]{1,64}@[^\s"(),:;<>@[\\\]\p{Cc}]{1,189}$/u;

export function isAddress(address: string): boolean {
  return ADDRESS.test(address);
}

/** `<region-2026-W48-tours@domain>`: a mail that is sent again is recognised by its reader. */
export function messageIdOf(mail: Pick<Mail, "id">, domain: string): string {
  if (!MAIL_ID.test(mail.id)) throw new RangeError(`a mail's id is 1 to 120 of A-Z a-z 0-9 . _ -, not "${mail.id}"`);
  return `<${mail.id}@${domain}>`;
}

/** Throws a RangeError for an id, a recipient list or a content type that no caller may give. */
export function composeMail(mail: Mail, { from, replyTo, domain }: Sender): Mailer.Options {
  if (mail.to.length === 0) throw new RangeError(`mail ${mail.id} has no recipient`);
  return {
    messageId: messageIdOf(mail, domain),
    from: addressOf(from),
    ...(replyTo === undefined ? {} : { replyTo: addressOf(replyTo) }),
    to: mail.to.map(addressOf),
    subject: oneLine(mail.subject),
    text: mail.text,
    ...(mail.html === undefined ? {} : { html: mail.html }),
    attachments: (mail.attachments ?? []).map(({ fileName, contentType, content }) => {
      if (!CONTENT_TYPE.test(contentType)) throw new RangeError(`"${oneLine(contentType)}" is no content type`);
      return { filename: oneLine(fileName), contentType, content: Buffer.from(content) };
    }),
    // No out-of-office note comes back. RFC 3834 section 5.
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function addressOf({ name, address }: Address): { name: string; address: string } {
  return { name: oneLine(name ?? ""), address };
}

function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ").trim();
}
