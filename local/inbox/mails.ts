/** Mails that the system sent, kept as files: the newest 500, each as it came and as it was read. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { simpleParser, type AddressObject, type ParsedMail } from "mailparser";

export interface ShownAttachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: number;
}

export interface ShownMail {
  /** Ascending in the order of receipt. */
  readonly id: string;
  /** RFC 3339 */
  readonly receivedAt: string;
  readonly messageId: string | null;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly hasHtml: boolean;
  readonly attachments: readonly ShownAttachment[];
}

export interface Mails {
  /** Kept on disk when it resolves. */
  receive(raw: Buffer, now: string): Promise<void>;
  /** Newest first. */
  list(): readonly ShownMail[];
  find(id: string): ShownMail | undefined;
  /** The mail's own HTML, or undefined. */
  html(id: string): Promise<string | undefined>;
  attachment(id: string, index: number): Promise<{ shown: ShownAttachment; content: Buffer } | undefined>;
}

const MOST_MAILS = 500;
const MOST_TEXT = 100_000;
const META = /^(\d{12})\.json$/;

/** @param folder made when missing */
export async function openMails(folder: string, most = MOST_MAILS): Promise<Mails> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const names = (await readdir(folder)).filter((name) => META.test(name)).sort();
  const mails: ShownMail[] = [];
  for (const name of names) mails.push(JSON.parse(await readFile(join(folder, name), "utf8")) as ShownMail);
  let last = Number(mails.at(-1)?.id ?? 0);
  let writing: Promise<void> = Promise.resolve();
  const path = (id: string, end: "eml" | "json"): string => join(folder, `${id}.${end}`);

  async function keep(raw: Buffer, now: string): Promise<void> {
    const id = String(++last).padStart(12, "0");
    const mail = shownMail(id, now, await simpleParser(raw));
    await put(path(id, "eml"), raw);
    // Last: a mail that is listed is whole.
    await put(path(id, "json"), JSON.stringify(mail));
    mails.push(mail);
    while (mails.length > most) {
      const { id: old } = mails.shift()!;
      await rm(path(old, "json"), { force: true });
      await rm(path(old, "eml"), { force: true });
    }
  }

  const find = (id: string): ShownMail | undefined => mails.find((mail) => mail.id === id);
  const parsed = async (id: string): Promise<ParsedMail | undefined> =>
    find(id) === undefined ? undefined : simpleParser(await readFile(path(id, "eml")));

  return {
    receive: (raw, now) => {
      const done = writing.then(() => keep(raw, now));
      writing = done.catch(() => undefined);
      return done;
    },
    list: () => mails.toReversed(),
    find,
    async html(id) {
      const html = (await parsed(id))?.html;
      return typeof html === "string" ? html : undefined;
    },
    async attachment(id, index) {
      const shown = find(id)?.attachments[index];
      if (shown === undefined) return undefined;
      return { shown, content: (await parsed(id))!.attachments[index]!.content };
    },
  };
}

async function put(path: string, data: Buffer | string): Promise<void> {
  await writeFile(`${path}.new`, data, { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
}

function shownMail(id: string, receivedAt: string, mail: ParsedMail): ShownMail {
  return {
    id,
    receivedAt,
    messageId: mail.messageId ?? null,
    from: addresses(mail.from),
    to: addresses(mail.to),
    subject: mail.subject ?? "",
    text: (mail.text ?? "").slice(0, MOST_TEXT),
    hasHtml: typeof mail.html === "string",
    attachments: mail.attachments.map(({ filename, contentType, content }, index) => ({
      fileName: filename ?? `anhang-${index + 1}`,
      contentType,
      bytes: content.length,
    })),
  };
}

function addresses(given: AddressObject | AddressObject[] | undefined): string {
  return [given ?? []]
    .flat()
    .map(({ text }) => text)
    .join(", ");
}
