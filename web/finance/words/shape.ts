/** What the finance page says. A text that is missing is a type error. */
import type { AgreementState } from "../../../domain/agreement/stateMachine.ts";
import type { CostLineName } from "../../../domain/plan/flowPlan.ts";
import type { Fraction } from "../../../domain/region/common.ts";

/** As the API names them. */
type SettlementFile =
  "statement.html" | "statement.pdf" | "statement.xlsx" | "bookings.csv" | "EXTF_bookings.csv" | "register.csv";

export interface FinanceWords {
  readonly title: string;
  readonly trail: string;
  readonly head: {
    saves(who: string, amount: string, period: string): string;
    level(who: string, period: string): string;
    readonly all: string;
  };
  readonly lead: string;
  readonly picker: { readonly region: string; readonly week: string; readonly show: string; readonly label: string };
  readonly figures: {
    readonly joint: string;
    readonly share: string;
    readonly alone: string;
    readonly saving: string;
    readonly jointNote: string;
    readonly shareNote: string;
    readonly aloneNote: string;
    savingNote(percent: string): string;
  };
  readonly facts: { readonly all: string; readonly payment: string; readonly brought: string; readonly rule: string };
  readonly agreement: {
    readonly head: string;
    readonly none: string;
    stands(version: number, id: string): string;
    readonly states: Readonly<Record<AgreementState, string>>;
    readonly sameRun: string;
    readonly otherRun: string;
  };
  readonly files: {
    readonly head: string;
    readonly xlsx: string;
    readonly csv: string;
    readonly machine: string;
    readonly pdf: string;
    readonly german: string;
  };
  readonly chart: { readonly alone: string; readonly joint: string; instead(joint: string, alone: string): string };
  readonly columns: {
    readonly member: string;
    readonly line: string;
    readonly week: string;
    readonly month: string;
    readonly fraction: string;
    readonly rule: string;
    readonly alone: string;
    readonly joint: string;
    readonly share: string;
    readonly saving: string;
    readonly part: string;
    readonly mass: string;
    readonly agreed: string;
    readonly payment: string;
    readonly arrivals: string;
    readonly hauledJoint: string;
    readonly hauledAlone: string;
    readonly gateJoint: string;
    readonly gateAlone: string;
    readonly guaranteed: string;
    readonly stable: string;
    readonly prices: string;
  };
  readonly total: string;
  readonly yes: string;
  readonly no: string;
  readonly members: {
    readonly head: string;
    readonly caption: string;
    readonly chart: string;
    readonly others: string;
  };
  readonly lines: { readonly head: string; readonly caption: string; readonly chart: string };
  readonly time: {
    readonly head: string;
    readonly weeks: string;
    readonly months: string;
    readonly chart: string;
    readonly note: string;
    monthWeeks(month: string, weeks: number): string;
  };
  readonly fractions: {
    readonly head: string;
    readonly caption: string;
    readonly chart: string;
    readonly note: string;
  };
  readonly each: {
    readonly head: string;
    readonly note: string;
    lines(name: string): string;
    months(name: string): string;
  };
  readonly rules: {
    readonly head: string;
    readonly lead: string;
    readonly caption: string;
    readonly alone: string;
    readonly applies: string;
    blocking(groups: number): string;
    readonly checked: string;
    readonly objected: string;
  };
  readonly prices: {
    readonly head: string;
    readonly lead: string;
    readonly gate: string;
    readonly haulage: string;
    readonly reckon: string;
    readonly range: string;
    readonly caption: string;
    readonly planned: string;
    changed(gate: string, haulage: string): string;
    readonly fixed: string;
    readonly sharesKnown: string;
    readonly needsPlanning: string;
    readonly noSaving: string;
  };
  readonly settled: {
    readonly head: string;
    readonly none: string;
    readonly expected: string;
    readonly weighed: string;
    readonly apart: string;
    forecastCaption(year: number): string;
    monthsOf(name: string): string;
    readonly forecastNote: string;
    ledgerHead(year: number): string;
    readonly ledgerLead: string;
    ledgerCaption(year: number): string;
    readonly periodShares: string;
    readonly yearShare: string;
    readonly equalisation: string;
    readonly balance: string;
    pool(amount: string): string;
    entriesOf(name: string): string;
    readonly entry: string;
    readonly kinds: { readonly settlement: string; readonly correction: string };
    readonly estimation: string;
    readonly estimationLead: string;
    estimationCaption(year: number): string;
    readonly score: string;
    readonly fair: string;
    readonly estimationCents: string;
    readonly co2Head: string;
    co2(all: string, transport: string, treatment: string): string;
    co2Range(low: string, high: string, set: string): string;
    co2Intensity(grams: string): string;
    readonly documents: string;
    closed(period: string, at: string): string;
    statements(period: string): string;
    readonly files: Readonly<Record<SettlementFile, string>>;
    invoices(period: string): string;
    readonly invoice: string;
    readonly from: string;
    readonly to: string;
    readonly net: string;
    readonly notIssued: string;
    corrects(number: string): string;
    readonly issueThere: string;
  };
  readonly origin: {
    readonly head: string;
    readonly plan: string;
    readonly frozen: string;
    readonly travel: string;
    readonly assumptions: string;
    readonly planHash: string;
    readonly alone: string;
    readonly aloneText: string;
    readonly files: string;
    readonly report: string;
  };
  readonly empty: {
    readonly noWeek: string;
    readonly noWeekLead: string;
    readonly forbidden: string;
    readonly forbiddenLead: string;
    readonly unknown: string;
    readonly unknownLead: string;
    readonly signOut: string;
    readonly back: string;
  };
  readonly lineNames: Readonly<Record<CostLineName, string>>;
  readonly fractionNames: Readonly<Record<Fraction, string>>;
  /** January first. */
  readonly months: readonly string[];
}
