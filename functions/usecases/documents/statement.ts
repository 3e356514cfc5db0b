/**
 * The statement of one municipality for a settled period. Page, paper and workbook are made from this one object, so that they say
 * the same to the cent; every figure names the tickets and tours that it rests on. German.
 */
import type { SettledMember, Settlement, SettlementView } from "../../../domain/settlement/settlement.ts";
import { formatDate } from "../../../domain/week.ts";
import { localTimestamp } from "../../../domain/localTime.ts";
import { dueInvoices } from "../../../planning/documents/dueInvoices.ts";
import { NOT_TAXABLE_REASON } from "../../../planning/documents/invoices.ts";
import type { RegisterNames } from "../../../planning/documents/register.ts";
import { SETTLED_LINE_NAMES } from "../../../planning/documents/words.ts";
import {
  FORM_NAMES,
  FRACTION_NAMES,
  money,
  periodName,
  RULES,
  tonnes,
  weekDates,
} from "../../../planning/report/words.ts";
import { sum } from "../finance/apportion.ts";
import type { FinanceTable, TableColumn, Value } from "../finance/files/tables.ts";
import type { InvoiceState } from "./invoices.ts";

export interface Statement {
  readonly title: string;
  readonly eyebrow: string;
  /** RFC 3339: when the period was closed; the paper's date. */
  readonly at: string;
  readonly final: boolean;
  readonly ags: string;
  readonly figures: readonly (readonly [label: string, cents: number])[];
  /** Guarantee, key, tax and the like: whole sentences. */
  readonly sentences: readonly string[];
  readonly tables: readonly FinanceTable[];
  readonly facts: readonly (readonly [string, string])[];
}

const notIssued = ({ settlement }: SettlementView): InvoiceState[] =>
  dueInvoices([settlement]).map((due) => ({ ...due, issued: null }));

/**
 * @param invoices of the settlement and its corrections; default: nothing corrected, nothing issued
 * @throws RangeError for a municipality that is no member
 */
export function statementOf(
  view: SettlementView,
  ags: string,
  names: RegisterNames,
  invoices: readonly InvoiceState[] = notIssued(view),
): Statement {
  const { settlement, closed } = view;
  const member = settlement.members.find((one) => one.ags === ags);
  if (member === undefined) throw new RangeError(`${ags} is no member of the settlement`);
  const { period, regionName } = settlement;
  const span = periodName(period.firstWeek, period.lastWeek);
  return {
    title: `${closed === null ? "Vorschau der Abrechnung" : "Abrechnung"} ${member.name}, ${span}`,
    eyebrow: `${regionName} · ${span} (${weekDates(period.firstWeek, period.lastWeek)})`,
    ...{ at: closed?.closedAt ?? "1970-01-01T00:00:00Z", final: closed !== null, ags },
    figures: [
      ["Anteil an den gemeinsamen Kosten", member.shareCents],
      ["Allein hätte es gekostet", member.soloCents],
      [member.balanceCents < 0 ? "Guthaben" : "Noch zu zahlen", Math.abs(member.balanceCents)],
    ],
    sentences: [...guarantee(member), ...key(settlement), taxSentence(settlement), ...settlement.notices],
    tables: [
      balanceTable(member),
      linesTable(settlement, member),
      vatTable(settlement, ags),
      ...(settlement.estimation.rows.some((row) => row.ags === ags) ? [estimationTable(settlement, ags, member)] : []),
      ...correctionTables(view, ags),
      ...invoiceTables(view, member, invoices),
      fractionsTable(member, settlement),
      ticketsTable(settlement, ags, names),
      toursTable(settlement, member),
      itemsTable(settlement, ags),
    ],
    facts: [
      ["Abrechnung", settlement.id],
      [
        "Stand",
        closed === null
          ? "Vorschau, nicht abgeschlossen"
          : `abgeschlossen am ${formatDate(localTimestamp(closed.closedAt).slice(0, 10))}`,
      ],
      ...(closed === null ? [] : [["Prüfsumme (SHA-256)", closed.sha256] as const]),
      ["Eingaben (SHA-256)", settlement.inputsSha256],
      ["Alleinkosten", settlement.game.method],
    ],
  };
}

function guarantee({ soloCents, guaranteeCents, guaranteeOf, topUpCents, shareCents, name }: SettledMember): string[] {
  const limit =
    guaranteeOf === "agreement"
      ? `dem in der Vereinbarung zugesagten Höchstbetrag von ${money(guaranteeCents)}`
      : `den Alleinkosten von ${money(soloCents)}`;
  const first = `Zusage: ${name} zahlt für die gewogenen Mengen nicht mehr als allein. Der Anteil von ${money(shareCents)} liegt nicht über ${limit}.`;
  if (topUpCents < 0)
    return [
      first,
      `Nach dem Schlüssel wären es ${money(-topUpCents)} mehr; diesen Betrag tragen die anderen aus ihrer Einsparung.`,
    ];
  if (topUpCents > 0)
    return [first, `Darin sind ${money(topUpCents)}, mit denen die Zusage an andere Kommunen eingehalten wird.`];
  return [first];
}

