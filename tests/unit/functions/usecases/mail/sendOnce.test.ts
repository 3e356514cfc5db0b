import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { smtpMailer, type SmtpMailer } from "../../../../../functions/adapters/smtp/smtpMailer.ts";
import { sqliteStore, type SqliteStore } from "../../../../../functions/adapters/sqlite/sqliteStore.ts";
import type { Mail } from "../../../../../functions/ports/mailer.ts";
import type { Store } from "../../../../../functions/ports/store.ts";
import {
  idOfMessage,
  mailId,
  mailItem,
  mailKey,
  MailRecord,
} from "../../../../../functions/usecases/mail/mailRecord.ts";
import { markBounce } from "../../../../../functions/usecases/mail/markBounce.ts";
import { LEASE_SECONDS, MailInFlight, MailWaiting, sendOnce } from "../../../../../functions/usecases/mail/sendOnce.ts";
import { listUndelivered } from "../../../../../functions/usecases/mail/undelivered.ts";
import { smtpInbox, type SmtpInbox } from "../../../../support/smtpInbox.ts";

const START = Date.parse("2026-11-23T05:00:00Z");
const ABOUT = { region: "saarlouis", week: "2026-W48", occasion: "tours", contactId: "disposition" };
const MAIL: Mail = {
  id: "saarlouis-2026-W48-tours-disposition",
  to: [{ address: "alex@example.org" }],
  subject: "Touren",
  text: "Neun Touren.",
};

let folder: string;
let store: SqliteStore;
let inbox: SmtpInbox;
let mailer: SmtpMailer;
let seconds = 0;
const clock = { now: () => new Date(START + 1000 * seconds).toISOString(), elapsed: () => 1000 * seconds };
const said: string[] = [];
const log = {
  info: (message: string, fields: object = {}) => void said.push(`${message} ${JSON.stringify(fields)}`),
  error: (message: string) => void said.push(message),
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "gruenverbund-mail-"));
  store = sqliteStore(join(folder, "store.db"), clock);
  inbox = await smtpInbox();
  seconds = 0;
  said.length = 0;
  const from = { address: "touren@example.org" };
  mailer = smtpMailer({ host: "127.0.0.1", port: inbox.port, tls: "never", from, domain: "example.org" });
});

afterEach(async () => {
  mailer.close();
  await inbox.close();
  store.close();
  rmSync(folder, { recursive: true });
});

const send = (through: Store = store) => sendOnce({ store: through, mailer, clock, log }, MAIL, ABOUT);

async function record(): Promise<MailRecord> {
  return MailRecord.parse((await store.get(mailKey(MAIL.id)))?.data);
}

test("asked twice, a mail is sent once, and both are told the same", async () => {
  const first = await send();
  expect(first).toEqual({ kind: "sent", messageId: `<${MAIL.id}@example.org>`, again: false });
  expect(await send()).toEqual({ ...first, again: true });
  expect(inbox.received).toHaveLength(1);
  expect(await record()).toMatchObject({ status: "sent", attempts: 1, about: ABOUT });
});

test("of twenty that ask at once one sends; the others are told that it is under way, or done", async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => send()));
  expect(inbox.received).toHaveLength(1);
  const sent = outcomes.filter((one) => one.status === "fulfilled" && !one.value.again);
  expect(sent).toHaveLength(1);
  for (const one of outcomes) if (one.status === "rejected") expect(one.reason).toBeInstanceOf(MailInFlight);
});

test("a service that asks to come back later is asked again at growing distance, up to four hours, and never before", async () => {
  const waited: number[] = [];
  for (let attempt = 1; attempt <= 11; attempt++) {
    inbox.failNext = { moment: "data", code: 451 };
    await expect(send()).rejects.toThrow("did not go");
    const attempts = inbox.attempts;
    const { nextAt } = (await record()) as { nextAt: string };
    const wait = (Date.parse(nextAt) - Date.parse(clock.now())) / 1000;
    waited.push(wait);
    seconds += wait - 1;
    await expect(send()).rejects.toThrow(MailWaiting);
    expect(inbox.attempts).toBe(attempts);
    seconds += 1;
  }
  expect(waited).toEqual([60, 120, 240, 480, 960, 1920, 3840, 7680, 14_400, 14_400, 14_400]);
  inbox.failNext = undefined;
  expect(await send()).toMatchObject({ kind: "sent", again: false });
  expect(await send()).toMatchObject({ kind: "sent", again: true });
  expect(await record()).toMatchObject({ status: "sent", attempts: 12, since: new Date(START).toISOString() });
  expect(inbox.received).toHaveLength(1);
});

