/** What a ticket may name, from the master data as they are now. */
import type { TableName } from "../../../domain/region/tables.ts";
import { TABLES } from "../../../domain/region/tables.ts";
import type { KnownIds } from "../../../planning/settlement/mapTicket.ts";
import type { Ports } from "../ports.ts";
import { readCsv } from "../readCsv.ts";
import { readText } from "../readText.ts";
import { masterPrefix } from "../records/keys.ts";
import { readIndex } from "../records/region.ts";

/** @throws ApiProblem 404 for a region that is not there */
export async function knownIds({ store, blobs }: Pick<Ports, "store" | "blobs">, region: string): Promise<KnownIds> {
  const { storages } = await readIndex(store, region);
  const ids = async (table: TableName): Promise<Set<string>> => {
    const { file } = TABLES[table];
    const bytes = await blobs.get(masterPrefix(region) + file);
    const rows = bytes === undefined ? [] : readCsv(file, readText(file, bytes).text).rows;
    return new Set(rows.map(({ cells }) => String(cells["id"] ?? "").trim()));
  };
  const [facilities, vehicles] = await Promise.all([ids("facilities"), ids("vehicles")]);
  return { facilities, vehicles, storages: new Set(storages.map(({ id }) => id)) };
}
