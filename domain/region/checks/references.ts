/** Ids: each is unique, and whoever is named exists. */
import type { Problem } from "../../problem.ts";
import { error, groupBy, placeOf, type Check, type Draft } from "../draft.ts";
import { didYouMean } from "../nearest.ts";
import { TABLES, type TableName } from "../tables.ts";

interface Reference {
  readonly from: TableName;
  readonly field: string;
  readonly to: readonly TableName[];
}

const REFERENCES: readonly Reference[] = [
  { from: "collectionPoints", field: "municipalityAgs", to: ["municipalities"] },
  { from: "serviceShares", field: "pointId", to: ["collectionPoints"] },
  { from: "serviceShares", field: "ags", to: ["municipalities"] },
  { from: "streams", field: "authorityId", to: ["authorities"] },
  { from: "storages", field: "pointId", to: ["collectionPoints"] },
  { from: "storages", field: "streamId", to: ["streams"] },
  { from: "storages", field: "seasonId", to: ["seasons"] },
  { from: "reports", field: "storageId", to: ["storages"] },
  { from: "weighings", field: "storageId", to: ["storages"] },
  { from: "weighings", field: "facilityId", to: ["facilities"] },
  { from: "densities", field: "pointId", to: ["collectionPoints"] },
  { from: "facilities", field: "ownerId", to: ["municipalities", "authorities"] },
  { from: "facilities", field: "contractHolders", to: ["municipalities"] },
  { from: "tariffs", field: "facilityId", to: ["facilities"] },
  { from: "vehicles", field: "ownerId", to: ["municipalities", "authorities"] },
  { from: "shredders", field: "ownerId", to: ["municipalities", "authorities"] },
  { from: "contributions", field: "ags", to: ["municipalities"] },
  { from: "contacts", field: "municipalityAgs", to: ["municipalities"] },
  { from: "contacts", field: "vehicleId", to: ["vehicles"] },
  { from: "contacts", field: "facilityId", to: ["facilities"] },
  { from: "sensors", field: "storageId", to: ["storages"] },
];

/** Ids of rows with faults elsewhere count as known, so that one wrong cell is not reported many times. */
function knownIds(draft: Draft, tables: readonly TableName[]): Set<string> {
  return new Set(tables.flatMap((name) => draft.tables[name].map(({ id }) => id).filter((id) => id !== "")));
}

const referencesExist: Check = (draft) =>
  REFERENCES.flatMap((reference) => {
    const judgeable = reference.to.every((name) => draft.present.has(name) || !TABLES[name].required);
    return judgeable ? unknownIds(draft, reference) : [];
  });

function unknownIds(draft: Draft, { from, field, to }: Reference): Problem[] {
  const known = knownIds(draft, to);
  const files = to.map((name) => TABLES[name].file).join(" nor in ");
  return draft.tables[from].flatMap((row) => {
    const cell = (row.fields as Readonly<Record<string, unknown>>)[field];
    const ids = typeof cell === "string" ? cell.split(/\s+/).filter((id) => id !== "") : [];
    return ids
      .filter((id) => !known.has(id))
      .map((id) =>
        error(
          to.length > 1 ? "owner.unknown" : "reference.unknown",
          placeOf(from, row, field),
          `"${id}" is not in ${files}.`,
          `Correct the id, or add the row it stands for.${didYouMean(id, known)}`,
        ),
      );
  });
}

const idsAreUnique: Check = (draft) =>
  (Object.keys(TABLES) as TableName[])
    .filter((name) => name !== "reports")
    .flatMap((name) => {
      const groups = groupBy<{ id: string; row: number }>(draft.tables[name], ({ id }) => id);
      return [...groups].flatMap(([id, [first, ...others]]) =>
        id === "" || first === undefined
          ? []
          : others.map((row) =>
              error(
                "id.duplicate",
                placeOf(name, row),
                `"${id}" stands in row ${first.row} already.`,
                "Give every row an id of its own, or remove one of the two.",
              ),
            ),
      );
    });

export const referenceChecks: readonly Check[] = [idsAreUnique, referencesExist];