test("what waits, was refused or came back is listed without addresses, and what left is not", async () => {
  expect(await listUndelivered(store, "saarlouis")).toEqual([]);
  inbox.away.add("alex@example.org");
  await expect(send()).rejects.toThrow();
  const at = new Date(START).toISOString();
  expect(await listUndelivered(store, "saarlouis")).toMatchObject([
    { occasion: "tours", contactId: "disposition", agreement: null, status: "waiting", since: at, at, attempts: 1 },
  ]);
  const [mail] = await listUndelivered(store, "saarlouis");
  expect(mail!.nextAt).toBe(new Date(START + 60_000).toISOString());
  expect(mail!.cause).toContain("over quota");
  expect(JSON.stringify(mail)).not.toContain("alex@");
  seconds = 60;
  inbox.away.clear();
  await send();
  expect(await listUndelivered(store, "saarlouis")).toEqual([]);
  await markBounce(store, `<${MAIL.id}@example.org>`, "550 <alex@example.org> gone", clock.now());
  expect(await listUndelivered(store, "saarlouis")).toMatchObject([{ status: "bounced", since: at, nextAt: null }]);
});

test("a record from before there was a distance may be tried at once", async () => {
  const old = { status: "waiting", about: ABOUT, at: clock.now(), attempts: 3, cause: "away" } as const;
  await store.put(mailItem(MAIL.id, old), "absent");
  expect(await send()).toMatchObject({ kind: "sent", again: false });
});

test("an address refused for good is settled, and neither record nor log keeps it", async () => {
  inbox.gone.add("alex@example.org");
  expect(await send()).toMatchObject({ kind: "refused", again: false });
  inbox.gone.clear();
  expect(await send()).toMatchObject({ kind: "refused", again: true });
  expect(inbox.received).toEqual([]);
  expect(JSON.stringify([await record(), said])).not.toContain("alex@");
});

test("who dies over a mail leaves it to the next, who waits for the lease to end and uses the same Message-ID", async () => {
  // The store goes away after the mail has left: what a killed process looks like from outside.
  let writes = 0;
  const dying: Store = {
    ...store,
    get: (key) => store.get(key),
    put: (item, expected) => (writes++ === 0 ? store.put(item, expected) : Promise.reject(new Error("killed"))),
  };
  await expect(send(dying)).rejects.toThrow("killed");
  expect(await record()).toMatchObject({ status: "sending", attempts: 1 });
  seconds = LEASE_SECONDS - 1;
  await expect(send()).rejects.toThrow(MailInFlight);
  seconds = LEASE_SECONDS;
  expect(await send()).toMatchObject({ kind: "sent", again: false });
  const ids = inbox.received.map((raw) => /^Message-ID: (.*)$/im.exec(raw.toString())?.[1]);
  expect(ids).toEqual([`<${MAIL.id}@example.org>`, `<${MAIL.id}@example.org>`]);
});

test("a mail that comes back is marked once, says whom it concerned, and is not sent again", async () => {
  const { messageId } = (await send()) as { messageId: string };
  const cause = "550 5.1.1 <alex@example.org> unknown";
  expect(await markBounce(store, messageId, cause, clock.now())).toEqual({
    kind: "marked",
    about: ABOUT,
    cause: "550 5.1.1 <…> unknown",
    again: false,
  });
  expect(await markBounce(store, messageId, "again", clock.now())).toMatchObject({ kind: "marked", again: true });
  expect(await send()).toEqual({ kind: "bounced", cause: "550 5.1.1 <…> unknown", again: true });
  expect(inbox.received).toHaveLength(1);
});

test("a bounce that overtakes the record of sending is not written over", async () => {
  const overtaken: Store = {
    ...store,
    get: (key) => store.get(key),
    put: async (item, expected) => {
      if ((item.data as { status: string }).status === "sent")
        await markBounce(store, `<${MAIL.id}@example.org>`, "suppressed", clock.now());
      return store.put(item, expected);
    },
  };
  await send(overtaken);
  expect(await record()).toMatchObject({ status: "bounced", cause: "suppressed" });
});

test.each(["<never-sent@example.org>", "no id", "<a b@example.org>", ""])(
  "a bounce of %j is of no mail of ours",
  async (messageId) => {
    expect(await markBounce(store, messageId, "x", clock.now())).toEqual({ kind: "unknown" });
  },
);

test("a region's mails are found by week", async () => {
  await send();
  const { items } = await store.query({ pk: "region#saarlouis#mails", index: true, prefix: "2026-W48" });
  expect(items.map(({ pk }) => pk)).toEqual([`mail#${MAIL.id}`]);
});

test("ids of mails fit a Message-ID, and long ones still differ", () => {
  expect(mailId("saarlouis", "2026-W48", "tours", "alex")).toBe("saarlouis-2026-W48-tours-alex");
  const long = (end: string) => mailId("x".repeat(200), end);
  expect(long("a")).toHaveLength(120);
  expect(long("a")).not.toBe(long("b"));
  expect(idOfMessage(`<${long("a")}@example.org>`)).toBe(long("a"));
});
