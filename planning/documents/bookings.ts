/**
 * What a municipality books for a settled period: its share by cost line, what its estimates cost or earned, what it brought in and
 * provided; and the counter-bookings of corrections. Everything against one clearing account, whose balance is then what is to pay
 * or to get before advances.
 */
import type { AccountingProfile } from "../../domain/billing/profile.ts";
import {
  SETTLED_LINES,
  type Correction,
  type Settlement,
  type SettlementView,
} from "../../domain/settlement/settlement.ts";
import { localTimestamp } from "../../domain/localTime.ts";
import { addDays, mondayOf } from "../../domain/week.ts";
import { SETTLED_LINE_NAMES } from "./words.ts";

export interface Booking {
  /** Of the cost or income; the clearing account is the other side. */
  readonly account: string;
  readonly clearing: string;
  /** Above 0: expense (debit on `account`); below: income (credit). */
  readonly cents: number;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** At most 36 characters. */
  readonly reference: string;
  readonly text: string;
  readonly costCentre: string;
}

export const lastDayOf = ({ period }: Pick<Settlement, "period">): string => addDays(mondayOf(period.lastWeek), 6);

/** @throws RangeError for a municipality that is no member */
export function bookingsOf(
  { settlement, corrections }: Pick<SettlementView, "settlement" | "corrections">,
  ags: string,
  { accounts, costCentre }: AccountingProfile,
): Booking[] {
  const member = settlement.members.find((one) => one.ags === ags);
  if (member === undefined) throw new RangeError(`${ags} is no member of the settlement`);
  const common = { clearing: accounts.clearing, costCentre: costCentre.replaceAll("{ags}", ags) };
  const reference = settlement.id.replaceAll("-", "").replace("_", "-");
  const date = lastDayOf(settlement);
  const book = (account: string, cents: number, text: string): Booking => ({
    ...{ ...common, account, cents, text, date, reference },
  });
  const own = [
    ...SETTLED_LINES.map((line) => {
      const cents = member.lines.find((one) => one.line === line)?.shareCents ?? 0;
      return book(accounts.lines[line], cents, `Grünabfall: ${SETTLED_LINE_NAMES[line]}`);
    }),
    book(accounts.estimation, member.estimationCents, "Grünabfall: Schätzgüte-Konto"),
    book(accounts.contribution, -member.contributionCents, "Grünabfall: eingebrachte Leistungen"),
    book(accounts.provided, -member.providedCents, "Grünabfall: eigene Fahrzeuge, Häcksler, Anlagen"),
  ];
  return [...own, ...corrections.flatMap((one) => corrected(one, ags, book, accounts))].filter(
    ({ cents }) => cents !== 0,
  );
}

/** The old figure taken back and the new one booked, both dated on the day of the correction. */
function corrected(
  { bookings, number, at }: Correction,
  ags: string,
  book: (account: string, cents: number, text: string) => Booking,
  accounts: AccountingProfile["accounts"],
): Booking[] {
  const account = { ...accounts, share: accounts.correction };
  return bookings
    .filter((one) => one.ags === ags)
    .flatMap(({ figure, reversedCents, bookedCents }) => {
      // Contributions and what was provided lower the balance.
      const sign = figure === "share" || figure === "estimation" ? 1 : -1;
      return [
        book(account[figure], sign * reversedCents, `Korrektur ${number}: zurückgenommen`),
        book(account[figure], sign * bookedCents, `Korrektur ${number}: neu gebucht`),
      ];
    })
    .map((booking) => ({ ...booking, date: localTimestamp(at).slice(0, 10) }));
}
