/**
 * What matched tickets say of storages: when something was taken, how much, and what a cubic metre of it weighed. Kept by week as rows like those of weighings.csv, so
 * that whoever plans reads them without opening plans. Made anew whenever a week's tickets, decisions, tours or plan have changed.
 */
import { localDate } from "../../../domain/localTime.ts";
import type { Weighing } from "../../../domain/settlement/weighing.ts";
import type { Kg } from "../../../domain/units.ts";
import { addDays, mondayOf, weekOf as weekOfDate } from "../../../domain/week.ts";
import { densityObservations, type DensityObservation } from "../../../planning/settlement/density.ts";
import type { MatchedTicket } from "../../../planning/settlement/matchTickets.ts";
import { asJson } from "../../ports/store.ts";
import type { Ports } from "../ports.ts";
import { allItems } from "../records/allItems.ts";
import { key, regionPk, REGIONS_PK } from "../records/keys.ts";
import { weekOf } from "../records/week.ts";
import { sha256 } from "../sha256.ts";
import { tourRecords, weighingsBetween } from "./records.ts";
import { situationOf } from "./situation.ts";

type EmptyingPorts = Pick<Ports, "store" | "blobs" | "clock" | "log">;

/** As far back as a forecast looks (`WINDOW_DAYS`). */
const WEEKS = 17;

export interface Emptied {
  readonly id: string;
  readonly storageId: string;
  readonly facilityId: string;
  /** RFC 3339 */
  readonly weighedAt: string;
  readonly netKg: Kg;
}

export interface EmptiedRecord {
  /** Of all that the rows were made from. */
  readonly basis: string;
  readonly rows: readonly Emptied[];
  /** Absent in records made before plans learned from them. */
  readonly loads?: readonly DensityObservation[];
}

const PREFIX = "emptied#";

/** Of every region. What fails in one week is logged and tried again next time. @returns weeks that were made anew */
export async function noteEmptyings(ports: EmptyingPorts): Promise<number> {
  const today = localDate(ports.clock.now());
  const from = addDays(mondayOf(weekOfDate(today)), -7 * WEEKS);
  let noted = 0;
  for (const { sk: region } of await allItems(ports.store, { pk: REGIONS_PK })) {
    const weighings = await weighingsBetween(ports.store, region, from, today);
    const byWeek = Map.groupBy(weighings, ({ ticket }) => weekOfDate(localDate(ticket.weighedAt)));
    for (const [week, tickets] of byWeek) {
      try {
        if (await noteWeek(ports, region, week, tickets)) noted++;
      } catch (error) {
        ports.log.error("emptyings not noted", error as Error, { region, week });
      }
    }
  }
  return noted;
}

async function noteWeek(
  ports: EmptyingPorts,
  region: string,
  week: string,
  weighings: readonly Weighing[],
): Promise<boolean> {
  const { store } = ports;
  const at = { pk: regionPk(region), sk: `${PREFIX}${week}` };
  const known = await store.get(at);
  const run = weekOf(await store.get(key.week(region, week)))?.run ?? null;
  const tours = await tourRecords(store, region, [week]);
  const tickets = weighings.map(({ ticket, decisions }) => [ticket, decisions]);
  const basis = sha256(JSON.stringify(["loads", run, tours, tickets]));
  if ((known?.data as unknown as EmptiedRecord | undefined)?.basis === basis) return false;
  const { matched, weeks } = await situationOf(ports, region, [week]);
  const loads = densityObservations(matched, weeks);
  const record: EmptiedRecord = { basis, rows: matched.flatMap(emptiedBy), loads };
  // Whoever was quicker made it from the same, or from what is newer: the next round looks again.
  const outcome = await store.put({ ...at, data: asJson(record) }, known?.version ?? "absent");
  return outcome.status === "written";
}

function emptiedBy({ state, match, weighing: { ticket } }: MatchedTicket): Emptied[] {
  const { id, facilityId, weighedAt } = ticket;
  if (state !== "matched" || match === null || facilityId === null) return [];
  return match.lots.map(({ storageId, weighedKg }, lot) => ({
    ...{ id: `${id}.${lot + 1}`, storageId, facilityId, weighedAt },
    netKg: weighedKg as Kg,
  }));
}
