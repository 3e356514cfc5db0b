/** Which of the reports handed in are right: shape, storage, right to report for it, time, measure. All faults of each. */
import { reaches, type Reach } from "../../../domain/access.ts";
import { MOST_FILL } from "../../../domain/region/reports.ts";
import type { ProblemItem } from "../../contract/common.ts";
import { NewReport } from "../../contract/reports.ts";
import type { RegionIndex } from "../records/region.ts";
import { reportId, type ReportRecord } from "../records/report.ts";

export interface Sender {
  readonly region: RegionIndex;
  readonly reach: Reach;
  /** Stands for `reportedBy` where a report names nobody. */
  readonly name: string;
  readonly channel: ReportRecord["channel"];
  /** RFC 3339 */
  readonly now: string;
}

export interface CheckedReports {
  readonly right: readonly { readonly index: number; readonly report: ReportRecord }[];
  readonly rejected: readonly { readonly index: number; readonly problems: ProblemItem[] }[];
}

/** A clock that is a little fast is no fault. */
const FAST_CLOCK_MS = 5 * 60_000;

/** @param place how a report's place is written: a JSON pointer, or a line of a file */
export function checkReports(
  items: readonly unknown[],
  sender: Sender,
  place: (index: number, field: string) => string,
): CheckedReports {
  const right: { index: number; report: ReportRecord }[] = [];
  const rejected: { index: number; problems: ProblemItem[] }[] = [];
  items.forEach((item, index) => {
    const checked = checkReport(item, sender, (field) => place(index, field));
    if ("report" in checked) right.push({ index, report: checked.report });
    else rejected.push({ index, problems: checked.problems });
  });
  return { right, rejected };
}

function checkReport(
  item: unknown,
  sender: Sender,
  place: (field: string) => string,
): { report: ReportRecord } | { problems: ProblemItem[] } {
  const parsed = NewReport.safeParse(item);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      code: (issue as { params?: { code?: string } }).params?.code ?? "value.invalid",
      pointer: place(issue.path.join("/")),
      cause: issue.message,
      action: "Berichtigen und noch einmal melden.",
    }));
    return { problems };
  }
  const { storageId, observedAt, reportedBy = sender.name, ...measure } = parsed.data;
  const problems = [
    ...placeProblems(storageId, sender, place("storageId")),
    ...timeProblems(observedAt, sender, place("observedAt")),
    ...volumeProblems(storageId, measure.volumeM3, sender, place("volumeM3")),
  ];
  if (problems.length > 0) return { problems };
  const id = reportId(sender.region.id, storageId, observedAt);
  const { channel, now: receivedAt } = sender;
  return { report: { id, storageId, observedAt, reportedBy, ...measure, channel, receivedAt } };
}

function placeProblems(storageId: string, { region, reach }: Sender, pointer: string): ProblemItem[] {
  const storage = region.storages.find((one) => one.id === storageId);
  const served = storage === undefined ? [] : (region.points[storage.pointId]?.served ?? []);
  if (storage !== undefined && reaches(reach, served)) return [];
  // Whoever may not report for a storage is not told whether there is one.
  const cause = `Einen Lagerplatz „${storageId}“, für den Sie melden können, gibt es in ${region.name} nicht.`;
  return [{ code: "reference.unknown", pointer, cause, action: "Die Kennung aus der Liste der Sammelstellen nehmen." }];
}

function timeProblems(observedAt: string, { now }: Sender, pointer: string): ProblemItem[] {
  if (Date.parse(observedAt) <= Date.parse(now) + FAST_CLOCK_MS) return [];
  const cause = `${observedAt} liegt in der Zukunft (jetzt ist ${now}).`;
  return [{ code: "date.future", pointer, cause, action: "Datum, Uhrzeit und Zeitzone prüfen." }];
}

function volumeProblems(
  storageId: string,
  volumeM3: number | undefined,
  sender: Sender,
  pointer: string,
): ProblemItem[] {
  const storage = sender.region.storages.find((one) => one.id === storageId);
  if (storage === undefined || volumeM3 === undefined) return [];
  const room = (storage.units * storage.volumeLitres) / 1000;
  if (volumeM3 <= MOST_FILL * room) return [];
  const cause = `${volumeM3} m³ gemeldet, aber ${storageId} fasst ${room} m³.`;
  return [{ code: "report.volume", pointer, cause, action: "Das Volumen prüfen: Sind es Liter?" }];
}
