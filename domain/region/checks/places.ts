/** Municipalities, points, shares, seasons and streams. */
import { error, groupBy, placeOf, validRows, warning, type Check } from "../draft.ts";
import { MONTHS } from "../places.ts";

/** Shares are written with few digits; a third is 0.333333. */
const SHARE_TOLERANCE = 1e-6;
const SEASON_TOLERANCE = 1;

const sharesSumToOne: Check = (draft) => {
  const points = groupBy(draft.tables.serviceShares, ({ fields }) => fields.pointId ?? "");
  return [...points].flatMap(([pointId, rows]) => {
    const shares = rows.map(({ fields }) => fields.share);
    const sum = shares.reduce<number>((total, share) => total + (share ?? NaN), 0);
    if (pointId === "" || Number.isNaN(sum) || Math.abs(sum - 1) <= SHARE_TOLERANCE) return [];
    const at = { row: rows[0]!.row, id: pointId };
    const cause = `The shares of ${pointId} sum to ${Number(sum.toFixed(6))} instead of 1.`;
    return [error("shares.sum", placeOf("serviceShares", at, "share"), cause, `Correct its ${rows.length} rows.`)];
  });
};

const openPointsHaveShares: Check = (draft) => {
  const served = new Set(draft.tables.serviceShares.map(({ fields }) => fields.pointId));
  if (!draft.present.has("serviceShares")) return [];
  return draft.tables.collectionPoints
    .filter(({ id, fields }) => id !== "" && fields.status !== "closed" && !served.has(id))
    .map((point) =>
      error(
        "shares.missing",
        placeOf("collectionPoints", point),
        "Nobody uses this point: service-shares.csv has no row for it.",
        "Add its municipalities with shares that sum to 1, or set its status to closed.",
      ),
    );
};

const municipalitiesUseAPoint: Check = (draft) => {
  const users = new Set(draft.tables.serviceShares.map(({ fields }) => fields.ags));
  if (!draft.present.has("serviceShares")) return [];
  return validRows(draft, "municipalities")
    .filter(({ id }) => !users.has(id))
    .map((row) =>
      warning(
        "municipality.noPoint",
        placeOf("municipalities", row),
        `${row.value.name} uses no collection point, so it brings no material and bears no cost.`,
        "Add its share of a point to service-shares.csv, or remove the municipality.",
      ),
    );
};

const closedPointsAreEmpty: Check = (draft) => {
  const closed = new Set(
    draft.tables.collectionPoints.filter(({ fields }) => fields.status === "closed").map(({ id }) => id),
  );
  return draft.tables.storages
    .filter(({ fields }) => closed.has(fields.pointId ?? ""))
    .map((storage) =>
      error(
        "point.closed",
        placeOf("storages", storage, "pointId"),
        `The storage lies at ${storage.fields.pointId}, which is closed.`,
        "Move it to an open point, remove it with its reports, or open the point.",
      ),
    );
};

const seasonsSumToHundred: Check = (draft) =>
  validRows(draft, "seasons").flatMap((row) => {
    const sum = MONTHS.reduce((total, month) => total + row.value[month], 0);
    if (Math.abs(sum - 100) <= SEASON_TOLERANCE) return [];
    const cause = `The twelve months sum to ${Number(sum.toFixed(3))} percent instead of 100.`;
    return [
      error("season.sum", placeOf("seasons", row), cause, "Correct the months; 1 percent of rounding is allowed."),
    ];
  });

const authorityStreamsNameTheirs: Check = (draft) => {
  const contractors = new Set(
    draft.tables.authorities.filter(({ fields }) => fields.kind === "contractor").map(({ id }) => id),
  );
  return draft.tables.streams.flatMap((row) => {
    const { owner, authorityId } = row.fields;
    const place = placeOf("streams", row, "authorityId");
    if (owner === "authority" && authorityId === undefined) {
      return [
        error(
          "stream.authority",
          place,
          "The owner is an authority, but which one is not said.",
          "Fill in authorityId.",
        ),
      ];
    }
    if (authorityId === undefined || !contractors.has(authorityId)) return [];
    const cause = `"${authorityId}" is a contractor; material can belong only to a public authority.`;
    return [error("stream.authority", place, cause, "Name an authority of kind authority.")];
  });
};

export const placeChecks: readonly Check[] = [
  municipalitiesUseAPoint,
  openPointsHaveShares,
  sharesSumToOne,
  closedPointsAreEmpty,
  seasonsSumToHundred,
  authorityStreamsNameTheirs,
];