function key({ rule, agreement, poolCents }: Settlement): string[] {
  const whose =
    agreement === null
      ? "Es gilt der Schlüssel der Region; eine Vereinbarung ist für den Zeitraum nicht in Kraft."
      : `Grundlage ist die Vereinbarung ${agreement.id}, Fassung ${agreement.version}.`;
  const pool =
    poolCents === 0
      ? []
      : [`${money(poolCents)} der gemeinsamen Kosten deckt die Zusage nicht; sie stehen im Jahresausgleich.`];
  return [`Geteilt ist nach dem Schlüssel „${RULES[rule].name}“. ${whose}`, ...pool];
}

const taxSentence = ({ vat }: Settlement): string =>
  vat.taxable
    ? `Umsatzsteuer: Die Leistungen der Kommunen untereinander sind steuerbar; auf den Anteil kommen ${vat.ratePercent} %.`
    : `Umsatzsteuer: ${NOT_TAXABLE_REASON}. Steuer enthalten nur die Rechnungen Dritter.`;

function balanceTable(member: SettledMember): FinanceTable {
  const rows: readonly (readonly [string, number])[] = [
    ["Anteil nach dem Schlüssel", member.ruleShareCents],
    ["Ausgleich durch die Zusage", member.topUpCents],
    ["Schätzgüte-Konto", member.estimationCents],
    ["Eingebrachte Leistungen (Gutschrift)", -member.contributionCents],
    ["Eigene Fahrzeuge, Häcksler, Anlagen (Gutschrift)", -member.providedCents],
    ["Bereits gezahlt", -member.advanceCents],
  ];
  return {
    title: "Was zu zahlen ist",
    columns: columns(["Posten", "text", 5], ["Betrag", "money", 2]),
    rows,
    total: [member.balanceCents < 0 ? "Guthaben (−)" : "Noch zu zahlen", member.balanceCents],
  };
}

const columns = (
  ...of: readonly (readonly [head: string, unit: TableColumn["unit"], width: number])[]
): TableColumn[] => of.map(([head, unit, width]) => ({ head, unit, width }));

function linesTable({ costLines }: Settlement, member: SettledMember): FinanceTable {
  const shown = member.lines
    .map(({ line, sourceCents, shareCents }) => ({
      ...{ line, sourceCents, shareCents, cents: costLines.find((one) => one.line === line)?.cents ?? 0 },
    }))
    .filter(({ cents, shareCents, sourceCents }) => cents !== 0 || shareCents !== 0 || sourceCents !== 0);
  const total = (pick: (one: (typeof shown)[number]) => number): number => sum(shown.map(pick));
  return {
    title: "Je Kostenart",
    columns: columns(
      ...([
        ["Kostenart", "text", 4],
        ["alle zusammen", "money", 2],
        ["eigenes Material", "money", 2],
        ["Anteil", "money", 2],
      ] as const),
    ),
    rows: shown.map(({ line, cents, sourceCents, shareCents }) => [
      ...[SETTLED_LINE_NAMES[line], cents, sourceCents, shareCents],
    ]),
    total: ["Summe", total((one) => one.cents), total((one) => one.sourceCents), total((one) => one.shareCents)],
    note: "Eigenes Material: was die Ladungen dieser Kommune verursacht haben. Der Schlüssel teilt die Kosten im Ganzen; der Anteil ist so heruntergebrochen wie sie.",
  };
}

function vatTable({ vat }: Settlement, ags: string): FinanceTable {
  const row = (name: string, scenario: Settlement["vat"]["notTaxable"], holds: boolean): Value[] => {
    const own = scenario.members.find((one) => one.ags === ags);
    return [`${name}${holds ? " (gilt)" : ""}`, own?.netCents ?? 0, own?.vatCents ?? 0, own?.grossCents ?? 0];
  };
  return {
    title: "Umsatzsteuer (§ 2b UStG)",
    columns: columns(["Fall", "text", 4], ["netto", "money", 2], ["Steuer", "money", 2], ["brutto", "money", 2]),
    rows: [
      row("nicht steuerbar", vat.notTaxable, !vat.taxable),
      row(`steuerbar mit ${vat.ratePercent} %`, vat.ifTaxable, vat.taxable),
    ],
    total: null,
    note: "Nicht steuerbar: Die Steuer steckt in den Rechnungen Dritter und bleibt. Steuerbar: Der Anteil trägt sie als Ganzes, die Vorsteuer ist abgezogen.",
  };
}

