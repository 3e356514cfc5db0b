/** Where the board and its pages lie. Region and week stand in the address. */
import type { BoardAt, StopRef, TourRef } from "../../functions/usecases/board/view.ts";

export const BOARD_PATH = "/disposition";

/** The pages behind the board. */
export const PAGES = {
  stop: "/ladung",
  compare: "/vergleich",
  publish: "/veroeffentlichen",
  discard: "/verwerfen",
  price: "/preis",
  state: "/stand",
} as const;

export function boardAddress(
  { region, week }: BoardAt,
  page: keyof typeof PAGES | "board" = "board",
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({ region, woche: week, ...more });
  return `${BOARD_PATH}${page === "board" ? "" : PAGES[page]}?${query.toString()}`;
}

export const stopAddress = (at: BoardAt, stop: StopRef): string => boardAddress(at, "stop", { ladung: stop });

/** For ids in markup and for finding a tour again. */
export const tourKey = ({ vehicleId, date }: TourRef): string => `${date}.${vehicleId}`;
