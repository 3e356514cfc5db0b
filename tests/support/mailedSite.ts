/** The approval with mails that really go out by SMTP and are read in the mailbox, as raw source, as their readers get them. */
import { mkdtempSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { systemClock } from "../../functions/adapters/system/systemClock.ts";
import type { Mailer } from "../../functions/ports/mailer.ts";
import { inboxMail } from "../../local/mail.ts";
import { approvalSite, type ApprovalSite, type SiteOptions } from "./approvalSite.ts";
import { silentLog } from "./gateways.ts";

export interface Received {
  /** As it came over the wire. */
  readonly raw: string;
  /** The bare address it was delivered to. */
  readonly to: string;
  readonly messageId: string;
  readonly headers: ReadonlyMap<string, unknown>;
  readonly subject: string;
  readonly text: string;
  /** Empty where there is none. */
  readonly html: string;
}

export interface MailedSite extends ApprovalSite {
  /** What has arrived, in the order of receipt. */
  received(): Promise<Received[]>;
  /** Path of the page in the newest mail that a contact received. */
  receivedPath(contactId: string): Promise<string>;
  /** The code in the newest mail that a second address received. */
  receivedCode(ags: string): Promise<string>;
}

/** Whatever was sent stays in the list of mails too. */
export function sendThrough(site: Pick<ApprovalSite, "ports" | "mails">, mailer: Mailer): void {
  Object.assign(site.ports.mailer, {
    send: async (mail: Parameters<Mailer["send"]>[0]) => {
      const outcome = await mailer.send(mail);
      if (outcome.kind === "sent") site.mails.push(mail);
      return outcome;
    },
  });
}

export async function mailedSite(options: Pick<SiteOptions, "stage"> = {}): Promise<MailedSite> {
  const folder = mkdtempSync(join(tmpdir(), "gruenverbund-inbox-"));
  const { mailer, close } = await inboxMail(folder, systemClock, silentLog);
  const site = await approvalSite({ ...options, prepare: (system) => sendThrough(system, mailer) });
  const received = async (): Promise<Received[]> => {
    const names = (await readdir(folder)).filter((name) => name.endsWith(".eml")).sort();
    return Promise.all(names.map(async (name) => readMail(await readFile(join(folder, name)))));
  };
  const newest = async (address: string): Promise<Received> => {
    const mail = (await received()).findLast(({ to, text }) => to === address && /\/a\/| \d{6}\n/.test(text));
    if (mail === undefined) throw new Error(`no mail with a link or code has come for ${address}`);
    return mail;
  };
  return {
    ...site,
    received,
    async receivedPath(contactId) {
      return /\/a\/[A-Za-z0-9_-]{43}/.exec((await newest(`${contactId}@example.org`)).text)![0];
    },
    async receivedCode(ags) {
      return /^ {4}(\d{6})$/m.exec((await newest(`code-${ags}@example.com`)).text)![1]!;
    },
    async close() {
      await site.close();
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function readMail(source: Buffer): Promise<Received> {
  const { to, messageId = "", headers, subject = "", text = "", html } = await simpleParser(source);
  const address = [to ?? []].flat()[0]?.value[0]?.address ?? "";
  const raw = source.toString("latin1");
  return { raw, to: address, messageId, headers, subject, text, html: typeof html === "string" ? html : "" };
}
