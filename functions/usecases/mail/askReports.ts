/** Before a week is planned: asks each yard for the storages of its municipality that nobody has looked at lately. */
import { localTimestamp } from "../../../domain/localTime.ts";
import type { Contact } from "../../../domain/region/contacts.ts";
import { InputError } from "../../../domain/problem.ts";
import { heldBlobs } from "../heldBlobs.ts";
import { latestReports } from "../points/listPoints.ts";
import type { Ports } from "../ports.ts";
import { readRegion } from "../readRegion.ts";
import { contactsOf } from "../records/contacts.ts";
import { readIndex, type RegionIndex } from "../records/region.ts";
import type { ReportRecord } from "../records/report.ts";
import { currentFolder } from "../regions/currentFolder.ts";
import { stickerToken } from "../stickers/stickers.ts";
import { reportRequestMail, type AskedStorage } from "./reportRequestMail.ts";
import { sendOnce } from "./sendOnce.ts";

/** A report younger than this is not asked for again. */
const FRESH_MS = 6 * 24 * 3600_000;
/** How long yards have to answer. */
const ANSWER_MS = 24 * 3600_000;

export interface Asked {
  readonly asked: number;
  /** RFC 3339: until then reports are waited for; now when nobody was asked. */
  readonly due: string;
}

export async function askReports(
  ports: Pick<Ports, "store" | "blobs" | "mailer" | "clock" | "log" | "secrets" | "site">,
  { region, week }: { readonly region: string; readonly week: string },
): Promise<Asked> {
  const { store, clock } = ports;
  const now = clock.now();
  const index = await readIndex(store, region);
  const latest = await latestReports(store, index, new Set(Object.keys(index.points)));
  const due = new Date(Date.parse(now) + ANSWER_MS).toISOString();
  const read = await readRegion(heldBlobs(await currentFolder(store, ports.blobs, region)), now);
  if (read.region === null) throw new InputError(read.problems);
  let asked = 0;
  for (const contact of await contactsOf(store, region, "yard")) {
    const storages = staleStorages(index, latest, contact, now);
    if (storages.length === 0) continue;
    const linked = await Promise.all(storages.map((one) => withForm(ports, region, one)));
    const mail = reportRequestMail(read.region, contact, { week, asked: linked, answerBy: localTimestamp(due) });
    const about = { region, week, occasion: "report", contactId: contact.id };
    const outcome = await sendOnce(ports, mail, about);
    if (outcome.kind === "sent") asked++;
  }
  ports.log.info("reports asked for", { region, week, asked });
  return { asked, due: asked === 0 ? now : due };
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

function staleStorages(
  region: RegionIndex,
  latest: ReadonlyMap<string, ReportRecord>,
  { municipalityAgs }: Contact,
  now: string,
): AskedStorage[] {
  return region.storages
    .filter(({ pointId }) => (region.points[pointId]?.served ?? []).some((ags) => ags === municipalityAgs))
    .flatMap(({ id }) => {
      const seen = latest.get(id);
      if (seen !== undefined && Date.parse(now) - Date.parse(seen.observedAt) < FRESH_MS) return [];
      return [{ storageId: id, ...(seen === undefined ? {} : { lastObservedAt: localTimestamp(seen.observedAt) }) }];
    });
}