function estimationTable(
  { estimation, tickets }: Settlement,
  ags: string,
  { estimationCents }: SettledMember,
): FinanceTable {
  const numbers = new Map(tickets.map(({ id, number }) => [id, number]));
  const rows = estimation.rows.filter((row) => row.ags === ags);
  const own = estimation.members.find((one) => one.ags === ags);
  const kg = (value: number): number => Math.round(value);
  return {
    title: "Schätzgüte-Konto",
    columns: columns(
      ["Woche", "text", 2],
      ["Fraktion", "text", 3],
      ...(["erwartet", "gewogen", "Abweichung"] as const).map((head) => [head, "kilograms", 2.5] as const),
      ["Wiegescheine", "text", 4],
    ),
    rows: rows.map(({ week, fraction, forecastKg, weighedKg, scoreKg, ticketIds }) => [
      ...[
        week,
        FRACTION_NAMES[fraction],
        kg(forecastKg),
        weighedKg,
        kg(scoreKg),
        ticketIds.map((id) => numbers.get(id) ?? id).join(", "),
      ],
    ]),
    total: [
      ...["Summe", "", sum(rows.map((row) => kg(row.forecastKg))), sum(rows.map((row) => row.weighedKg))],
      ...[sum(rows.map((row) => kg(row.scoreKg))), ""],
    ],
    note: `Bewertet ist mit dem CRPS (${money(estimation.centsPerTonne)} je Tonne): ${tonnes(own?.scoreKg ?? 0)} gegenüber ${tonnes(own?.fairKg ?? 0)}, die auf diese Menge im Mittel entfallen. Das ergibt ${money(estimationCents)}; über alle Kommunen ist die Summe 0.`,
  };
}

/** What of it is invoiced between municipalities, and what is then left to clear. */
function invoiceTables(
  { settlement, corrections }: SettlementView,
  { ags, balanceCents }: SettledMember,
  invoices: readonly InvoiceState[],
): FinanceTable[] {
  const own = invoices.filter(({ claim }) => claim.sellerAgs === ags || claim.buyerAgs === ags);
  if (own.length === 0) return [];
  const name = (of: string): string => settlement.members.find((one) => one.ags === of)?.name ?? of;
  const changed = sum(corrections.flatMap(({ bookings }) => bookings.filter((one) => one.ags === ags)).map(onBalance));
  const rows = own.map(({ claim, correction, corrects, issued }): Value[] => {
    const before = own.find(
      (one) =>
        one.correction === corrects && one.claim.sellerAgs === claim.sellerAgs && one.claim.buyerAgs === claim.buyerAgs,
    );
    const cents = claim.cents - (before?.claim.cents ?? 0);
    const who = claim.sellerAgs === ags ? `an ${name(claim.buyerAgs)}` : `von ${name(claim.sellerAgs)}`;
    return [
      issued?.number ?? "noch nicht gestellt",
      correction === 0 || before === undefined
        ? who
        : `${who}, berichtigt ${before.issued?.number ?? "die vorige"} (Unterschied)`,
      claim.sellerAgs === ags ? cents : -cents,
    ];
  });
  const left = balanceCents + changed + sum(rows.map((row) => row[2] as number));
  return [
    {
      title: "Rechnungen zwischen Kommunen",
      columns: columns(["Rechnung", "text", 6], ["wer", "text", 4], ["netto", "money", 2]),
      rows: [
        ["Saldo dieser Abrechnung", "", balanceCents],
        ...(changed === 0 ? [] : [["Korrekturen", "", changed]]),
        ...rows,
      ],
      total: ["Bleibt zu verrechnen", "", left],
      note: "Eine gestellte Rechnung (+) bringt dieses Geld unmittelbar, eine erhaltene (−) ist unmittelbar zu zahlen; verrechnet wird nur der Rest. Netto; eine Steuer kommt auf der Rechnung dazu.",
    },
  ];
}

/** Contributions and what was provided lower what is to pay. */
const onBalance = ({ figure, differenceCents }: SettlementView["corrections"][number]["bookings"][number]): number =>
  figure === "share" || figure === "estimation" ? differenceCents : -differenceCents;

const FIGURE_NAMES = {
  share: "Anteil",
  estimation: "Schätzgüte-Konto",
  contribution: "eingebrachte Leistungen",
  provided: "eigene Fahrzeuge, Häcksler, Anlagen",
} as const;

