/** The tables of the finance files: the same questions, rows and sums in workbook, CSV and paper. German. */
import { formatDate } from "../../../../domain/week.ts";
import { localTimestamp } from "../../../../domain/localTime.ts";
import type { AgreementState } from "../../../../domain/agreement/stateMachine.ts";
import {
  COST_LINE_NAMES,
  FRACTION_NAMES,
  periodName,
  RULES,
  weekDates,
  weekName,
} from "../../../../planning/report/words.ts";
import { sum } from "../apportion.ts";
import type { AgreementFigures, FinanceFigures, LinePair, MemberFigures, Pair } from "../figures.ts";

/** What stands in a column. Amounts are whole cents, masses whole kilograms, shown in tonnes (`mass`) or as they are: a file turns them into its own unit. */
export type Unit = "text" | "money" | "mass" | "kilograms" | "count" | "percent";

export interface TableColumn {
  readonly head: string;
  readonly unit: Unit;
  /** On paper: as a part of what all columns of the table ask for. Default: the first is wide, the others are alike. */
  readonly width?: number;
  /** In place of a sum of the rows: the difference of two columns (counted from 0), or one as a part of another. */
  readonly formula?:
    | { readonly kind: "difference"; readonly of: number; readonly less: number }
    | { readonly kind: "part"; readonly part: number; readonly whole: number };
}

/** A text, an amount in the unit of its column, or nothing. */
export type Value = string | number | null;

export interface FinanceTable {
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Value[])[];
  /** Below all rows; null where adding up says nothing. */
  readonly total: readonly Value[] | null;
  /** What a reader must know of it. */
  readonly note?: string;
}

export const MONTHS = [
  ...["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli"],
  ...["August", "September", "Oktober", "November", "Dezember"],
] as const;

/** `2026-11` to `November 2026`. */
export const monthName = (month: string): string => `${MONTHS[Number(month.slice(5)) - 1]!} ${month.slice(0, 4)}`;

export const BROKEN_DOWN =
  "Der Schlüssel teilt die gemeinsamen Kosten im Ganzen. Auf Wochen und Kostenarten ist ein Anteil so heruntergebrochen wie die gemeinsamen Kosten.";
export const WEEKS_NOTE =
  "Mindestmengen, neue Standorte und eingebrachte Leistungen sind gleichmäßig auf die Wochen verteilt, der Restbestand steht in der letzten Woche, der CO₂-Preis folgt der abgeholten Menge. Eine Woche zählt zu dem Monat, in dem ihr Donnerstag liegt.";
const FRACTION_NOTE =
  "Von den Kostenarten gehört nur der Annahmepreis zu einer Fraktion; Fahrzeuge und Häcksler nehmen, was anfällt.";

const PAIR: readonly TableColumn[] = [
  { head: "allein", unit: "money" },
  { head: "gemeinsam", unit: "money" },
  { head: "Einsparung", unit: "money", formula: { kind: "difference", of: 1, less: 2 } },
  { head: "Einsparung in %", unit: "percent", formula: { kind: "part", part: 3, whole: 1 } },
];

/** 0.125 is 12.5 %; of what costs nothing alone, or is revenue, there is no part. */
const part = (saving: number, alone: number): Value => (alone <= 0 ? null : saving / alone);

function pairValues({ aloneCents, jointCents }: Pair): Value[] {
  const saving = aloneCents - jointCents;
  return [aloneCents, jointCents, saving, part(saving, aloneCents)];
}

function pairTable(
  title: string,
  head: string,
  rows: readonly (readonly [string, Pair])[],
  note?: string,
): FinanceTable {
  const total = {
    aloneCents: sum(rows.map(([, p]) => p.aloneCents)),
    jointCents: sum(rows.map(([, p]) => p.jointCents)),
  };
  return {
    ...{ title, columns: [{ head, unit: "text" }, ...PAIR] },
    rows: rows.map(([name, pair]) => [name, ...pairValues(pair)]),
    total: ["Summe", ...pairValues(total)],
    ...(note === undefined ? {} : { note }),
  };
}

/** Lines that cost nobody anything are left out. */
export const usedLines = (lines: readonly LinePair[]): LinePair[] =>
  lines.filter(({ jointCents, aloneCents }) => jointCents !== 0 || aloneCents !== 0);

