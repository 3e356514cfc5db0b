/** To whoever had a passkey: the administration has removed it. */
import type { Mail } from "../../../ports/mailer.ts";
import type { Recipient } from "../../mail/dispatcherMail.ts";
import { localDate } from "../../../../domain/localTime.ts";
import { LANGUAGES } from "../../mail/words/language.ts";
import { letterMail, say, small } from "./letter.ts";
import { oneLine } from "./safeText.ts";
import { PASSKEY_REMOVED } from "./words/passkeyRemoved.ts";

export interface PasskeyRemovedMail {
  readonly region: string;
  readonly regionName: string;
  readonly contact: Recipient;
  /** Tells passkeys of one person apart. */
  readonly credentialSha256: string;
  /** RFC 3339 */
  readonly createdAt: string;
  readonly removedAt: string;
}

export function passkeyRemovedMail(removed: PasskeyRemovedMail): Mail {
  const { region, contact, credentialSha256, createdAt, removedAt } = removed;
  const words = PASSKEY_REMOVED[contact.language];
  const { date } = LANGUAGES[contact.language].format;
  const regionName = oneLine(removed.regionName);
  const about = { region, regionName, id: "passkey", version: 0 };
  return letterMail(about, contact, {
    occasion: ["removed", credentialSha256.slice(0, 16)],
    subject: words.subject(regionName),
    title: words.title,
    figures: [],
    parts: [
      say(words.lead(date(localDate(createdAt)), date(localDate(removedAt)), regionName)),
      say(words.after),
      small(words.notYou),
    ],
  });
}
