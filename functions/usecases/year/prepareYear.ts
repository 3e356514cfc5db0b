/** From a question to the year that is to be solved: every fault of it at once, nothing solved yet. */
import type { Problem } from "../../../domain/problem.ts";
import type { Region } from "../../../domain/region/tables.ts";
import type { YearChange } from "../../../domain/year/scenario.ts";
import { changedYear } from "../../../planning/flow/year/changedYear.ts";
import { readYearInput } from "../../../planning/flow/year/readYearInput.ts";
import { periodWeeks } from "../../../planning/forecast/weeks.ts";
import type { Blobs } from "../../ports/blobs.ts";
import { heldBlobs } from "../heldBlobs.ts";
import type { Ports } from "../ports.ts";
import { readRegion } from "../readRegion.ts";
import { inputOf, readRecord, resultOf } from "../run/run.ts";
import { withSite } from "../trials/newSite.ts";
import { yearHaulage } from "./haulage.ts";
import { COUNTY_EFFORT, YEAR_WEEKS, type YearQuestion } from "./question.ts";
import type { YearCase } from "./solveYear.ts";

export type PreparedYear =
  | { readonly status: "ready"; readonly year: YearCase }
  | { readonly status: "faulty"; readonly problems: readonly Problem[] };

/** @throws Error when the week's run is not there */
export async function prepareYear(
  { blobs }: Pick<Ports, "blobs">,
  regionId: string,
  question: YearQuestion,
): Promise<PreparedYear> {
  const { week, run: id, change } = question;
  const run = { region: regionId, week, run: id };
  const [record, plan] = await Promise.all([readRecord(blobs, run), resultOf(blobs, run).get("plan.json")]);
  if (record === undefined || plan === undefined) throw new Error(`run ${id} of ${regionId} ${week} is not whole`);
  const given = inputOf(blobs, run);
  const folder = change.site === null ? given : heldBlobs(withSite(await filesOf(given), change.site));
  const read = await readRegion(folder, record.frozenAt);
  if (read.region === null) return { status: "faulty", problems: errors(read.problems) };
  const input = readYearInput(read.region, question.year ?? undefined);
  const problems = [...unknowns(read.region, change), ...(input.status === "faulty" ? input.problems : [])];
  if (problems.length > 0 || input.status === "faulty") return { status: "faulty", problems };
  const { region, year, members, haulageFactor } = changedYear(read.region, input.input, change);
  return {
    status: "ready",
    year: {
      ...{ region, year, weeks: periodWeeks(week, YEAR_WEEKS), effort: COUNTY_EFFORT },
      haulage: yearHaulage(region, new TextDecoder().decode(plan), haulageFactor),
      ...(members === undefined ? {} : { members }),
    },
  };
}

const errors = (problems: readonly Problem[]): Problem[] => problems.filter(({ severity }) => severity === "error");

async function filesOf(blobs: Blobs): Promise<Map<string, Uint8Array>> {
  const names = await blobs.list("");
  return new Map(await Promise.all(names.map(async (name) => [name, (await blobs.get(name))!] as const)));
}

function unknowns({ municipalities, facilities }: Region, { without, closed }: YearChange): Problem[] {
  const fault = (code: string, file: string, id: string, cause: string, action: string): Problem[] => [
    { code, severity: "error", place: { file, id }, cause, action },
  ];
  const member = without === null || municipalities.some(({ ags }) => ags === without);
  const last = without !== null && municipalities.length < 2;
  const takes = (f: Region["facilities"][number]): boolean => f.status === "operating" || f.status === "candidate";
  const plant = closed === null || facilities.some((f) => f.id === closed && takes(f));
  return [
    ...(member
      ? []
      : fault(
          ...(["year.member", "municipalities.csv", without] as const),
          ...([`No municipality has the AGS "${without}".`, "Name one of municipalities.csv."] as const),
        )),
    ...(member && last
      ? fault(
          ...(["year.member", "municipalities.csv", without] as const),
          ...(["Without it nobody is left.", "Plan the year without this change."] as const),
        )
      : []),
    ...(plant
      ? []
      : fault(
          ...(["year.unknown", "facilities.csv", closed] as const),
          ...([`No plant "${closed}" takes anything now.`, "Name one that is operating or a candidate."] as const),
        )),
  ];
}
