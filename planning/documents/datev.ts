/**
 * Bookings as a batch in the DATEV format ("EXTF" 700, Buchungsstapel, version 13): a header of 31 fields, 125 columns, texts in
 * quotes, decimal comma, Windows-1252, CR LF. Only the columns that say something are filled.
 */
import type { AccountingProfile } from "../../domain/billing/profile.ts";
import type { Booking } from "./bookings.ts";

const numbered = (count: number, art: string, content: string): string[] =>
  Array.from({ length: count }, (_, i) => [`${art} ${i + 1}`, `${content} ${i + 1}`]).flat();

export const DATEV_COLUMNS: readonly string[] = [
  ...[
    "Umsatz (ohne Soll/Haben-Kz)",
    "Soll/Haben-Kennzeichen",
    "WKZ Umsatz",
    "Kurs",
    "Basis-Umsatz",
    "WKZ Basis-Umsatz",
  ],
  ...["Konto", "Gegenkonto (ohne BU-Schlüssel)", "BU-Schlüssel", "Belegdatum", "Belegfeld 1", "Belegfeld 2", "Skonto"],
  ...["Buchungstext", "Postensperre", "Diverse Adressnummer", "Geschäftspartnerbank", "Sachverhalt", "Zinssperre"],
  ...["Beleglink", ...numbered(8, "Beleginfo - Art", "Beleginfo - Inhalt")],
  ...["KOST1 - Kostenstelle", "KOST2 - Kostenstelle", "Kost-Menge", "EU-Land u. UStID (Bestimmung)"],
  ...["EU-Steuersatz (Bestimmung)", "Abw. Versteuerungsart", "Sachverhalt L+L", "Funktionsergänzung L+L"],
  ...["BU 49 Hauptfunktionstyp", "BU 49 Hauptfunktionsnummer", "BU 49 Funktionsergänzung"],
  ...numbered(20, "Zusatzinformation - Art", "Zusatzinformation- Inhalt"),
  ...["Stück", "Gewicht", "Zahlweise", "Forderungsart", "Veranlagungsjahr", "Zugeordnete Fälligkeit", "Skontotyp"],
  ...["Auftragsnummer", "Buchungstyp", "USt-Schlüssel (Anzahlungen)", "EU-Land (Anzahlungen)"],
  ...["Sachverhalt L+L (Anzahlungen)", "EU-Steuersatz (Anzahlungen)", "Erlöskonto (Anzahlungen)", "Herkunft-Kz"],
  ...["Buchungs GUID", "KOST-Datum", "SEPA-Mandatsreferenz", "Skontosperre", "Gesellschaftername", "Beteiligtennummer"],
  ...["Identifikationsnummer", "Zeichnernummer", "Postensperre bis", "Bezeichnung SoBil-Sachverhalt"],
  ...["Kennzeichen SoBil-Buchung", "Festschreibung", "Leistungsdatum", "Datum Zuord. Steuerperiode", "Fälligkeit"],
  ...["Generalumkehr (GU)", "Steuersatz", "Land", "Abrechnungsreferenz", "BVV-Position", "EU-Land u. UStID (Ursprung)"],
  ...["EU-Steuersatz (Ursprung)", "Abw. Skontokonto"],
];

/** Places of the columns that are filled. */
const PLACE = Object.fromEntries(DATEV_COLUMNS.map((name, index) => [name, index])) as Readonly<Record<string, number>>;
const LONGEST_TEXT = 60;
const LONGEST_NAME = 30;
const LONGEST_REFERENCE = 36;

/**
 * @param at RFC 3339: when the batch was made
 * @param label at most 30 characters are kept
 * @returns null when there is nothing to book; a batch without a booking is not taken
 */
export function datevBatch(
  bookings: readonly Booking[],
  profile: AccountingProfile,
  { at, label }: { readonly at: string; readonly label: string },
): string | null {
  if (bookings.length === 0) return null;
  const dates = bookings.map(({ date }) => date).sort();
  const lines = [
    headerOf(profile, { at, label, from: dates[0]!, to: dates.at(-1)! }),
    DATEV_COLUMNS,
    ...bookings.map(rowOf),
  ];
  return lines.map((fields) => `${fields.join(";")}\r\n`).join("");
}

interface HeaderFacts {
  readonly at: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

function headerOf(profile: AccountingProfile, { at, label, from, to }: HeaderFacts): string[] {
  const { consultantNumber, clientNumber, accountLength, fiscalYearStart } = profile;
  const start = `${Number(from.slice(0, 4)) - (from.slice(5) < fiscalYearStart ? 1 : 0)}-${fiscalYearStart}`;
  return [
    ...[quoted("EXTF"), "700", "21", quoted("Buchungsstapel"), "13"],
    ...[at.replaceAll(/\D/g, "").slice(0, 14).padEnd(17, "0"), "", quoted(""), quoted(""), quoted("")],
    ...[String(consultantNumber), String(clientNumber), plain(start), String(accountLength), plain(from), plain(to)],
    ...[quoted(label.slice(0, LONGEST_NAME)), quoted(""), "1", "0", "0", quoted("EUR")],
    ...["", quoted(""), "", "", quoted(""), "", "", quoted(""), quoted("")],
  ];
}

function rowOf({ account, clearing, cents, date, reference, text, costCentre }: Booking): string[] {
  const row = DATEV_COLUMNS.map(() => "");
  const put = (column: string, value: string): void => void (row[PLACE[column]!] = value);
  const digits = String(Math.abs(cents)).padStart(3, "0");
  put("Umsatz (ohne Soll/Haben-Kz)", `${digits.slice(0, -2)},${digits.slice(-2)}`);
  put("Soll/Haben-Kennzeichen", quoted(cents > 0 ? "S" : "H"));
  put("WKZ Umsatz", quoted("EUR"));
  put("Konto", account);
  put("Gegenkonto (ohne BU-Schlüssel)", clearing);
  put("Belegdatum", date.slice(8, 10) + date.slice(5, 7));
  put("Belegfeld 1", quoted(reference.slice(0, LONGEST_REFERENCE)));
  put("Buchungstext", quoted(text.slice(0, LONGEST_TEXT)));
  put("KOST1 - Kostenstelle", quoted(costCentre.slice(0, LONGEST_REFERENCE)));
  put("Festschreibung", "0");
  return row;
}

const plain = (date: string): string => date.replaceAll("-", "");

/** No control characters in texts, and quotation marks twice. */
const quoted = (text: string): string => `"${text.replaceAll(/\p{Cc}/gu, " ").replaceAll('"', '""')}"`;
