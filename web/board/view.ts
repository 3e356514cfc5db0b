/** What the board's pages are drawn from: the draft, who looks at it, and what the tours are called. */
import type {
  BoardAt,
  BoardChange,
  BoardHindrance,
  BoardTour,
  BoardVehicle,
  BoardView,
  TourRef,
} from "../../functions/usecases/board/view.ts";
import { weekday } from "../../domain/week.ts";
import type { Html } from "../page.ts";
import { tourKey } from "./address.ts";
import type { BoardOrder } from "./command.ts";
import type { BoardSpeech } from "./words/index.ts";

/** Said above the board about what was just asked for. */
export type Notice =
  | { readonly kind: "conflict"; readonly changed: BoardChange; readonly again?: BoardOrder }
  | { readonly kind: "problem"; readonly problems: readonly BoardHindrance[] }
  | { readonly kind: "stale" | "elsewhere" | "unknownCommand" };

export interface BoardContext {
  readonly view: BoardView;
  readonly names: TourNames;
  readonly speech: BoardSpeech;
  /** For every form of this board. */
  readonly csrf: string;
  readonly aside: Html;
}

export interface BoardChoice {
  readonly regions: readonly { readonly id: string; readonly name: string }[];
  readonly weeks: readonly string[];
}

/** What tours and vehicles are called everywhere on the page: number by day and start, hue by vehicle. */
export interface TourNames {
  /** Undefined of a tour that does not drive. */
  number(tour: TourRef): number | undefined;
  tour(tour: TourRef): BoardTour | undefined;
  vehicle(id: string): BoardVehicle | undefined;
  hue(vehicleId: string): number;
  /** `Tour 3, Abrollkipper 1, Di 24.11.`; a vehicle's day without a tour: without the number. */
  full(tour: TourRef, speech: BoardSpeech): string;
}

/** Beyond eight vehicles hues repeat; number and name tell them apart. */
const HUES = 8;
const WORKDAYS = 5;

export function namesOf(view: BoardView): TourNames {
  const driving = view.tours.filter(({ startsAt }) => startsAt !== null);
  const ordered = [...driving].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const numbers = new Map(ordered.map((tour, index) => [tourKey(tour), index + 1]));
  const tours = new Map(view.tours.map((tour) => [tourKey(tour), tour]));
  const vehicles = new Map(view.vehicles.map((vehicle) => [vehicle.id, vehicle]));
  const hues = new Map(view.vehicles.map(({ id }, index) => [id, index % HUES]));
  const names: TourNames = {
    number: (tour) => numbers.get(tourKey(tour)),
    tour: (tour) => tours.get(tourKey(tour)),
    vehicle: (id) => vehicles.get(id),
    hue: (id) => hues.get(id) ?? 0,
    full(tour, { words, figures }) {
      const vehicle = vehicles.get(tour.vehicleId)?.name ?? tour.vehicleId;
      const number = names.number(tour);
      const day = figures.day(tour.date);
      return number === undefined ? `${vehicle}, ${day}` : words.tour.full(number, vehicle, day);
    },
  };
  return names;
}

const orderOf = ({ date, startsAt, vehicleId }: BoardTour): string => `${date} ${startsAt ?? ""} ${vehicleId}`;

/** Monday to Friday always, the weekend only where somebody works or drives. */
export function daysShown({ days, vehicles, tours }: BoardView): string[] {
  return days.filter(
    (date, index) =>
      weekday(date) < WORKDAYS ||
      vehicles.some(({ shifts }) => (shifts[index] ?? null) !== null) ||
      tours.some((tour) => tour.date === date),
  );
}

/** `+3,20 €`, `−3,20 €`, `0,00 €`. */
export function signed(cents: number, { figures }: BoardSpeech): string {
  return cents > 0 ? `+${figures.money(cents)}` : figures.money(cents);
}

/** The draft's price against the published plan, waiting loads included, so that leaving one standing never looks cheap. */
export const differenceOf = (view: BoardView): number => view.objectiveCents - view.publishedObjectiveCents;

export const atOf = ({ region, week }: BoardView): BoardAt => ({ region, week });

/** French has a space before it. */
export const colon = ({ language }: BoardSpeech): string => (language === "fr" ? "\u00A0:" : ":");
