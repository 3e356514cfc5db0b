/**
 * Mail by Amazon SES (SESv2), as one raw message. SES puts a Message-ID of its own on what it delivers; ours comes back in the
 * events of bounces and complaints (`mail.commonHeaders.messageId`), and so does the tag `mail`.
 */
import { SendEmailCommand, type SESv2Client, SESv2ServiceException } from "@aws-sdk/client-sesv2";
import { createTransport } from "nodemailer";
import type { Mailer, SendOutcome } from "../../ports/mailer.ts";
import { composeMail, isAddress, messageIdOf, type Sender } from "../mail/composeMail.ts";

/** The sender's domain or address is a verified identity. */
export interface SesOptions extends Sender {
  /** The configuration set whose events tell of bounces and complaints. */
  readonly configurationSetName: string;
}

/** Tag of a sent mail that holds its id. */
export const MAIL_TAG = "mail";

/** What SES says of a message that it will never take. */
const REFUSALS = new Set(["MessageRejected", "BadRequestException"]);

/** @param client region, time limits and retries are its own */
export function sesMailer(client: SESv2Client, options: SesOptions): Mailer {
  const transport = createTransport({ SES: { sesClient: client, SendEmailCommand } });
  return {
    async send(mail): Promise<SendOutcome> {
      const message = composeMail(mail, options);
      const wrong = mail.to.filter(({ address }) => !isAddress(address));
      if (wrong.length > 0) return { kind: "refused", cause: `${wrong.length} of ${mail.to.length} are no addresses` };
      const { configurationSetName: ConfigurationSetName } = options;
      try {
        await transport.sendMail({
          ...message,
          ses: { ConfigurationSetName, EmailTags: [{ Name: MAIL_TAG, Value: mail.id }] },
        });
        return { kind: "sent", messageId: messageIdOf(mail, options.domain) };
      } catch (error) {
        if (error instanceof SESv2ServiceException && REFUSALS.has(error.name))
          return { kind: "refused", cause: `${error.name}: ${error.message}`.slice(0, 300) };
        throw new Error(`mail ${mail.id} did not go: ${(error as Error).message}`, { cause: error });
      }
    },
  };
}
