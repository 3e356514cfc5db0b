/** A real SMTP server on a free port of this machine, which keeps what it takes and misbehaves as asked. */
import { buffer } from "node:stream/consumers";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** Where in the dialogue something goes wrong. */
export type Moment = "connect" | "sender" | "recipient" | "data" | "received";

export interface SmtpInbox {
  readonly port: number;
  readonly received: Buffer[];
  /** Mails that reached the end of their DATA, also those that then were not taken. */
  attempts: number;
  /** Addresses that are refused with 550. */
  readonly gone: Set<string>;
  /** Addresses that are asked to come back later, with 451. */
  readonly away: Set<string>;
  /** Answers this code once, at this moment. */
  failNext?: { readonly moment: Moment; readonly code: number } | undefined;
  /** Cuts the connection once the mail is there instead of answering. */
  cutNext?: boolean | undefined;
  /** Never answers the next mail. */
  stallNext?: boolean | undefined;
  close(): Promise<void>;
}

export async function smtpInbox(options: SMTPServerOptions = {}): Promise<SmtpInbox> {
  const sockets = new Set<{ destroy(): void }>();
  const fault = (moment: Moment): Error | null => {
    if (inbox.failNext?.moment !== moment) return null;
    const { code } = inbox.failNext;
    inbox.failNext = undefined;
    return Object.assign(new Error(`asked to answer ${code}`), { responseCode: code });
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onConnect: (_session, done) => done(fault("connect")),
    onMailFrom: (_address, _session, done) => done(fault("sender")),
    onRcptTo({ address }, _session, done) {
      if (inbox.gone.has(address)) return done(Object.assign(new Error("no such mailbox here"), { responseCode: 550 }));
      if (inbox.away.has(address))
        return done(Object.assign(new Error(`<${address}> is over quota, come back later`), { responseCode: 451 }));
      done(fault("recipient"));
    },
    onData(stream, _session, done) {
      void buffer(stream).then((raw) => {
        inbox.attempts += 1;
        if (inbox.stallNext === true) return void (inbox.stallNext = false);
        if (inbox.cutNext === true) {
          inbox.cutNext = false;
          for (const socket of sockets) socket.destroy();
          return;
        }
        const wrong = fault("data");
        if (wrong === null) inbox.received.push(raw);
        done(wrong);
      });
    },
    ...options,
  });
  server.on("error", () => undefined);
  server.server.on("connection", (socket: { destroy(): void }) => sockets.add(socket));
  const inbox: SmtpInbox = { port: 0, received: [], attempts: 0, gone: new Set(), away: new Set(), close };
  function close(): Promise<void> {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(() => resolve()));
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  return Object.assign(inbox, { port: (server.server.address() as AddressInfo).port });
}
