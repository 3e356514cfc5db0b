/** Mails to a server of this machine, for tests. */
import { smtpMailer, type SmtpMailer } from "../../functions/adapters/smtp/smtpMailer.ts";

export function plainSmtp(port: number): SmtpMailer {
  const domain = "gruenverbund.example";
  return smtpMailer({ host: "127.0.0.1", port, tls: "never", domain, from: { address: `plan@${domain}` } });
}
