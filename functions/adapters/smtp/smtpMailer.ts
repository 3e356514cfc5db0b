/** Mail by SMTP: the town hall's own server, or the inbox of the embedded runtime. RFC 5321. */
import { createTransport } from "nodemailer";
import type { Mail, Mailer, SendOutcome } from "../../ports/mailer.ts";
import { composeMail, isAddress, messageIdOf, type Sender } from "../mail/composeMail.ts";

export interface SmtpOptions extends Sender {
  readonly host: string;
  readonly port: number;
  /** From the first byte, by STARTTLS or else not at all, or never (a server on this machine). Default: `starttls`. */
  readonly tls?: "implicit" | "starttls" | "never";
  readonly credentials?: { readonly user: string; readonly password: string };
  /** Default: 3. */
  readonly mostConnections?: number;
  /** Until the server is connected and has greeted. Default: 10. */
  readonly connectSeconds?: number;
  /** Without a byte from the server. Default: 30. */
  readonly silenceSeconds?: number;
  /** For one mail altogether; a server may trickle. Default: 60. */
  readonly totalSeconds?: number;
}

export interface SmtpMailer extends Mailer {
  /** Closes idle connections at once, others when their mail is out. */
  close(): void;
}

/** What nodemailer says of a mail that did not go. */
interface Refusal extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

interface Sent {
  readonly accepted: readonly unknown[];
  readonly rejected?: readonly unknown[];
  readonly rejectedErrors?: readonly Refusal[];
}

export function smtpMailer(options: SmtpOptions): SmtpMailer {
  const transport = createTransport(transportOptions(options));
  return {
    async send(mail) {
      const message = composeMail(mail, options);
      const wrong = mail.to.filter(({ address }) => !isAddress(address));
      if (wrong.length > 0) return { kind: "refused", cause: `${wrong.length} of ${mail.to.length} are no addresses` };
      const signal = AbortSignal.timeout(1000 * (options.totalSeconds ?? 60));
      try {
        const sent = (await transport.sendMail({ ...message, signal } as typeof message)) as Sent;
        return outcomeOf(mail, sent, messageIdOf(mail, options.domain));
      } catch (error) {
        if (isRefusal(error as Refusal)) return { kind: "refused", cause: causeOf(error as Refusal) };
        throw new Error(`mail ${mail.id} did not go: ${(error as Error).message}`, { cause: error });
      }
    },
    close: () => transport.close(),
  };
}

function transportOptions(options: SmtpOptions) {
  const { host, port, tls = "starttls", credentials } = options;
  const connectMs = 1000 * (options.connectSeconds ?? 10);
  return {
    pool: true as const,
    host,
    port,
    secure: tls === "implicit",
    requireTLS: tls === "starttls",
    ignoreTLS: tls === "never",
    ...(credentials === undefined ? {} : { auth: { user: credentials.user, pass: credentials.password } }),
    maxConnections: options.mostConnections ?? 3,
    // Who sends tries again, hours later if need be; the pool only once, for a connection that had gone stale.
    maxRequeues: 1,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: 1000 * (options.silenceSeconds ?? 30),
  };
}

/** A refusal for good speaks about this mail. A server that refuses us all (greeting, sign-in) is another matter. */
function isRefusal({ code, responseCode = 0 }: Refusal): boolean {
  return (code === "EENVELOPE" || code === "EMESSAGE") && responseCode >= 500;
}

function causeOf({ response, message }: Refusal): string {
  return (response ?? message).replace(/\p{Cc}+/gu, " ").slice(0, 300);
}

/** Of several recipients some may be refused: that must be known, and sending again would reach the others twice. */
function outcomeOf(mail: Mail, { rejected = [], rejectedErrors = [] }: Sent, messageId: string): SendOutcome {
  const [first] = rejectedErrors;
  if (rejected.length === 0 || first === undefined) return { kind: "sent", messageId };
  const cause = `${rejected.length} of ${mail.to.length} recipients were refused, the others have the mail`;
  return { kind: "refused", cause: `${cause}: ${causeOf(first)}` };
}
