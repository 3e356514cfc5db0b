/** What was seen and weighed: not in the future, not twice, and not more than the storage can hold. */
import type { Problem } from "../../problem.ts";
import { MOST_FILL } from "../reports.ts";
import { error, groupBy, placeOf, type Check, type Draft, type DraftRow } from "../draft.ts";

const nothingIsInTheFuture: Check = (draft) => [
  ...draft.tables.reports.flatMap((row) => future(draft, "reports", row, "observedAt", row.fields.observedAt)),
  ...draft.tables.weighings.flatMap((row) => future(draft, "weighings", row, "weighedAt", row.fields.weighedAt)),
];

function future(
  draft: Draft,
  name: "reports" | "weighings",
  row: { row: number; id: string },
  field: string,
  time: string | undefined,
): Problem[] {
  if (time === undefined || Date.parse(time) <= Date.parse(draft.now)) return [];
  const cause = `${time} lies in the future (now is ${draft.now}).`;
  return [
    error("date.future", placeOf(name, row, field), cause, "Correct the date; mind day and month, and the year."),
  ];
}

/** The same storage seen twice at one instant, or one id used twice (a report sent again). */
const reportsAreUnique: Check = (draft) => {
  const byId = groupBy(draft.tables.reports, ({ id }) => id);
  const bySight = groupBy(draft.tables.reports, ({ fields }) => {
    const { storageId, observedAt } = fields;
    return storageId === undefined || observedAt === undefined ? "" : `${storageId} ${Date.parse(observedAt)}`;
  });
  const sameId = repeated(byId, (first) => `Row ${first.row} has the same id.`);
  const idRows = new Set(sameId.map(({ place }) => place.row));
  const sameSight = repeated(bySight, (first) => `Row ${first.row} reports the same storage at the same time.`);
  return [...sameId, ...sameSight.filter(({ place }) => !idRows.has(place.row))];
};

function repeated(
  groups: Map<string, DraftRow<"reports">[]>,
  cause: (first: DraftRow<"reports">) => string,
): Problem[] {
  return [...groups].flatMap(([key, [first, ...others]]) =>
    key === "" || first === undefined
      ? []
      : others.map((row) =>
          error(
            "report.duplicate",
            placeOf("reports", row),
            cause(first),
            "Remove one of the two; keep the one that is true.",
          ),
        ),
  );
}

const volumesFitTheStorage: Check = (draft) => {
  const rooms = new Map(
    draft.tables.storages.flatMap(({ id, fields: { units, volumeLitres } }) =>
      units === undefined || volumeLitres === undefined ? [] : [[id, (units * volumeLitres) / 1000] as const],
    ),
  );
  return draft.tables.reports.flatMap((row) => {
    const { storageId = "", volumeM3 } = row.fields;
    const room = rooms.get(storageId);
    if (room === undefined || volumeM3 === undefined || volumeM3 <= MOST_FILL * room) return [];
    const cause = `${volumeM3} m³ were reported, but ${storageId} has room for ${room} m³.`;
    const action = "Correct the volume (is it in litres?), or the size of the storage in storages.csv.";
    return [error("report.volume", placeOf("reports", row, "volumeM3"), cause, action)];
  });
};

export const reportChecks: readonly Check[] = [nothingIsInTheFuture, reportsAreUnique, volumesFitTheStorage];
