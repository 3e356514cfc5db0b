/** A region as it would be with one more site. */
import { TABLES } from "../../../domain/region/tables.ts";
import type { NewSite } from "../../../domain/year/scenario.ts";
import { rowsOf, withRows } from "../regions/withRows.ts";
import type { Folder } from "../regions/currentFolder.ts";

/** Under this id it stands in the plan. */
export const NEW_SITE = "scenario-site";
const HOURS = "Mo-Fr 07:00-17:00";
const SOURCE = "Szenario der Verwaltung";

/** As a candidate: the plan opens it, and pays what it costs a year, only if that is cheaper. */
export function withSite(folder: Folder, site: NewSite): Folder {
  const { name, kind, latitude, longitude, capacityTonnesPerWeek, yearlyCostCents, gateFeeCents } = site;
  const facility = {
    ...{ id: NEW_SITE, name, kind, access: "public", status: "candidate", openingHours: HOURS },
    ...{ latitude, longitude, capacityTonnesPerWeek, yearlyCostCents, source: SOURCE, verified: false },
  };
  const tariffs = ["woody", "herbaceous", "grassLeaves", "mixed"].flatMap((fraction) =>
    ["loose", "shredded"].map((form) => ({
      ...{ id: `${NEW_SITE}-${fraction}-${form}`, facilityId: NEW_SITE, fraction, form, owner: "any" },
      ...{ gateFeeCents, per: "tonne", source: SOURCE, verified: false },
    })),
  );
  const withMore = (file: string, rows: readonly object[]) => withRows(rowsOf(file, folder.get(file)), rows);
  return new Map([
    ...folder,
    [TABLES.facilities.file, withMore(TABLES.facilities.file, [facility])],
    [TABLES.tariffs.file, withMore(TABLES.tariffs.file, tariffs)],
  ]);
}
