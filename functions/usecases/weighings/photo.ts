/** The photo of a ticket's paper. It is kept as evidence with the ticket, and not forgotten after days as those of reports are. */
import { asJson } from "../../ports/store.ts";
import { ApiProblem } from "../apiProblem.ts";
import { append } from "../audit/append.ts";
import { cleanJpeg } from "../photos/cleanJpeg.ts";
import type { Ports } from "../ports.ts";
import { sha256 } from "../sha256.ts";
import { findWeighing, weighingKey } from "./records.ts";

export const ticketPhoto = (region: string, name: string): string => `regions/${region}/weighing-photos/${name}`;

const REFUSED = {
  size: "Das Foto ist zu groß: höchstens 400 KB.",
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
  const photo = cleanJpeg(bytes);
  if (photo.kind !== "photo") throw new ApiProblem(photo.kind === "type" ? 422 : 413, REFUSED[photo.kind]);
  const name = `${sha256(photo.bytes).slice(0, 32)}.jpg`;
  if (found.weighing.photo === name) return;
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
