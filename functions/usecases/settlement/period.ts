/** The periods that can be settled, and their names. */
import { addWeeks, isWeek, weeksFrom } from "../../../domain/week.ts";
import { ApiProblem } from "../apiProblem.ts";

/** What one settlement covers at most; the yearly ledger adds settlements up. */
export const MOST_WEEKS = 8;

/** @throws ApiProblem 422 for a period that is none */
export function weeksOfPeriod({
  firstWeek,
  lastWeek,
}: {
  readonly firstWeek: string;
  readonly lastWeek: string;
}): string[] {
  if (!isWeek(firstWeek) || !isWeek(lastWeek))
    throw new ApiProblem(
      422,
      "Der Zeitraum geht von einer ISO-Woche bis zu einer anderen, etwa 2026-W45 bis 2026-W48.",
    );
  const count = weeksFrom(firstWeek, lastWeek);
  if (count < 1) throw new ApiProblem(422, `${lastWeek} liegt vor ${firstWeek}.`);
  if (count > MOST_WEEKS)
    throw new ApiProblem(
      422,
      `Der Zeitraum hat ${count} Wochen; auf einmal gehen ${MOST_WEEKS}. Das Jahreskonto fasst mehrere Abrechnungen zusammen.`,
    );
  return Array.from({ length: count }, (_, i) => addWeeks(firstWeek, i));
}

export const settlementId = (weeks: readonly string[]): string => `${weeks[0]!}_${weeks.at(-1)!}`;

/** @throws ApiProblem 422 for what is no id */
export function weeksOfId(id: string): string[] {
  const [firstWeek = "", lastWeek = ""] = id.split("_");
  return weeksOfPeriod({ firstWeek, lastWeek });
}
