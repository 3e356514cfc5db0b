/** The link by which somebody answers without signing in: it names region and contact, holds until a day, and cannot be made up. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { localDate } from "../../../domain/localTime.ts";
import type { Contact } from "../../../domain/region/contacts.ts";
import type { Ports } from "../ports.ts";
import { allContacts } from "../records/contacts.ts";

export interface QuestionLink {
  readonly region: string;
  readonly contactId: string;
  /** `YYYY-MM-DD`: the last day on which it opens. */
  readonly until: string;
}

async function macOf(secrets: Ports["secrets"], { region, contactId, until }: QuestionLink): Promise<string> {
  const about = JSON.stringify(["weighing-questions", region, contactId, until]);
  return createHmac("sha256", await secrets.key("links"))
    .update(about)
    .digest("base64url");
}

export async function questionUrl({ secrets, site }: Pick<Ports, "secrets" | "site">, link: QuestionLink) {
  const { region, contactId, until } = link;
  const path = [region, contactId, until, await macOf(secrets, link)].map(encodeURIComponent).join("/");
  return `${site.origin}/abrechnung/frage/${path}`;
}

/** Reads only. @returns undefined for what is no link of ours, is too old, or of somebody who is no contact any more */
export async function openQuestionLink(
  { store, secrets, clock }: Pick<Ports, "store" | "secrets" | "clock">,
  link: QuestionLink,
  given: string,
): Promise<Contact | undefined> {
  const [mine, right] = [Buffer.from(given), Buffer.from(await macOf(secrets, link))];
  if (mine.length !== right.length || !timingSafeEqual(mine, right)) return undefined;
  if (localDate(clock.now()) > link.until) return undefined;
  return (await allContacts(store, link.region)).find(({ id }) => id === link.contactId);
}
