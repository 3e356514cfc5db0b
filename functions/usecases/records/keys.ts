/**
 * Where everything lies in the Store and among the Blobs. A region is a partition; within it the first word of the sort key
 * names the kind of record.
 */
import type { Key } from "../../ports/store.ts";

export const regionPk = (region: string): string => `region#${region}`;

/** The list of regions. */
export const REGIONS_PK = "regions";

export const key = {
  region: (region: string): Key => ({ pk: REGIONS_PK, sk: region }),
  index: (region: string): Key => ({ pk: regionPk(region), sk: "index" }),
  contacts: (region: string): Key => ({ pk: regionPk(region), sk: "contacts" }),
  point: (region: string, point: string): Key => ({ pk: regionPk(region), sk: `point#${point}` }),
  /** @param at UTC, so that keys sort by time */
  report: (region: string, at: string, id: string): Key => ({ pk: regionPk(region), sk: `report#${at}#${id}` }),
  idempotency: (region: string, given: string): Key => ({ pk: regionPk(region), sk: `idempotency#${given}` }),
  apiKey: (region: string, hash: string): Key => ({ pk: regionPk(region), sk: `api-key#${hash}` }),
  /** How often the sticker of a storage was replaced. */
  sticker: (region: string, storage: string): Key => ({ pk: regionPk(region), sk: `sticker#${storage}` }),
  /** The state that the master data are in since somebody changed them on the page. */
  master: (region: string): Key => ({ pk: regionPk(region), sk: "master" }),
  /** Numbers sort as text. */
  masterVersion: (region: string, version: number): Key => ({
    pk: regionPk(region),
    sk: `master-version#${String(version).padStart(6, "0")}`,
  }),
  week: (region: string, week: string): Key => ({ pk: regionPk(region), sk: `week#${week}` }),
  /** A week planned apart: as it would have been, or as it would be with another site. */
  trial: (region: string, week: string, run: string): Key => ({ pk: regionPk(region), sk: `trial#${week}#${run}` }),
  progress: (region: string, week: string): Key => ({ pk: regionPk(region), sk: `progress#${week}` }),
};

/** Index by which the newest report of a storage is found. */
export const storageIndex = (region: string, storage: string, at = "0"): Key => ({
  pk: `reports#${region}#${storage}`,
  sk: at,
});

/** Index by which the weeks that are being planned are found, whatever their region. */
export const PLANNING_INDEX = "weeks#planning";

export const masterPrefix = (region: string): string => `regions/${region}/master/`;

/** Files of a state before and after a change of the master data. */
export const masterVersionPrefix = (region: string, folder: string): string => `regions/${region}/versions/${folder}/`;

/** What somebody has uploaded and not confirmed yet. */
export const previewPrefix = (region: string, person: string): string => `regions/${region}/previews/${person}/`;

export const runPrefix = (region: string, week: string, run: string): string =>
  `regions/${region}/weeks/${week}/runs/${run}/`;
