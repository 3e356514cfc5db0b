/** Before a week is planned: asks each yard for those storages of its municipality of which a report would change the plan. */
import { localTimestamp } from "../../../domain/localTime.ts";
import type { Contact } from "../../../domain/region/contacts.ts";
import { InputError } from "../../../domain/problem.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { heldBlobs } from "../heldBlobs.ts";
import { latestReports } from "../points/listPoints.ts";
import type { Ports } from "../ports.ts";
import { readRegion } from "../readRegion.ts";
import { contactsOf } from "../records/contacts.ts";
import { readIndex, type RegionIndex } from "../records/region.ts";
import type { ReportRecord } from "../records/report.ts";
import { currentFolder } from "../regions/currentFolder.ts";
import { stickerToken } from "../stickers/stickers.ts";
import { markAndSend, type DueOf } from "./dueMails.ts";
import { reportRequestMail, type AskedStorage } from "./reportRequestMail.ts";
import { sendOnce } from "./sendOnce.ts";
import { worthAsking, type ReportWorth } from "./worthAsking.ts";

/** Who has just looked is not sent again. */
const FRESH_MS = 2 * 24 * 3600_000;
/** How long yards have to answer. */
const ANSWER_MS = 24 * 3600_000;

export interface Asked {
  readonly asked: number;
  /** RFC 3339: until then reports are waited for; now when nobody was asked. */
  readonly due: string;
}

type AskPorts = Pick<Ports, "store" | "blobs" | "mailer" | "clock" | "log" | "secrets" | "site">;

/** A yard that cannot be written to for now is asked later, as long as there is time to answer; the others are asked all the same. */
export async function askReports(
  ports: AskPorts,
  { region, week }: { readonly region: string; readonly week: string },
): Promise<Asked> {
  const { store, clock } = ports;
  const now = clock.now();
  const due = new Date(Date.parse(now) + ANSWER_MS).toISOString();
  const yards = await readYards(ports, region, week);
  let asked = 0;
  const storages = new Map<string, AskedStorage>();
  for (const { id: contactId } of await contactsOf(store, region, "yard")) {
    const wanted = storagesOf(yards, contactId, now);
    if (wanted.length === 0) continue;
    wanted.forEach((one) => storages.set(one.storageId, one));
    const mark: DueOf<"report"> = { kind: "report", region, week, contactId, answerBy: due };
    let refused = false;
    await markAndSend(ports, mark, async () => (refused = !(await askYard(ports, yards, mark))));
    // Who gets it a little later answers a little later.
    if (!refused) asked++;
  }
  for (const { storageId, worth } of storages.values())
    ports.log.info("report wanted", { region, week, storageId, ...worth });
  ports.log.info("reports asked for", {
    region,
    week,
    asked,
    storages: storages.size,
    of: yards.region.storages.length,
  });
  return { asked, due: asked === 0 ? now : due };
}

/** Nothing is asked when it is too late to answer, or what was missing is there by now. */
export async function askYardLater(ports: AskPorts, mark: DueOf<"report">): Promise<void> {
  if (Date.parse(ports.clock.now()) < Date.parse(mark.answerBy))
    await askYard(ports, await readYards(ports, mark.region, mark.week), mark);
}

interface Yards {
  readonly index: RegionIndex;
  readonly latest: ReadonlyMap<string, ReportRecord>;
  readonly region: Region;
  readonly contacts: readonly Contact[];
  readonly worth: ReadonlyMap<string, ReportWorth>;
}

async function readYards({ store, blobs, clock }: AskPorts, region: string, week: string): Promise<Yards> {
  const index = await readIndex(store, region);
  const latest = await latestReports(store, index, new Set(Object.keys(index.points)));
  const read = await readRegion(heldBlobs(await currentFolder(store, blobs, region)), clock.now());
  if (read.region === null) throw new InputError(read.problems);
  const contacts = await contactsOf(store, region, "yard");
  return { index, latest, region: read.region, contacts, worth: worthAsking(read.region, week) };
}

function storagesOf(yards: Yards, contactId: string, now: string): AskedStorage[] {
  const contact = yards.contacts.find(({ id }) => id === contactId);
  return contact === undefined ? [] : wantedStorages(yards, contact, now);
}

/** @returns false when the address does not take it */
async function askYard(ports: AskPorts, yards: Yards, { region, week, contactId, answerBy }: DueOf<"report">) {
  const contact = yards.contacts.find(({ id }) => id === contactId);
  const storages = storagesOf(yards, contactId, ports.clock.now());
  if (contact === undefined || storages.length === 0) return true;
  const asked = await Promise.all(storages.map((one) => withForm(ports, region, one)));
  const mail = reportRequestMail(yards.region, contact, { week, asked, answerBy: localTimestamp(answerBy) });
  const outcome = await sendOnce(ports, mail, { region, week, occasion: "report", contactId });
  return outcome.kind === "sent";
}

/** The same form as under the container's sticker: nobody need sign in to answer. */
async function withForm(
  { store, secrets, site }: Pick<Ports, "store" | "secrets" | "site">,
  region: string,
  asked: AskedStorage,
): Promise<AskedStorage> {
  const token = await stickerToken({ store, secrets }, { region, storageId: asked.storageId });
  return { ...asked, formUrl: `${site.origin}/m/${token}` };
}

/** The dearest first. */
function wantedStorages({ index, latest, worth }: Yards, { municipalityAgs }: Contact, now: string): AskedStorage[] {
  return index.storages
    .filter(({ pointId }) => (index.points[pointId]?.served ?? []).some((ags) => ags === municipalityAgs))
    .flatMap(({ id }): AskedStorage[] => {
      const [seen, value] = [latest.get(id), worth.get(id)];
      if (value === undefined) return [];
      if (seen === undefined) return [{ storageId: id, worth: value }];
      if (Date.parse(now) - Date.parse(seen.observedAt) < FRESH_MS) return [];
      return [{ storageId: id, worth: value, lastObservedAt: localTimestamp(seen.observedAt) }];
    })
    .sort((a, b) => (b.worth?.valueCents ?? 0) - (a.worth?.valueCents ?? 0));
}
