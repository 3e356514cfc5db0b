/**
 * One-time codes to a second address: six digits, ten minutes, five tries, bound to link and browser, kept as HMAC. Who has only
 * the mail, or only the second mailbox, cannot use one.
 */
import { createHmac, randomInt, timingSafeEqual } from "node:crypto";
import { asJson, type Write } from "../../ports/store.ts";
import { allContacts } from "../records/contacts.ts";
import { update } from "../records/update.ts";
import { sha256 } from "../sha256.ts";
import { alertDispatchers, type TryPorts } from "./alerts.ts";
import { openWithAmount, type Opened, type TypedOnPage } from "./amounts.ts";
import type { CodeOutcome } from "./ballotActions.ts";
import { identityOfStanding } from "./ballotView.ts";
import { codeMail } from "./mail/informationMails.ts";
import { agreementKey, type LinkRecord } from "./records.ts";
import { tell, type TellPorts } from "./tell.ts";

export const MINUTES_VALID = 10;
const MOST_TRIES = 5;
/** Who asks again so soon gets none, since the first holds. */
const AGAIN_MS = 60_000;
/** In one hour, for one link: from one network, from all, and how many more to networks that have had none, one each. */
const MOST_OF_NETWORK = 10;
const MOST_SENT = 20;
const RESERVE = 10;
const HOUR_MS = 3600_000;

interface Code {
  readonly hash: string;
  readonly tries: number;
  readonly sentAt: string;
}

/** Sends a code, once the amount is right: guessing it sends no mails. */
export async function requestCode(ports: TellPorts, secret: string, typed: TypedOnPage): Promise<CodeOutcome> {
  const opened = await openWithAmount(ports, secret, typed);
  if ("kind" in opened) return opened;
  const { view, hash, link } = opened;
  const { client } = typed;
  const contact = (await allContacts(ports.store, link.region)).find(({ id }) => id === link.contactId);
  const to = identityOfStanding(view.standing)?.codeTo;
  if (contact?.codeEmail === undefined || to === undefined) return { kind: "notOffered" };
  const now = Date.parse(ports.clock.now());
  const at = agreementKey.code(hash, browserOf(client));
  const sent = { kind: "sent", to, minutesValid: MINUTES_VALID } as const;
  const before = (await ports.store.get(at))?.data as unknown as Code | undefined;
  if (before !== undefined && now - Date.parse(before.sentAt) < AGAIN_MS) return { ...sent, again: true };
  const until = await countSent(ports, hash, typed.network ?? "", now);
  if (until !== undefined) {
    const { agreement, member, role } = view;
    ports.log.info("many codes", { region: link.region, agreement: agreement.id, ags: member.ags, role });
    await alertDispatchers(ports, link, "codes", MOST_OF_NETWORK);
    return { kind: "wait", until };
  }
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const sentAt = ports.clock.now();
  const data: Code = { hash: await hmacOf(ports, opened, client, code), tries: 0, sentAt };
  await ports.store.put({ ...at, data: asJson(data), expiresAt: Math.floor(now / 1000) + MINUTES_VALID * 60 }, "any");
  // The audit log and the records of mails know the id, which tells nothing of the code.
  const codeId = sha256(`${hash} ${browserOf(client)} ${sentAt}`).slice(0, 16);
  const mail = codeMail({
    ...{ agreement: view.agreement, codeId, code, minutesValid: MINUTES_VALID },
    contact: { ...contact, email: contact.codeEmail },
  });
  const delivered = await tell(ports, view.agreement, contact, "code", mail).catch(async (error: unknown) => {
    // A code that comes later is of no use: who waits for it is told at once, and may ask again.
    ports.log.error("code not sent", error, { region: link.region, agreement: link.agreement });
    await ports.store.remove(at, "any");
    return false;
  });
  return delivered ? { ...sent, again: false } : { kind: "notOffered" };
}

interface Sent {
  readonly at: number;
  readonly network: string;
}

/**
 * Whoever holds the link can ask for codes; one caller must not use up those of the human. So a network gets half of an hour's at most,
 * and when all are gone, one that has had none still gets one. Of a network only an HMAC is kept, of this link and for an hour.
 *
 * @returns undefined when another one may be sent; else when
 */
async function countSent(ports: TellPorts, hash: string, network: string, now: number): Promise<string | undefined> {
  const name = createHmac("sha256", await ports.secrets.key("codes"))
    .update(JSON.stringify(["network", hash, network]))
    .digest("hex")
    .slice(0, 16);
  let until: string | undefined;
  await update(ports.store, agreementKey.codes(hash), (current) => {
    const sent = ((current?.data ?? []) as unknown as Sent[]).filter(({ at }) => now - at < HOUR_MS);
    const mine = sent.filter((one) => one.network === name);
    const free = mine.length === 0 ? MOST_SENT + RESERVE : MOST_SENT;
    const full = mine.length >= MOST_OF_NETWORK ? mine : sent.length >= free ? sent : undefined;
    until = full === undefined ? undefined : new Date(full[0]!.at + HOUR_MS).toISOString();
    if (until !== undefined) return undefined;
    const data = asJson([...sent, { at: now, network: name }]);
    return { data, expiresAt: Math.floor((now + HOUR_MS) / 1000) };
  });
  return until;
}

export type CodeCheck =
  /** `use` uses it up, in the transaction of what it is used for. */
  | { readonly kind: "right"; readonly use: Write }
  | { readonly kind: "wrong"; readonly code: "codeWrong" | "codeUsedUp" };

export async function checkCode(
  ports: TryPorts,
  opened: Opened<LinkRecord>,
  client: string,
  typed: string,
): Promise<CodeCheck> {
  const at = agreementKey.code(opened.hash, browserOf(client));
  const item = await ports.store.get(at);
  if (item === undefined) return { kind: "wrong", code: "codeWrong" };
  const { hash, tries, sentAt } = item.data as unknown as Code;
  if (tries >= MOST_TRIES) return { kind: "wrong", code: "codeUsedUp" };
  const given = await hmacOf(ports, opened, client, typed.replace(/\D/g, ""));
  if (timingSafeEqual(Buffer.from(given), Buffer.from(hash)))
    return { kind: "right", use: { remove: at, expected: item.version } };
  // Of several at once one counts; the others met another version and are no try.
  const { expiresAt } = item;
  const data = asJson({ hash, tries: tries + 1, sentAt });
  await ports.store.put({ ...at, data, ...(expiresAt === undefined ? {} : { expiresAt }) }, item.version);
  return { kind: "wrong", code: tries + 1 >= MOST_TRIES ? "codeUsedUp" : "codeWrong" };
}

async function hmacOf(
  { secrets }: Pick<TellPorts, "secrets">,
  { hash }: Opened<LinkRecord>,
  client: string,
  code: string,
): Promise<string> {
  const about = JSON.stringify(["code", hash, browserOf(client), code]);
  return createHmac("sha256", await secrets.key("codes"))
    .update(about)
    .digest("hex");
}

const browserOf = (client: string): string => sha256(client).slice(0, 32);
