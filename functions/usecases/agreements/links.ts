/** Links to the approval page: 256 bits that nobody can guess, of which only an HMAC is kept. They open a page and decide nothing. */
import { createHmac } from "node:crypto";
import type { Secrets } from "../../ports/secrets.ts";
import { asJson } from "../../ports/store.ts";
import type { Ports } from "../ports.ts";
import { agreementKey, isComment, LinkRecord } from "./records.ts";

const SECRET = /^[A-Za-z0-9_-]{43}$/;

export interface LinkPorts extends Pick<Ports, "store"> {
  readonly secrets: Secrets;
}

async function hashOf({ secrets }: LinkPorts, secret: string): Promise<string> {
  return createHmac("sha256", await secrets.key("links"))
    .update(secret)
    .digest("hex");
}

/**
 * The same question gives the same link, so that a mail sent again holds the one it held before: the secret is derived from
 * what it is for, under a key that is in no database.
 */
export async function makeLink(ports: LinkPorts, record: LinkRecord): Promise<string> {
  const { region, agreement, version, ags, role, contactId } = record;
  const key = await ports.secrets.key("links");
  // Who comments and decides later has two links that tell nothing of each other.
  const kind = isComment(record) ? "comment" : "link";
  const about = JSON.stringify([kind, region, agreement, version, ags, role, contactId]);
  const secret = createHmac("sha256", key).update(about).digest("base64url");
  // One that is there already is the same.
  const expiresAt = Math.floor(Date.parse(record.expiresAt) / 1000) + KEEP_SECONDS;
  await ports.store.put(
    { ...agreementKey.link(await hashOf(ports, secret)), data: asJson(record), expiresAt },
    "absent",
  );
  return secret;
}

/** A dead link still says for a while that it is dead, and shows the receipt. */
const KEEP_SECONDS = 180 * 86_400;

export type OpenedLink =
  | { readonly kind: "unknown" }
  | { readonly kind: "expired"; readonly link: LinkRecord; readonly hash: string }
  | { readonly kind: "alive"; readonly link: LinkRecord; readonly hash: string };

/**
 * Looked up by its HMAC: how long it takes tells nothing of how near a guess was.
 *
 * @param now RFC 3339
 */
export async function openLink(ports: LinkPorts, secret: string, now: string): Promise<OpenedLink> {
  if (!SECRET.test(secret)) return { kind: "unknown" };
  const hash = await hashOf(ports, secret);
  const item = await ports.store.get(agreementKey.link(hash));
  if (item === undefined) return { kind: "unknown" };
  const link = LinkRecord.parse(item.data);
  const kind = Date.parse(now) < Date.parse(link.expiresAt) ? "alive" : "expired";
  return { kind, link, hash };
}