function correctionTables({ corrections }: SettlementView, ags: string): FinanceTable[] {
  const rows = corrections.flatMap(({ number, at, bookings }) =>
    bookings
      .filter((one) => one.ags === ags)
      .map(({ figure, reversedCents, bookedCents, differenceCents }): Value[] => [
        ...[`${number} vom ${formatDate(localTimestamp(at).slice(0, 10))}`, FIGURE_NAMES[figure]],
        ...[reversedCents, bookedCents, differenceCents],
      ]),
  );
  if (rows.length === 0) return [];
  return [
    {
      title: "Korrekturen",
      columns: columns(
        ["Korrektur", "text", 3],
        ["Betrag", "text", 2.5],
        ...(["zurückgenommen", "neu gebucht", "Unterschied"] as const).map((head) => [head, "money", 2.5] as const),
      ),
      rows,
      total: ["Summe", "", ...[2, 3, 4].map((c) => sum(rows.map((row) => row[c] as number)))],
      note: "Die abgeschlossene Abrechnung bleibt, wie sie ist; was sich ändert, ist gegengebucht.",
    },
  ];
}

function fractionsTable({ fractions }: SettledMember, { tickets }: Settlement): FinanceTable {
  const numbers = new Map(tickets.map(({ id, number }) => [id, number]));
  return {
    title: "Gewogen je Fraktion",
    columns: columns(["Fraktion", "text", 3], ["Menge", "kilograms", 2], ["Wiegescheine", "text", 6]),
    rows: fractions.map(({ fraction, weighedKg, ticketIds }) => [
      ...[FRACTION_NAMES[fraction], weighedKg, ticketIds.map((id) => numbers.get(id) ?? id).join(", ")],
    ]),
    total: ["Summe", sum(fractions.map(({ weighedKg }) => weighedKg)), ""],
  };
}

function ticketsTable({ tickets }: Settlement, ags: string, names: RegisterNames): FinanceTable {
  const rows = tickets.flatMap(({ number, weighedAt, refused, tourId, lots }) =>
    lots.flatMap(({ pointId, fraction, form, parts }) => {
      const kg = sum(parts.filter((part) => part.ags === ags).map(({ value }) => value));
      if (kg === 0) return [];
      const what = `${FRACTION_NAMES[fraction]}, ${FORM_NAMES[form]}${refused ? ", zurückgewiesen" : ""}`;
      const point = names.points.get(pointId) ?? pointId;
      return [[number, formatDate(weighedAt.slice(0, 10)), point, what, kg, tourId ?? "ohne Tour"] satisfies Value[]];
    }),
  );
  return {
    title: "Wiegescheine",
    columns: columns(
      ["Nummer", "text", 2.2],
      ["Tag", "text", 2.6],
      ["Sammelstelle", "text", 6],
      ["Material", "text", 3.8],
      ["Anteil", "kilograms", 2.4],
      ["Tour", "text", 5],
    ),
    rows,
    total: ["Summe", "", "", "", sum(rows.map((row) => row[4] as number)), ""],
  };
}

function toursTable({ tours, tickets }: Settlement, { tourIds }: SettledMember): FinanceTable {
  const numbers = new Map(tickets.map(({ id, number }) => [id, number]));
  return {
    title: "Touren",
    columns: columns(
      ["Tour", "text", 5],
      ["Tag", "text", 3],
      ["Fahrzeug", "text", 4],
      ["km im Ganzen", "text", 3],
      ["Wiegescheine", "text", 4],
    ),
    rows: tours
      .filter(({ id }) => tourIds.includes(id))
      .map(({ id, date, vehicleName, distanceMetres, basis, ticketIds }) => [
        ...[id, formatDate(date), vehicleName],
        `${(distanceMetres / 1000).toFixed(1).replace(".", ",")} (${basis === "driven" ? "gefahren" : "geplant"})`,
        ticketIds.map((one) => numbers.get(one) ?? one).join(", "),
      ]),
    total: null,
  };
}

function itemsTable({ items }: Settlement, ags: string): FinanceTable {
  const own = items.flatMap((item) => {
    const cents = sum(item.parts.filter((part) => part.ags === ags).map(({ value }) => value));
    return cents === 0 ? [] : [{ ...item, own: cents }];
  });
  const decimal = (value: number): string => String(Number(value.toFixed(3))).replace(".", ",");
  return {
    title: "Kostenposten",
    columns: columns(
      ["Posten", "text", 5],
      ["Rechnung", "text", 5],
      ["im Ganzen", "money", 3],
      ["eigenes Material", "money", 4],
      ["Nachweis", "text", 5],
    ),
    rows: own.map(({ label, quantity, unit, centsPerUnit, cents, own: mine, evidence }) => [
      ...[label, `${decimal(quantity)} ${unit} × ${decimal(centsPerUnit / 100)} €`, cents, mine, evidence.id],
    ]),
    total: ["Summe", "", sum(own.map(({ cents }) => cents)), sum(own.map((item) => item.own)), ""],
    note: "Eigenes Material: der Teil des Postens, den die Ladungen dieser Kommune verursacht haben.",
  };
}
