/** The photo of a ticket's paper. It is kept as evidence as long as vouchers are (domain/retention.ts). */
import { localDate } from "../../../domain/localTime.ts";
import { TICKET_PHOTO_YEARS } from "../../../domain/retention.ts";
import { asJson } from "../../ports/store.ts";
import { ApiProblem } from "../apiProblem.ts";
import { append } from "../audit/append.ts";
import { cleanJpeg } from "../photos/cleanJpeg.ts";
import type { Ports } from "../ports.ts";
import { sha256 } from "../sha256.ts";
import { findWeighing, weighingKey } from "./records.ts";

const folderOf = (region: string): string => `regions/${region}/weighing-photos/`;
export const ticketPhoto = (region: string, name: string): string => folderOf(region) + name;

/** As telephones take them: there is no script that shrinks it. As base64 a third longer, a function takes and gives six megabytes. */
export const MOST_TICKET_PHOTO_BYTES = 4_000_000;

const REFUSED = {
  size: "Das Foto ist zu groß: höchstens 4 MB.",
  side: "Das Foto ist zu groß: höchstens 4.096 Bildpunkte an der längsten Seite.",
  type: "Das ist kein lesbares JPEG.",
} as const;

/** @throws ApiProblem 404 without the ticket, 413 or 422 for what is no photo, 412 when somebody changed it meanwhile */
export async function attachPhoto(
  ports: Pick<Ports, "store" | "blobs" | "clock">,
  region: string,
  { ticket, bytes, by }: { readonly ticket: string; readonly bytes: Uint8Array; readonly by: string },
): Promise<void> {
  const found = await findWeighing(ports.store, region, ticket);
  if (found === undefined) throw new ApiProblem(404, `Einen Wiegeschein „${ticket}“ gibt es hier nicht.`);
  const photo = cleanJpeg(bytes, MOST_TICKET_PHOTO_BYTES);
  if (photo.kind !== "photo") throw new ApiProblem(photo.kind === "type" ? 422 : 413, REFUSED[photo.kind]);
  // By the day it came in, so that it can be forgotten; the same photo again is the same.
  const hash = sha256(photo.bytes).slice(0, 32);
  if (found.weighing.photo?.endsWith(`${hash}.jpg`) === true) return;
  const name = `${localDate(ports.clock.now())}/${hash}.jpg`;
  await ports.blobs.putAll(new Map([[ticketPhoto(region, name), photo.bytes]]));
  const put = {
    ...weighingKey.weighing(region, found.weighing.ticket),
    data: asJson({ ...found.weighing, photo: name }),
  };
  const content = {
    kind: "weighing.photographed",
    subject: `weighings/${ticket}`.slice(0, 200),
    data: { photo: name, by },
  };
  const outcome = await append(ports, region, content, { also: [{ put, expected: found.version }] });
  if (outcome.kind !== "appended")
    throw new ApiProblem(412, "Inzwischen hat jemand den Schein geändert. Bitte noch einmal.");
}

/** Undefined without the ticket, without a photo, and once its years are over. */
export async function readTicketPhoto(
  { store, blobs }: Pick<Ports, "store" | "blobs">,
  region: string,
  ticket: string,
): Promise<Uint8Array | undefined> {
  const name = (await findWeighing(store, region, ticket))?.weighing.photo ?? null;
  return name === null ? undefined : blobs.get(ticketPhoto(region, name));
}

/** @returns how many days of photos went */
export async function forgetTicketPhotos(
  { blobs, clock }: Pick<Ports, "blobs" | "clock">,
  region: string,
): Promise<number> {
  // Kept to the end of the eighth calendar year after the one it came in.
  const first = `${Number(localDate(clock.now()).slice(0, 4)) - TICKET_PHOTO_YEARS}-01-01`;
  const folder = folderOf(region);
  const days = new Set((await blobs.list(folder)).map((name) => name.slice(folder.length).split("/")[0]!));
  const over = [...days].filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && day < first);
  for (const day of over) await blobs.putAll(new Map(), { replace: [`${folder}${day}/`] });
  return over.length;
}
