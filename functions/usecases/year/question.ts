/** What a county asked of a year, where it lies, and the name it has: the same question of the same figures has the same one. */
import * as z from "zod";
import { canonicalJson } from "../../../domain/canonicalJson.ts";
import { VERSION } from "../../../domain/version.ts";
import { NO_CHANGE, YearChange } from "../../../domain/year/scenario.ts";
import type { YearFigures } from "../../../domain/year/figures.ts";
import type { Problem } from "../../../domain/problem.ts";
import type { YearEffort } from "../../../optimizer/flow/year/index.ts";
import { YEAR_FILE } from "../../../planning/flow/year/readYearInput.ts";
import { Week } from "../../contract/common.ts";
import type { Blobs } from "../../ports/blobs.ts";
import type { Key } from "../../ports/store.ts";
import { blobsBelow } from "../blobsBelow.ts";
import type { Ports } from "../ports.ts";
import { masterPrefix, regionPk } from "../records/keys.ts";
import { sha256 } from "../sha256.ts";
import { publishedWeeks } from "../weeks/publishedWeeks.ts";
import { weekRecord } from "../weeks/readWeek.ts";

/** Tighter than a plan by hand needs: the difference of two years is known to the sum of both gaps. */
export const COUNTY_EFFORT: YearEffort = { gap: 0.005, maxRounds: 60, maxNodes: 40 };
export const YEAR_WEEKS = 52;
/** After this a workflow ends, whatever it has (workflows/year-planning.asl.json). */
export const YEAR_SECONDS = 2400;

export const YearId = z.string().regex(/^[0-9a-f]{16}$/);

/** The frozen figures that a year rests on: those of a published week, and `year.json` as it was. */
export const YearBasis = z.strictObject({
  week: Week,
  run: z.string(),
  /** Content of `year.json`; null where there is none. */
  year: z.string().nullable(),
});
export type YearBasis = z.infer<typeof YearBasis>;

export const YearQuestion = z.strictObject({ ...YearBasis.shape, change: YearChange });
export type YearQuestion = z.infer<typeof YearQuestion>;

export type YearOutcome =
  | { readonly status: "planned"; readonly figures: YearFigures }
  /** By the checker: its findings. */
  | { readonly status: "refused"; readonly problems: readonly Problem[] }
  | { readonly status: "impossible"; readonly problems: readonly Problem[] };

/** Undefined before the first published week. */
export async function currentBasis(
  { store, blobs }: Pick<Ports, "store" | "blobs">,
  region: string,
): Promise<YearBasis | undefined> {
  const [week] = await publishedWeeks(store, region);
  if (week === undefined) return undefined;
  const [{ run }, bytes] = await Promise.all([
    weekRecord(store, region, week),
    blobs.get(`${masterPrefix(region)}${YEAR_FILE}`),
  ]);
  return { week, run: run!, year: bytes === undefined ? null : new TextDecoder().decode(bytes) };
}

export const yearId = (region: string, question: YearQuestion): string =>
  sha256(canonicalJson({ ...question, region, version: VERSION, effort: COUNTY_EFFORT })).slice(0, 16);

export const baseOf = ({ week, run, year }: YearBasis): YearQuestion => ({ week, run, year, change: NO_CHANGE });

export const yearKey = {
  record: (region: string, id: string): Key => ({ pk: regionPk(region), sk: `year#${id}` }),
  progress: (region: string, id: string): Key => ({ pk: regionPk(region), sk: `year-progress#${id}` }),
};

/** `question.json`, `outcome.json`, and of what was planned `plan.json` and `state.json`. */
export const yearBlobs = (blobs: Blobs, region: string, id: string): Blobs =>
  blobsBelow(blobs, `regions/${region}/years/${id}/`);

export async function readYearFile(blobs: Blobs, file: string): Promise<string | undefined> {
  const bytes = await blobs.get(file);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

export async function outcomeOf(blobs: Blobs): Promise<YearOutcome | undefined> {
  const text = await readYearFile(blobs, "outcome.json");
  return text === undefined ? undefined : (JSON.parse(text) as YearOutcome);
}
