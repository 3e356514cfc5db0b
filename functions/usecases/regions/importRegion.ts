/** Takes a region folder into the system: its tables as master data, its points and reports as records. */
import { hasErrors, InputError, type Problem } from "../../../domain/problem.ts";
import { YEAR_FILE } from "../../../planning/flow/year/readYearInput.ts";
import { yearFaults } from "../master/yearFaults.ts";
import { pointItem, pointRecord } from "../records/point.ts";
import type { Region } from "../../../domain/region/tables.ts";
import type { Blobs } from "../../ports/blobs.ts";
import { asJson, MOST_WRITES, type Store, type Write } from "../../ports/store.ts";
import { append } from "../audit/append.ts";
import { readBillingFile } from "../documents/billingFile.ts";
import { beginBilling } from "../documents/readBilling.ts";
import type { Ports } from "../ports.ts";
import { readRegion } from "../readRegion.ts";
import { key, masterPrefix } from "../records/keys.ts";
import { indexOf } from "../records/region.ts";
import { reportItem, type ReportRecord } from "../records/report.ts";

export interface ImportedRegion {
  readonly region: string;
  readonly name: string;
  readonly points: number;
  readonly reports: number;
  readonly warnings: readonly Problem[];
}

/**
 * May be repeated: what people changed since at points and billing details stays, reports that are there already stay.
 *
 * @param folder the region folder
 * @throws InputError with every problem of the folder; nothing is written then
 */
export async function importRegion(
  { store, blobs, clock }: Pick<Ports, "store" | "blobs" | "clock">,
  folder: Blobs,
): Promise<ImportedRegion> {
  const now = clock.now();
  const { region, problems, inputs, inputsSha256 } = await readRegion(folder, now);
  const details = await readBillingFile(folder, region);
  const year = await folder.get(YEAR_FILE);
  const others = [...details.problems, ...yearFaults(region, year)];
  if (region === null || hasErrors(others)) throw new InputError([...problems, ...others]);
  const { id, name } = region.settings;
  const prefix = masterPrefix(id);
  const files = new Map<string, Uint8Array>();
  for (const { file } of inputs) files.set(prefix + file, (await folder.get(file))!);
  if (year !== undefined) files.set(prefix + YEAR_FILE, year);
  await blobs.putAll(files, { replace: [prefix] });
  await keep(store, pointWrites(region));
  await keep(store, reportWrites(region, now));
  await store.put({ ...key.contacts(id), data: asJson({ contacts: region.contacts }) }, "any");
  if (details.billing !== null) await beginBilling({ store }, id, details.billing);
  // Last, so that a region that can be found is whole.
  await store.put({ ...key.index(id), data: asJson(indexOf(region)) }, "any");
  await store.put({ ...key.region(id), data: { name } }, "any");
  const { collectionPoints, reports } = region;
  const data = { inputsSha256, points: collectionPoints.length, reports: reports.length };
  await append({ store, clock }, id, { kind: "region.imported", subject: `regions/${id}`, data });
  return { region: id, name, points: collectionPoints.length, reports: reports.length, warnings: problems };
}

function pointWrites(region: Region): Write[] {
  return region.collectionPoints.map((point) => ({
    put: pointItem(region.settings.id, point.id, pointRecord(point)),
    expected: "absent",
  }));
}

function reportWrites(region: Region, receivedAt: string): Write[] {
  return region.reports.map(({ id, storageId, observedAt, reportedBy, ...seen }) => {
    const { quarters, volumeM3, percent, errorPercent, contamination, heapBeside } = seen;
    const measure = {
      ...(quarters === undefined ? {} : { quarters }),
      ...(volumeM3 === undefined ? {} : { volumeM3 }),
      ...(percent === undefined ? {} : { percent }),
      ...(errorPercent === undefined ? {} : { errorPercent }),
      ...(contamination === undefined ? {} : { contamination }),
      ...(heapBeside === undefined ? {} : { heapBeside }),
    };
    const report: ReportRecord = {
      ...{ id, storageId, observedAt, reportedBy, ...measure },
      channel: "import",
      receivedAt,
    };
    return { put: reportItem(region.settings.id, report), expected: "absent" };
  });
}

/** Puts what is not there yet; a batch that meets something known is put one by one. */
async function keep(store: Store, writes: readonly Write[]): Promise<void> {
  for (let i = 0; i < writes.length; i += MOST_WRITES) {
    const batch = writes.slice(i, i + MOST_WRITES);
    const outcome = await store.transact(batch);
    if (outcome.status === "written") continue;
    for (const write of batch) if ("put" in write) await store.put(write.put, write.expected);
  }
}
