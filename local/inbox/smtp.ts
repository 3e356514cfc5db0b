/** Takes the mails of this system by SMTP, on this machine only. */
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import type { Clock } from "../../functions/ports/clock.ts";
import type { Log } from "../../functions/ports/log.ts";
import type { Mails } from "./mails.ts";

const MOST_BYTES = 25 * 1024 * 1024;

export interface SmtpInbox {
  readonly port: number;
  close(): Promise<void>;
}

export async function smtpInbox(mails: Mails, clock: Clock, log: Log): Promise<SmtpInbox> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    size: MOST_BYTES,
    closeTimeout: 2000,
    onData(stream, _session, done) {
      buffer(stream)
        .then(async (raw) => {
          if (stream.sizeExceeded) throw Object.assign(new Error("The mail is too large."), { responseCode: 552 });
          await mails.receive(raw, clock.now());
        })
        .then(
          () => done(),
          (error: Error) => (log.error("inbox", error), done(error)),
        );
    },
  });
  server.on("error", (error) => log.error("inbox", error));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
