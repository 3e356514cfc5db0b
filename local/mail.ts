/** How mail goes out: by the town hall's server, or into the inbox of this machine. */
import { smtpMailer } from "../functions/adapters/smtp/smtpMailer.ts";
import type { Clock } from "../functions/ports/clock.ts";
import type { Log } from "../functions/ports/log.ts";
import type { Mailer } from "../functions/ports/mailer.ts";
import { openMails, type Mails } from "./inbox/mails.ts";
import { smtpInbox } from "./inbox/smtp.ts";
import type { MailServer } from "./settings.ts";

export interface OutgoingMail {
  readonly mailer: Mailer;
  /** There when mails stay on this machine. */
  readonly inbox?: Mails;
  close(): Promise<void>;
}

const NAME = "Grünverbund";

export function outsideMail({ host, port, tls, from, credentials }: MailServer): OutgoingMail {
  const mailer = smtpMailer({
    host,
    port,
    tls,
    from: { name: NAME, address: from },
    domain: from.slice(from.lastIndexOf("@") + 1),
    ...(credentials === undefined ? {} : { credentials }),
  });
  return { mailer, close: async () => mailer.close() };
}

export async function inboxMail(folder: string, clock: Clock, log: Log): Promise<OutgoingMail> {
  const inbox = await openMails(folder);
  const smtp = await smtpInbox(inbox, clock, log);
  const from = { name: NAME, address: "plan@gruenverbund.example" };
  const mailer = smtpMailer({ host: "127.0.0.1", port: smtp.port, tls: "never", from, domain: "gruenverbund.example" });
  return {
    mailer,
    inbox,
    async close() {
      mailer.close();
      await smtp.close();
    },
  };
}
