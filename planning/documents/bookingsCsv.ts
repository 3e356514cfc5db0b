/** Bookings for any other accounting system: German CSV, one booking a line. */
import { BYTE_ORDER_MARK, csvLines, euros, GERMAN } from "../report/csv.ts";
import type { Booking } from "./bookings.ts";

const COLUMNS = ["Belegdatum", "Belegnummer", "Konto", "Gegenkonto", "Soll in €", "Haben in €", "Kostenstelle", "Text"];

export function bookingsCsv(bookings: readonly Booking[]): string {
  const rows = bookings.map(({ date, reference, account, clearing, cents, costCentre, text }) => [
    ...[date.split("-").reverse().join("."), reference, account, clearing],
    ...[cents > 0 ? euros(cents) : null, cents > 0 ? null : euros(-cents), costCentre, text],
  ]);
  return BYTE_ORDER_MARK + csvLines([COLUMNS, ...rows], GERMAN);
}
