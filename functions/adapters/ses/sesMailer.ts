/**
 * Mail by Amazon SES (SESv2), as one raw message that nodemailer builds. SES gives every message a Message-ID of its own; the
 * mail's id travels as the tag `mail`, which comes back in the events of bounces and complaints.
 */
import { SendEmailCommand, type SESv2Client, SESv2ServiceException } from "@aws-sdk/client-sesv2";
import { createTransport } from "nodemailer";
import type { Address, Mail, Mailer, SendOutcome } from "../../ports/mailer.ts";

export interface SesMailerOptions {
  /** Sender; its domain or address is a verified identity. */
  readonly from: Address;
  /** The configuration set whose events tell of bounces and complaints. */
  readonly configurationSetName: string;
}

/** Tag of a sent mail that holds its id. */
export const MAIL_TAG = "mail";

const ID = /^[A-Za-z0-9._-]{1,120}$/;
/** What SES says of a message that it will never take. */
const REFUSALS = new Set(["MessageRejected", "BadRequestException"]);

/** @param client region and retries are its own */
export function sesMailer(client: SESv2Client, { from, configurationSetName }: SesMailerOptions): Mailer {
  const transport = createTransport({ SES: { sesClient: client, SendEmailCommand } });
  return {
    async send(mail): Promise<SendOutcome> {
      if (!ID.test(mail.id)) throw new RangeError(`not the id of a mail: ${JSON.stringify(mail.id)}`);
      if (mail.to.length === 0) return { kind: "refused", cause: "the mail names no recipient" };
      try {
        const sent = await transport.sendMail({
          ...messageOf(mail, from),
          ses: { ConfigurationSetName: configurationSetName, EmailTags: [{ Name: MAIL_TAG, Value: mail.id }] },
        });
        return { kind: "sent", messageId: sent.messageId };
      } catch (error) {
        if (error instanceof SESv2ServiceException && REFUSALS.has(error.name))
          return { kind: "refused", cause: `${error.name}: ${error.message}` };
        throw error;
      }
    },
  };
}

function messageOf(mail: Mail, from: Address) {
  return {
    from: addressOf(from),
    to: mail.to.map(addressOf),
    subject: mail.subject,
    text: mail.text,
    ...(mail.html === undefined ? {} : { html: mail.html }),
    attachments: (mail.attachments ?? []).map(({ fileName, contentType, content }) => ({
      filename: fileName,
      contentType,
      content: typeof content === "string" ? content : Buffer.from(content),
    })),
    // Nothing of a mail names a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const addressOf = ({ name, address }: Address) => ({ name: name ?? "", address });
