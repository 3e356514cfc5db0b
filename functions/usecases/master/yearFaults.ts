/** What is wrong with `year.json` beside a region that is right itself: no week depends on it, so that it is judged where it is taken. */
import type { Problem } from "../../../domain/problem.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { readYearInput, YEAR_FILE } from "../../../planning/flow/year/readYearInput.ts";
import { readText } from "../readText.ts";

/** @param region null when it is faulty: then nothing is known of its places */
export function yearFaults(region: Region | null, bytes: Uint8Array | undefined): readonly Problem[] {
  if (region === null || bytes === undefined) return [];
  const { text, problems } = readText(YEAR_FILE, bytes);
  const read = readYearInput(region, text);
  return [...problems, ...(read.status === "faulty" ? read.problems : [])];
}
