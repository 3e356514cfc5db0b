/** Takes the text of a weighbridge's file by a profile of the region: what API and page do alike. */
import { MOST_ROWS, type ImportReceipt } from "../../contract/weighings.ts";
import { ApiProblem } from "../apiProblem.ts";
import type { Ports } from "../ports.ts";
import { importWeighings } from "./importWeighings.ts";
import { knownIds } from "./knownIds.ts";
import { readProfile } from "./profiles.ts";
import { readTicketFile } from "./readTicketFile.ts";

export interface TicketFile {
  readonly file: string;
  readonly text: string;
  readonly profile: string;
  readonly by: string;
  readonly dry: boolean;
}

/** @throws ApiProblem 404 without region or profile, 413 for too many rows; InputError for faults of form */
export async function takeFile(
  ports: Pick<Ports, "store" | "blobs" | "clock">,
  region: string,
  { file, text, profile: id, by, dry }: TicketFile,
): Promise<ImportReceipt> {
  const known = await knownIds(ports, region);
  const profile = await readProfile(ports.store, region, id);
  const rows = readTicketFile(file, text, profile, known);
  if (rows.length > MOST_ROWS)
    throw new ApiProblem(413, `Die Datei hat ${rows.length} Zeilen; auf einmal gehen höchstens ${MOST_ROWS}.`);
  return { dry, rows: await importWeighings(ports, rows, { region, by, profile, dry }) };
}
