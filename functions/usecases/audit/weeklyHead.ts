/** Once a week: where the log of a region ends is kept apart from the log and told to every member. */
import { canonicalJson } from "../../../domain/canonicalJson.ts";
import { localDate } from "../../../domain/localTime.ts";
import type { Contact } from "../../../domain/region/contacts.ts";
import { weekOf } from "../../../domain/week.ts";
import { asJson } from "../../ports/store.ts";
import { auditHeadMail, type ToldHead } from "../mail/auditHeadMail.ts";
import { markAndSend } from "../mail/dueMails.ts";
import { sendEach } from "../mail/sendEach.ts";
import { sendOnce } from "../mail/sendOnce.ts";
import type { Ports } from "../ports.ts";
import { allItems } from "../records/allItems.ts";
import { contactsOf } from "../records/contacts.ts";
import { REGIONS_PK } from "../records/keys.ts";
import { readIndex } from "../records/region.ts";
import { readHead } from "./readLog.ts";
import { auditKey, headName } from "./records.ts";

type HeadPorts = Pick<Ports, "store" | "archive" | "mailer" | "clock" | "log">;

/** Those who answer for a member. */
const TOLD = ["mayor", "finance", "admin"] as const;

export interface HeadsTold {
  readonly regions: number;
  readonly sent: number;
  /** Addresses that did not take it, and mails that could not be sent now. */
  readonly failed: number;
}

/**
 * What is told of a day is fixed by the first call of that day: called again, the same head goes to whoever lacks it. Nobody is told
 * what is not kept. What cannot be sent for now is sent later, by the reconciler.
 */
export async function mailAuditHeads(ports: HeadPorts): Promise<HeadsTold> {
  let [regions, sent, failed] = [0, 0, 0];
  for (const { sk: region } of await allItems(ports.store, { pk: REGIONS_PK })) {
    const told = await weeklyHead(ports, region);
    if (told === undefined) continue;
    regions++;
    const count = { sent: 0, people: 0 };
    await markAndSend(ports, { kind: "auditHead", region, date: told.date }, () => tellMembers(ports, told, count));
    sent += count.sent;
    failed += count.people - count.sent;
  }
  return { regions, sent, failed };
}

/** The head that was told of a day, to whoever lacks it. */
export async function tellHeadLater(
  ports: Omit<HeadPorts, "archive">,
  { region, date }: { readonly region: string; readonly date: string },
): Promise<void> {
  const item = await ports.store.get(auditKey.told(region, date));
  if (item !== undefined) await tellMembers(ports, item.data as unknown as ToldHead, { sent: 0, people: 0 });
}

/** @throws Error when one mailbox cannot be reached for now; the others have it */
async function tellMembers(
  ports: Omit<HeadPorts, "archive">,
  told: ToldHead,
  count: { sent: number; people: number },
): Promise<void> {
  const { region, date } = told;
  const people = await members(ports, region);
  count.people = people.length;
  await sendEach(
    people.map((contact) => async () => {
      const about = { region, week: weekOf(date), occasion: "auditHead", contactId: contact.id };
      if ((await sendOnce(ports, auditHeadMail(told, contact), about)).kind === "sent") count.sent++;
    }),
  );
}

/** @returns undefined while the log is empty */
export async function weeklyHead(
  ports: Pick<Ports, "store" | "archive" | "clock">,
  region: string,
): Promise<ToldHead | undefined> {
  const date = localDate(ports.clock.now());
  const told = await toldOn(ports, region, date);
  if (told !== undefined) await ports.archive.keep(headName(region, date), `${canonicalJson(told)}\n`);
  return told;
}

async function toldOn({ store }: Pick<Ports, "store">, region: string, date: string): Promise<ToldHead | undefined> {
  const key = auditKey.told(region, date);
  const before = await store.get(key);
  if (before !== undefined) return before.data as unknown as ToldHead;
  const head = await readHead({ store }, region);
  if (head === undefined) return undefined;
  const { name: regionName } = await readIndex(store, region);
  const told: ToldHead = { region, regionName, date, head };
  const put = await store.put({ ...key, data: asJson(told) }, "absent");
  return put.status === "written" ? told : (put.current?.data as unknown as ToldHead);
}

/** A person who holds two offices gets it once. */
async function members({ store }: Pick<Ports, "store">, region: string): Promise<Contact[]> {
  const all = (await Promise.all(TOLD.map((role) => contactsOf(store, region, role)))).flat();
  return [...new Map(all.map((contact) => [contact.email.toLowerCase(), contact])).values()];
}