export const byLine = (lines: readonly LinePair[], title = "Je Kostenart", note?: string): FinanceTable =>
  pairTable(
    title,
    "Kostenart",
    usedLines(lines).map((one) => [COST_LINE_NAMES[one.line], one]),
    note,
  );

export const byWeek = ({ weeks }: Pick<FinanceFigures, "weeks">, title = "Je Woche", note?: string): FinanceTable =>
  pairTable(
    title,
    "Woche",
    weeks.map((one) => [weekName(one.week), one]),
    note,
  );

export const byMonth = ({ months }: Pick<FinanceFigures, "months">, title = "Je Monat"): FinanceTable =>
  pairTable(
    title,
    "Monat",
    months.map((one) => [`${monthName(one.month)} (${one.weeks} Wo.)`, one]),
  );

export function byMember({ members, totals, agreement }: FinanceFigures): FinanceTable {
  const agreed = agreement !== null;
  return {
    title: "Je Kommune",
    columns: [
      { head: "Kommune", unit: "text" },
      ...PAIR,
      { head: "Menge", unit: "mass" },
      ...(agreed ? [{ head: `Anteil laut Vereinbarung (Fassung ${agreement.version})`, unit: "money" } as const] : []),
    ],
    rows: members.map((m) => [
      m.name,
      ...pairValues({ aloneCents: m.aloneCents, jointCents: m.shareCents }),
      m.forecastKg,
      ...(agreed ? [m.agreedCents] : []),
    ]),
    total: ["Summe", ...pairValues(totals), totals.forecastKg, ...(agreed ? [agreement.jointCostCents] : [])],
  };
}

/** What those members pay out whom the reader sees in full; null when there is none. */
export function payments({ members }: FinanceFigures): FinanceTable | null {
  const seen = members.flatMap((m) => (m.full === null ? [] : [{ ...m, ...m.full }]));
  if (seen.length === 0) return null;
  return {
    title: "Zahlung",
    columns: [
      { head: "Kommune", unit: "text" },
      { head: "Anteil", unit: "money" },
      { head: "eingebrachte Leistung", unit: "money" },
      { head: "Zahlung", unit: "money", formula: { kind: "difference", of: 1, less: 2 } },
    ],
    rows: seen.map((m) => [m.name, m.shareCents, m.contributionCents, m.paymentCents]),
    total: [
      "Summe",
      ...[sum(seen.map((m) => m.shareCents)), sum(seen.map((m) => m.contributionCents))],
      sum(seen.map((m) => m.paymentCents)),
    ],
  };
}

export function byFraction({ fractions }: FinanceFigures): FinanceTable {
  const columns: readonly TableColumn[] = [
    { head: "Fraktion", unit: "text" },
    { head: "erwartete Menge", unit: "mass" },
    { head: "abgeholt gemeinsam", unit: "mass" },
    { head: "abgeholt allein", unit: "mass" },
    { head: "Annahmepreis allein", unit: "money" },
    { head: "Annahmepreis gemeinsam", unit: "money" },
  ];
  const rows = fractions.map((f) => [
    FRACTION_NAMES[f.fraction],
    ...[f.arrivalsKg, f.jointHauledKg, f.aloneHauledKg, f.aloneGateCents, f.jointGateCents],
  ]);
  return { title: "Je Fraktion", columns, rows, total: totalled(columns, rows), note: FRACTION_NOTE };
}

/** The member alone; jointly a fraction of its share is not known. */
function ownFractions({ name, full }: MemberFigures): FinanceTable {
  const columns: readonly TableColumn[] = [
    { head: "Fraktion", unit: "text" },
    { head: "erwartete Menge", unit: "mass" },
    { head: "abgeholt allein", unit: "mass" },
    { head: "Annahmepreis allein", unit: "money" },
  ];
  const rows = full!.fractions.map((f) => [
    FRACTION_NAMES[f.fraction],
    ...[f.arrivalsKg, f.aloneHauledKg, f.aloneGateCents],
  ]);
  return { title: `${name}: je Fraktion`, columns, rows, total: totalled(columns, rows) };
}

const totalled = (columns: readonly TableColumn[], rows: readonly (readonly Value[])[]): Value[] =>
  columns.map((_, c) => (c === 0 ? "Summe" : sum(rows.map((row) => row[c] as number))));

