/** Takes reports by API or CSV: each is judged on its own, and a repeated request gives the first answer again. */
import type { Reach } from "../../../domain/access.ts";
import { MOST_REPORTS, type ReportsReceipt } from "../../contract/reports.ts";
import { ApiProblem } from "../apiProblem.ts";
import type { Ports } from "../ports.ts";
import { readIndex } from "../records/region.ts";
import { checkReports } from "./checkReports.ts";
import { earlierReceipt, keepReports } from "./keepReports.ts";
import { readReportCsv } from "./readReportCsv.ts";

export interface Submission {
  readonly region: string;
  readonly reach: Reach;
  readonly sender: string;
  readonly idempotencyKey: string;
  /** Parsed JSON: a report or a list of them; or the text of a CSV file. */
  readonly body: unknown;
  readonly contentType: string;
}

export async function submitReports(
  { store, clock }: Pick<Ports, "store" | "clock">,
  { region, reach, sender, idempotencyKey, body, contentType }: Submission,
): Promise<ReportsReceipt> {
  const index = await readIndex(store, region);
  const once = { key: idempotencyKey, content: `${contentType}\n${JSON.stringify(body)}` };
  const before = await earlierReceipt(store, region, once);
  if (before !== undefined) return before;
  const csv = contentType === "text/csv";
  const { items, place } = csv ? readReportCsv(String(body)) : { items: listOf(body), place: pointerOf(body) };
  if (items.length === 0) throw new ApiProblem(422, "Es ist keine Meldung dabei.");
  if (items.length > MOST_REPORTS)
    throw new ApiProblem(413, `Es sind ${items.length} Meldungen; auf einmal gehen höchstens ${MOST_REPORTS}.`);
  const now = clock.now();
  const checked = checkReports(items, { region: index, reach, name: sender, channel: csv ? "csv" : "api", now }, place);
  return keepReports(store, region, checked, once, { now, place });
}

const listOf = (body: unknown): readonly unknown[] => (Array.isArray(body) ? body : [body]);

const pointerOf =
  (body: unknown) =>
  (index: number, field: string): string =>
    Array.isArray(body) ? `/${index}/${field}` : `/${field}`;
