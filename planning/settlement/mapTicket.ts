/** From a row of a weighbridge's file to a ticket, by the profile of the file. What cannot be read is said, all at once. */
import { toTimestamp } from "../../domain/localTime.ts";
import type { Problem } from "../../domain/problem.ts";
import { Fraction } from "../../domain/region/common.ts";
import { Timestamp } from "../../domain/region/reports.ts";
import type { MappingProfile, TicketField } from "../../domain/settlement/profile.ts";
import type { Ticket } from "../../domain/settlement/weighing.ts";

/** Ids that a ticket may name. */
export interface KnownIds {
  readonly facilities: ReadonlySet<string>;
  readonly vehicles: ReadonlySet<string>;
  readonly storages: ReadonlySet<string>;
}

export interface FileRow {
  readonly file: string;
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

export type MappedRow =
  | { readonly kind: "ticket"; readonly ticket: Ticket }
  | { readonly kind: "problems"; readonly problems: readonly Problem[] };

const YES = /^(ja|yes|oui|true|1|x|abgelehnt|zurückgewiesen|refused|refusé)$/i;
/** Of one load; more is grams, or a slip of the pen. */
const MOST_KG = 100_000;

export function mapTicket(row: FileRow, profile: MappingProfile, known: KnownIds): MappedRow {
  const problems: Problem[] = [];
  const cell = (field: TicketField): string => {
    const column = profile.columns[field];
    return column === undefined ? "" : (row.cells[column] ?? "").trim();
  };
  const fault = (field: TicketField, cause: string, action: string): null => {
    const place = { file: row.file, row: row.row, field: profile.columns[field] ?? field };
    problems.push({ code: "ticket.row", severity: "error", place, cause, action });
    return null;
  };
  const kg = (field: "gross" | "tare" | "net"): number | null => {
    const text = cell(field);
    if (text === "") return null;
    const value = massOf(text, profile);
    if (value !== null && Math.abs(value) <= MOST_KG) return value;
    return fault(
      field,
      `„${text}“ ist kein Gewicht in ${profile.unit}.`,
      "Einheit und Dezimalzeichen im Profil prüfen, oder die Zelle berichtigen.",
    );
  };
  const number = cell("number");
  if (number === "") fault("number", "Die Nummer des Scheins fehlt.", "Die Nummer eintragen.");
  const facility = cell("facility") === "" ? (profile.facility ?? "") : cell("facility");
  const weighbridge = cell("weighbridge") === "" ? (profile.weighbridge ?? facility) : cell("weighbridge");
  if (weighbridge === "")
    fault(
      "weighbridge",
      "Es steht nirgends, welche Waage es war.",
      "Im Profil die Waage nennen oder eine Spalte dafür.",
    );
  const [grossKg, tareKg, stated] = [kg("gross"), kg("tare"), kg("net")];
  const netKg = stated ?? (grossKg === null || tareKg === null ? null : grossKg - tareKg);
  if (netKg === null && !problems.some(({ cause }) => cause.includes("Gewicht")))
    fault("net", "Es gibt weder Netto noch Brutto und Tara.", "Das Netto eintragen.");
  const weighedAt = momentOf(cell("date"), cell("time"), profile);
  if (weighedAt === null)
    fault(
      "date",
      `„${`${cell("date")} ${cell("time")}`.trim()}“ ist keine Zeit nach dem Muster ${profile.dateFormat} mit Uhrzeit.`,
      "Das Muster im Profil prüfen, oder Datum und Uhrzeit eintragen.",
    );
  const material = materialOf(cell("material"), profile);
  if (material === undefined)
    fault(
      "material",
      `Das Material „${cell("material")}“ kennt das Profil nicht.`,
      "Es im Profil einer Fraktion zuordnen.",
    );
  if (problems.length > 0) return { kind: "problems", problems };
  return {
    kind: "ticket",
    ticket: {
      id: ticketId(weighbridge, number),
      ...{ number, weighbridge, weighedAt: weighedAt!, grossKg, tareKg, netKg: netKg! },
      facilityId: idOf(profile.facilities[facility] ?? facility, known.facilities),
      ...{ fraction: material?.fraction ?? null, form: material?.form ?? null, vehicle: cell("vehicle") },
      vehicleId: idOf(profile.vehicles[cell("vehicle")] ?? cell("vehicle"), known.vehicles),
      storageId: idOf(cell("storage"), known.storages),
      refused: YES.test(cell("refused")),
      note: cell("note").slice(0, 500),
    },
  };
}

const idOf = (id: string, known: ReadonlySet<string>): string | null => (known.has(id) ? id : null);

/** Same number and weighbridge, same id; letters, digits, dot and dash stay as they are. */
export function ticketId(weighbridge: string, number: string): string {
  const slug = (text: string): string =>
    text
      .trim()
      .replace(/[^A-Za-z0-9_-]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 79);
  return `${slug(weighbridge) || "w"}.${slug(number) || "0"}`;
}

/** @returns whole kilograms; null for what is no number in the profile's writing */
export function massOf(text: string, { decimal, unit }: Pick<MappingProfile, "decimal" | "unit">): number | null {
  const bare = text
    .replace(/\s*(kg|t)$/i, "")
    .replace(/[\s'\u00a0\u202f]/g, "")
    .replace("−", "-");
  const group = decimal === "," ? "\\." : ",";
  const pattern = new RegExp(`^[+-]?(\\d+|\\d{1,3}(${group}\\d{3})+)(\\${decimal}\\d+)?$`);
  if (!pattern.test(bare)) return null;
  const value = Number(bare.replaceAll(decimal === "," ? "." : ",", "").replace(decimal, "."));
  return Math.round(unit === "t" ? value * 1000 : value);
}

/** `undefined`: named, but not known. `null`: not named. */
function materialOf(
  text: string,
  { materials }: MappingProfile,
): MappingProfile["materials"][string] | null | undefined {
  if (text === "") return null;
  const fraction = Fraction.safeParse(text);
  return materials[text] ?? (fraction.success ? { fraction: fraction.data } : undefined);
}

/** RFC 3339 in the region's time; null when date or clock time are not what the profile says. */
function momentOf(date: string, time: string, { dateFormat }: MappingProfile): string | null {
  if (dateFormat === "rfc3339") return Timestamp.safeParse(date).success ? date : null;
  const [day = "", clock = time] = time === "" ? date.split(/[\sT]+/) : [date, time];
  const iso = isoDate(day, dateFormat);
  const at = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(clock);
  if (iso === null || at === null) return null;
  const [hours, minutes, seconds] = [Number(at[1]), Number(at[2]), Number(at[3] ?? 0)];
  return hours > 23 || minutes > 59 || seconds > 59 ? null : toTimestamp(iso, hours * 3600 + minutes * 60 + seconds);
}

const PATTERNS = {
  "DD.MM.YYYY": /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})$/,
  "DD.MM.YY": /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{2})$/,
  "YYYY-MM-DD": /^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})$/,
  "MM/DD/YYYY": /^(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<y>\d{4})$/,
} as const;

function isoDate(text: string, format: keyof typeof PATTERNS): string | null {
  const found = PATTERNS[format].exec(text)?.groups;
  if (found === undefined) return null;
  const iso = `${found["y"]!.padStart(4, "20")}-${found["m"]!.padStart(2, "0")}-${found["d"]!.padStart(2, "0")}`;
  const at = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== iso ? null : iso;
}
