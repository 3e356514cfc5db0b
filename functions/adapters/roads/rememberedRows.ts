/** Answers of a routing service, remembered in the store: one item per service and source, with the way to every destination. */
import type { Clock } from "../../ports/clock.ts";
import type { Item, Store } from "../../ports/store.ts";
import type { Coordinate } from "../../ports/travelMatrix.ts";
import type { RoadService } from "./roadService.ts";

/** Metres and seconds, or null where no road leads. */
export type Way = readonly [metres: number, seconds: number] | null;
/** By destination. */
export type Row = Map<string, Way>;

const DAY_SECONDS = 86_400;
/** About ten thousand destinations fit into an item; a row that grew larger begins anew. */
const MOST_WAYS = 8_000;

export interface RememberedRows {
  read(source: Coordinate): Promise<Row>;
  /** Adds to what is there; of two who write at once, both are kept. */
  add(source: Coordinate, ways: Row): Promise<void>;
}

/** Coordinates to five digits, about a metre, so that rounding elsewhere makes no new place. */
export function placeKey({ latitude, longitude }: Coordinate): string {
  return `${latitude.toFixed(5)},${longitude.toFixed(5)}`;
}

export function rememberedRows(store: Store, clock: Clock, service: RoadService): RememberedRows {
  const keyOf = (source: Coordinate) => ({ pk: `travel#${service.id}`, sk: placeKey(source) });
  return {
    read: async (source) => rowOf(await store.get(keyOf(source))),
    async add(source, ways) {
      const key = keyOf(source);
      const expiresAt = Math.floor(Date.parse(clock.now()) / 1000) + service.keepDays * DAY_SECONDS;
      for (let current = await store.get(key); ;) {
        const row = rowOf(current);
        const base = row.size + ways.size > MOST_WAYS ? [] : row;
        const data = Object.fromEntries([...base, ...ways]);
        const outcome = await store.put({ ...key, data, expiresAt }, current?.version ?? "absent");
        if (outcome.status === "written") return;
        current = outcome.current;
      }
    },
  };
}

function rowOf(item: Item | undefined): Row {
  return new Map(Object.entries((item?.data ?? {}) as Record<string, Way>));
}
