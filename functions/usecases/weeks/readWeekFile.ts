/** A file of a planned week. */
import { ApiProblem } from "../apiProblem.ts";
import type { Ports } from "../ports.ts";
import { resultOf } from "../run/run.ts";
import { weekRecord } from "./readWeek.ts";

export interface WeekFile {
  readonly contentType: string;
  readonly content: Uint8Array;
  /** For Content-Disposition. */
  readonly fileName: string;
}

const TYPES: Readonly<Record<string, string>> = {
  json: "application/json",
  html: "text/html; charset=utf-8",
  geojson: "application/geo+json",
  ics: "text/calendar; charset=utf-8",
  gpx: "application/gpx+xml",
  csv: "text/csv; charset=utf-8",
  pdf: "application/pdf",
};

/** @param file below the run's result: `plan.json`, `tours/t1.gpx` */
export async function readWeekFile(
  { store, blobs }: Pick<Ports, "store" | "blobs">,
  { region, week, file }: { readonly region: string; readonly week: string; readonly file: string },
): Promise<WeekFile> {
  const { run, status } = await weekRecord(store, region, week);
  if (run === null || status !== "planned")
    throw new ApiProblem(404, `Die Woche ${week} hat noch keinen fertigen Plan.`);
  const content = await resultOf(blobs, { region, week, run }).get(file);
  if (content === undefined) throw new ApiProblem(404, `Eine Datei „${file}“ gehört nicht zur Woche ${week}.`);
  const name = file.slice(file.lastIndexOf("/") + 1);
  const contentType = TYPES[name.slice(name.lastIndexOf(".") + 1)]!;
  return { contentType, content, fileName: `${region}-${week}-${name}` };
}