/** Everything of one member that the reader sees in full. */
export function ofMember(
  member: MemberFigures & { readonly full: NonNullable<MemberFigures["full"]> },
): FinanceTable[] {
  const { name, full } = member;
  return [
    byLine(full.lines, `${name}: je Kostenart`),
    byWeek(full, `${name}: je Woche`),
    byMonth(full, `${name}: je Monat`),
    ownFractions(member),
  ];
}

export const seenInFull = ({ members }: FinanceFigures) =>
  members.flatMap((one) => (one.full === null ? [] : [{ ...one, full: one.full }]));

/** Every rule beside what each would pay alone; null when the reader sees nobody in full. */
export function byRule(figures: FinanceFigures): FinanceTable | null {
  const seen = seenInFull(figures);
  if (seen.length === 0) return null;
  return {
    title: "Andere Schlüssel",
    columns: [
      { head: "Schlüssel", unit: "text" },
      ...seen.map(({ name }): TableColumn => ({ head: name, unit: "money" })),
      { head: "niemand zahlt mehr als allein", unit: "text" },
      { head: "keine Gruppe stünde allein besser", unit: "text" },
    ],
    rows: [
      ["allein", ...seen.map(({ aloneCents }) => aloneCents), "", ""],
      ...figures.rules.map(({ rule, shares, guaranteed, stable, blockingCount }) => [
        `${RULES[rule].name}${rule === figures.rule ? " (gilt)" : ""}`,
        ...seen.map(({ ags }) => shares[ags] ?? null),
        guaranteed ? "ja" : "nein",
        stable ? "ja" : `nein, ${blockingCount} Gruppen`,
      ]),
    ],
    total: null,
    note:
      figures.ruleFindings.length === 0
        ? "Jeder Schlüssel ist aus denselben Gruppenkosten gerechnet und vom unabhängigen Prüfprogramm bestätigt."
        : `Das Prüfprogramm beanstandet: ${figures.ruleFindings.join("; ")}`,
  };
}

export const STATES: Readonly<Record<AgreementState, string>> = {
  draft: "Entwurf",
  informed: "vorgeschlagen, Frühinformation läuft",
  open: "vorgeschlagen, Abstimmung läuft",
  approved: "angenommen, noch nicht in Kraft",
  refused: "abgelehnt",
  lapsed: "ohne Ergebnis abgelaufen",
  superseded: "durch eine neue Fassung ersetzt",
  withdrawn: "zurückgezogen",
  inForce: "in Kraft",
  settled: "abgerechnet",
};

export function agreementText(agreement: AgreementFigures | null): string {
  if (agreement === null) return "noch keine vorgeschlagen";
  const { id, version, state, sameRun } = agreement;
  const other = sameRun ? "" : "; beruht auf einer anderen Planung dieser Woche";
  return `${id}, Fassung ${version}: ${STATES[state]}${other}`;
}

/** Where the figures come from, as label and text. */
export function origin(figures: FinanceFigures): [string, string][] {
  const { period, rule, agreement, provenance, notices } = figures;
  const local = localTimestamp(provenance.frozenAt);
  return [
    ["Region", figures.regionName],
    ["Zeitraum", `${periodName(period.firstWeek, period.lastWeek)} (${weekDates(period.firstWeek, period.lastWeek)})`],
    ["Verteilungsschlüssel", RULES[rule].name],
    ["Vereinbarung", agreementText(agreement)],
    ["Planung", `${weekName(figures.week)}, Lauf ${figures.run}`],
    ["Stand der Meldungen", `${formatDate(local.slice(0, 10))}, ${local.slice(11, 16)} Uhr`],
    ["Fahrstrecken", provenance.travelMatrix],
    ["Unbelegte Annahmen", String(provenance.assumptions)],
    ["Prüfsumme der plan.json (SHA-256)", provenance.planSha256],
    ["Prüfsumme der Eingaben (SHA-256)", provenance.inputsSha256],
    ["Alleinkosten", "vom selben Rechenweg mit demselben Aufwand wie die gemeinsamen Kosten"],
    ["Zur Aufschlüsselung", BROKEN_DOWN],
    ["Zu Wochen und Monaten", WEEKS_NOTE],
    ["Zu Fraktionen", FRACTION_NOTE],
    ...notices.map((notice): [string, string] => ["Hinweis", notice]),
  ];
}
