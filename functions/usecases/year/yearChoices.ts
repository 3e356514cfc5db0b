/** What a county can choose from when it asks about a year, and what holds in it now. */
import { DEFAULT_YEAR } from "../../../domain/year/input.ts";
import { YearInput } from "../../../domain/year/input.ts";
import { addWeeks } from "../../../domain/week.ts";
import type { Ports } from "../ports.ts";
import { openInput } from "../run/run.ts";
import { currentBasis, YEAR_WEEKS } from "./question.ts";

export interface YearChoices {
  readonly week: string;
  readonly lastWeek: string;
  readonly members: readonly { readonly ags: string; readonly name: string }[];
  /** That take something now, or could be opened. */
  readonly plants: readonly { readonly id: string; readonly name: string }[];
  readonly co2CentsPerTonne: number;
  readonly overflowChance: number;
  /** Whether the region has a `year.json`. */
  readonly hasYear: boolean;
}

/** Undefined before the first published week. */
export async function yearChoices(
  { store, blobs }: Pick<Ports, "store" | "blobs">,
  regionId: string,
): Promise<YearChoices | undefined> {
  const basis = await currentBasis({ store, blobs }, regionId);
  if (basis === undefined) return undefined;
  const { week, run, year } = basis;
  const { region } = await openInput({ blobs }, { region: regionId, week, run });
  const takes = region.facilities.filter(({ status }) => status === "operating" || status === "candidate");
  return {
    ...{ week, lastWeek: addWeeks(week, YEAR_WEEKS - 1), hasYear: year !== null },
    members: region.municipalities.map(({ ags, name }) => ({ ags, name })),
    plants: takes.map(({ id, name }) => ({ id, name })),
    co2CentsPerTonne: region.settings.prices.co2CentsPerTonne.value,
    overflowChance: chanceOf(year),
  };
}

/** A file with faults is told of when a year is asked for. */
function chanceOf(year: string | null): number {
  const { overflowChance } = DEFAULT_YEAR.forecast;
  if (year === null) return overflowChance.value;
  try {
    const read = YearInput.safeParse(JSON.parse(year));
    return (read.data?.forecast?.overflowChance ?? overflowChance).value;
  } catch {
    return overflowChance.value;
  }
}
