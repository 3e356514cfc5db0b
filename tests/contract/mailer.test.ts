import { createServer, type AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { smtpMailer, type SmtpMailer, type SmtpOptions } from "../../functions/adapters/smtp/smtpMailer.ts";
import { smtpInbox, type SmtpInbox } from "../support/smtpInbox.ts";
import { mailerSuite, sampleMail } from "./mailerSuite.ts";

const opened: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

function mailerTo(port: number, more: Partial<SmtpOptions> = {}): SmtpMailer {
  const mailer = smtpMailer({
    host: "127.0.0.1",
    port,
    tls: "never",
    from: { name: "Grünverbund", address: "touren@gruenverbund.example.org" },
    domain: "gruenverbund.example.org",
    ...more,
  });
  opened.push(() => mailer.close());
  return mailer;
}

async function inbox(...options: Parameters<typeof smtpInbox>): Promise<SmtpInbox> {
  const server = await smtpInbox(...options);
  opened.push(() => server.close());
  return server;
}

describe("mail by SMTP", () => {
  mailerSuite(async () => {
    const server = await inbox();
    return {
      mailer: mailerTo(server.port),
      received: () => Promise.resolve(server.received),
      refuse: (address) => void server.gone.add(address),
      deferNext: () => (server.failNext = { moment: "data", code: 451 }),
    };
  });

  test.each([
    ["sender", 550, "refused"],
    ["recipient", 553, "refused"],
    ["data", 554, "refused"],
    ["sender", 451, "rejected"],
    ["recipient", 450, "rejected"],
    ["data", 452, "rejected"],
    ["connect", 554, "rejected"],
    ["connect", 421, "rejected"],
  ] as const)("an answer to %s with %i is %s, and nothing is sent", async (moment, code, expected) => {
    const server = await inbox();
    server.failNext = { moment, code };
    const result = await mailerTo(server.port)
      .send(sampleMail())
      .then(({ kind }) => kind)
      .catch(() => "rejected");
    expect(result).toBe(expected);
    expect(server.received).toEqual([]);
  });

  test("a connection cut after the mail was handed over is a rejection, and the pool does not send it again", async () => {
    const server = await inbox();
    server.cutNext = true;
    const mailer = mailerTo(server.port);
    await expect(mailer.send(sampleMail())).rejects.toThrow("mail saarlouis-2026-W48-tours did not go");
    expect(server.attempts).toBe(1);
    expect(await mailer.send(sampleMail())).toMatchObject({ kind: "sent" });
  });

  test("a server that takes the mail and says nothing is given up after the silence allowed", async () => {
    const server = await inbox();
    server.stallNext = true;
    await expect(mailerTo(server.port, { silenceSeconds: 0.2 }).send(sampleMail())).rejects.toThrow("did not go");
    expect(server.attempts).toBe(1);
  });

  test("a server that trickles is given up after the total allowed", async () => {
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      const drip = setInterval(() => socket.write("220-please wait\r\n"), 20);
      socket.on("close", () => clearInterval(drip));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    opened.push(() => new Promise((resolve) => server.close(() => resolve())));
    const { port } = server.address() as AddressInfo;
    await expect(mailerTo(port, { totalSeconds: 0.3 }).send(sampleMail())).rejects.toThrow("did not go");
  });

  test("a server that never greets, and none at all, are rejections", async () => {
    const mute = createServer((socket) => socket.on("error", () => undefined));
    await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
    const { port } = mute.address() as AddressInfo;
    await expect(mailerTo(port, { connectSeconds: 0.2 }).send(sampleMail())).rejects.toThrow("did not go");
    await new Promise<void>((resolve) => mute.close(() => resolve()));
    await expect(mailerTo(port).send(sampleMail())).rejects.toThrow("did not go");
  });

  test("of two recipients one refused is a refusal that says that the other has the mail", async () => {
    const server = await inbox();
    server.gone.add("gone@example.org");
    const to = [{ address: "alex@example.org" }, { address: "gone@example.org" }];
    const outcome = await mailerTo(server.port).send(sampleMail({ to }));
    expect(outcome.kind === "refused" && outcome.cause).toMatch(/^1 of 2 recipients were refused, the others have/);
    expect(server.received).toHaveLength(1);
  });

  test("a sign-in that fails says nothing about the address: a rejection", async () => {
    const server = await inbox({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(new Error("wrong password")),
    });
    const credentials = { user: "touren", password: "falsch" };
    await expect(mailerTo(server.port, { credentials }).send(sampleMail())).rejects.toThrow("did not go");
  });

  test("without encryption nothing is sent unless that was asked for", async () => {
    const server = await inbox();
    await expect(mailerTo(server.port, { tls: "starttls" }).send(sampleMail())).rejects.toThrow("did not go");
    expect(server.attempts).toBe(0);
  });

  test("a certificate that nobody vouches for is not trusted, and nothing is sent", async () => {
    const server = await inbox({ disabledCommands: [] });
    // smtp-server brings one, signed by itself and by now expired.
    await expect(mailerTo(server.port, { tls: "starttls" }).send(sampleMail())).rejects.toThrow(/certificate/);
    expect(server.attempts).toBe(0);
  });
});
