/**
 * The settlement of a period on weighed tonnes. It holds everything that its figures are made of: tickets, tours, items of cost, and
 * what everybody would have paid alone; so that each figure leads to a ticket or a tour, and anybody can add it up again.
 *
 * What always holds, to the cent:
 * - `jointCostCents` = Σ `items.cents` = Σ `costLines.cents`; every item is in exactly one line
 * - Σ `members.shareCents` + `poolCents` = `jointCostCents`; `poolCents` is 0 unless all together cost more than everybody alone
 * - `shareCents` = `ruleShareCents` + `topUpCents`, and `shareCents` ≤ `guaranteeCents` ≤ `soloCents`
 * - Σ `members.estimationCents` = 0
 * - `balanceCents` = `shareCents` + `estimationCents` − `contributionCents` − `providedCents` − `advanceCents`
 */
import * as z from "zod";
import { COST_LINES, CostLineName } from "../plan/flowPlan.ts";
import { Form, Fraction } from "../region/common.ts";
import { AllocationRule, NearestKey } from "../sharing/keys.ts";
import { cents, IsoWeek, kg, metres, Moment, seconds, Sha256 } from "./common.ts";
import { TicketId } from "./weighing.ts";

/**
 * Lines of a settled bill. Those of a plan that nobody sends a bill for (overflow, closing stock, CO2) are no part of it; a refused
 * load has its own.
 */
export const SETTLED_LINES = [
  ...COST_LINES.filter(
    (line): line is Exclude<CostLineName, "overflow" | "closingStock" | "co2"> =>
      line !== "overflow" && line !== "closingStock" && line !== "co2",
  ),
  "refusedLoads",
] as const;
export const SettledLine = z.enum(SETTLED_LINES);
export type SettledLine = z.infer<typeof SettledLine>;

/** What a member has to do with an amount or a mass: its part by source. Parts sum to the whole. */
export const Part = z.strictObject({ ags: z.string(), value: z.int() });
export type Part = z.infer<typeof Part>;

export const SettledTicket = z.strictObject({
  id: TicketId,
  number: z.string(),
  weighbridge: z.string(),
  weighedAt: Moment,
  week: IsoWeek,
  facilityId: z.string(),
  netKg: kg,
  refused: z.boolean(),
  tourId: z.string().nullable(),
  lots: z.array(
    z.strictObject({
      storageId: z.string(),
      pointId: z.string(),
      fraction: Fraction,
      form: Form,
      owner: z.enum(["municipality", "authority"]),
      plannedKg: kg,
      weighedKg: kg,
      parts: z.array(Part).describe("kg by member, by the agreed shares of the point"),
    }),
  ),
});
export type SettledTicket = z.infer<typeof SettledTicket>;

export const SettledTour = z.strictObject({
  id: z.string(),
  week: IsoWeek,
  run: z.string(),
  date: z.iso.date(),
  vehicleId: z.string(),
  vehicleName: z.string(),
  ownerId: z.string().describe("AGS, or id of a contractor"),
  distanceMetres: metres,
  durationSeconds: seconds,
  basis: z.enum(["planned", "driven"]).describe("whether distance and duration are as planned or as recorded"),
  ticketIds: z.array(TicketId),
});
export type SettledTour = z.infer<typeof SettledTour>;

/** What an amount rests on. */
export const Evidence = z.strictObject({
  kind: z.enum(["ticket", "tour", "shredderVisit", "contribution", "contract", "site"]),
  id: z.string().describe("of the ticket or tour; row of the table it stands in otherwise"),
});
export type Evidence = z.infer<typeof Evidence>;

export const CostItem = z.strictObject({
  id: z.string().describe("unique in the settlement"),
  line: SettledLine,
  week: IsoWeek.nullable().describe("null: of the period as a whole"),
  label: z.string().describe("German"),
  quantity: z.number(),
  unit: z.string().describe("km, h, Schicht, t, Stück, Woche"),
  centsPerUnit: z.number(),
  cents,
  payeeId: z.string().describe("who is owed: AGS, authority, contractor or facility"),
  evidence: Evidence,
  parts: z.array(Part).describe("cents by member, by source; sum to `cents`"),
});
export type CostItem = z.infer<typeof CostItem>;

export const SettledMember = z.strictObject({
  ags: z.string(),
  name: z.string(),
  population: z.int(),
  weighedKg: kg,
  plannedKg: kg.describe("expected of the same loads"),
  fractions: z.array(z.strictObject({ fraction: Fraction, weighedKg: kg, ticketIds: z.array(TicketId) })),
  distanceMetres: metres.describe("part of the tours, by mass aboard"),
  durationSeconds: seconds,
  tourIds: z.array(z.string()),
  lines: z
    .array(
      z.strictObject({
        line: SettledLine,
        sourceCents: cents.describe("what its own material caused, by source"),
        shareCents: cents.describe("its share broken down as the joint cost is; sums to shareCents"),
      }),
    )
    .describe("every line, in order"),
  soloCents: cents.describe("c({i}): what the same weighed tonnes would have cost it alone"),
  ruleShareCents: cents.describe("by the agreed rule, before the guarantee"),
  guaranteeCents: cents.describe("it pays no more than this"),
  guaranteeOf: z.enum(["standAlone", "agreement"]).describe("which of the two is lower"),
  topUpCents: cents.describe("negative: relieved by the guarantee; positive: pays for others' relief"),
  shareCents: cents,
  savingCents: cents.describe("soloCents - shareCents"),
  contributionCents: cents.describe("brought in at agreed rates"),
  providedCents: cents.describe("other items owed to it: own vehicles, shredders, plants"),
  estimationCents: cents.describe("positive: pays for bad estimates"),
  advanceCents: cents.describe("paid before"),
  balanceCents: cents.describe("positive: still to pay; negative: is owed"),
});
export type SettledMember = z.infer<typeof SettledMember>;

export const Provider = z.strictObject({
  id: z.string().describe("AGS, or id of an authority, contractor or facility"),
  name: z.string(),
  kind: z.enum(["member", "authority", "contractor", "facility"]),
  cents,
  itemIds: z.array(z.string()),
});
export type Provider = z.infer<typeof Provider>;

/** One forecast and what came of it. Score is the CRPS in kg; without a spread it is the absolute error. */
export const EstimationRow = z.strictObject({
  ags: z.string(),
  week: IsoWeek,
  fraction: Fraction,
  forecastKg: z.number(),
  sdKg: z.number().min(0),
  weighedKg: kg,
  scoreKg: z.number().min(0),
  ticketIds: z.array(TicketId),
});
export type EstimationRow = z.infer<typeof EstimationRow>;

export const Estimation = z.strictObject({
  scoring: z.literal("crps"),
  centsPerTonne: z.int().min(0).describe("price of a tonne of score"),
  rows: z.array(EstimationRow),
  members: z.array(
    z.strictObject({
      ags: z.string(),
      scoreKg: z.number().describe("sum of its rows"),
      fairKg: z.number().describe("its part of all scores by weighed tonnes"),
      cents: cents.describe("price of scoreKg - fairKg; all sum to 0"),
    }),
  ),
});
export type Estimation = z.infer<typeof Estimation>;

const VatScenario = z.strictObject({
  vatCents: cents.describe("borne by members, not deductible"),
  members: z.array(z.strictObject({ ags: z.string(), netCents: cents, vatCents: cents, grossCents: cents })),
});

/**
 * § 2b UStG: whether what members do for one another is taxable. Prices are net. Not taxable: only bills of others carry tax, which
 * stays with the members. Taxable: each share carries it as a whole, and the tax in those bills is deducted.
 */
export const Vat = z.strictObject({
  taxable: z.boolean().describe("which of the two holds"),
  ratePercent: z.number().min(0).max(100),
  notTaxable: VatScenario,
  ifTaxable: VatScenario,
});
export type Vat = z.infer<typeof Vat>;

/** The cost game on weighed tonnes, and how it was reckoned. */
export const ActualGame = z.strictObject({
  players: z.array(z.string()),
  soloCents: z.array(cents),
  values: z.array(cents).describe("c(S) by bitmask, the joint cost as settled last; empty when examined instead"),
  examined: z.array(z.strictObject({ members: z.array(z.string()), costCents: cents })),
  modelJointCents: cents.describe("of the model for all together, beside jointCostCents as it really was"),
  lowerBoundCents: cents.describe("proven for the model"),
  calibration: z.number().positive().describe("factor on the model's haulage so that it meets the tours"),
  method: z.string().describe("German"),
  findings: z.array(z.string()).describe("of the independent checker; none when all is well"),
});
export type ActualGame = z.infer<typeof ActualGame>;

export const Settlement = z.strictObject({
  schema: z.literal("gruenverbund/settlement/1"),
  id: z
    .string()
    .regex(/^\d{4}-W\d{2}_\d{4}-W\d{2}$/)
    .describe("first and last week"),
  region: z.string(),
  regionName: z.string(),
  period: z.strictObject({ firstWeek: IsoWeek, lastWeek: IsoWeek, weeks: z.array(IsoWeek).min(1) }),
  rule: AllocationRule,
  nearestTo: NearestKey,
  agreement: z
    .strictObject({ id: z.string(), version: z.int().min(1), sha256: Sha256, kind: z.string() })
    .nullable()
    .describe("whose rule is used; null: none is in force, the region's rule is"),
  tickets: z.array(SettledTicket),
  tours: z.array(SettledTour),
  items: z.array(CostItem),
  costLines: z.array(z.strictObject({ line: SettledLine, cents, itemIds: z.array(z.string()) })),
  jointCostCents: cents,
  soloTotalCents: cents,
  poolCents: cents.describe("not covered by members because the guarantee forbids it; carried to the yearly ledger"),
  members: z.array(SettledMember),
  providers: z.array(Provider),
  estimation: Estimation,
  vat: Vat,
  game: ActualGame,
  notices: z.array(z.string()).describe("German: what the reader must know"),
  inputsSha256: Sha256.describe("over plans, tickets and decisions that it was made of"),
});
export type Settlement = z.infer<typeof Settlement>;

/** A closed settlement is never changed; this is what is kept beside it. */
export const ClosedSettlement = z.strictObject({
  id: z.string(),
  period: z.strictObject({ firstWeek: IsoWeek, lastWeek: IsoWeek }),
  state: z.literal("closed"),
  sha256: Sha256.describe("over the settlement's canonical JSON"),
  closedAt: Moment,
  closedBy: z.string(),
  /** Sums for lists; the rest stands in the settlement. */
  jointCostCents: cents,
  soloTotalCents: cents,
  poolCents: cents,
});
export type ClosedSettlement = z.infer<typeof ClosedSettlement>;

/** What changes for a member: the old figure taken back and the new one booked, both stated. */
export const CounterBooking = z.strictObject({
  ags: z.string(),
  figure: z.enum(["share", "estimation", "contribution", "provided"]),
  reversedCents: cents.describe("the figure that stood, negated"),
  bookedCents: cents,
  differenceCents: cents.describe("what this changes in the balance: sign as in balanceCents"),
});
export type CounterBooking = z.infer<typeof CounterBooking>;

/** Corrects a closed settlement by counter-bookings against it and the corrections before this one. */
export const Correction = z.strictObject({
  schema: z.literal("gruenverbund/correction/1"),
  settlementId: z.string(),
  number: z.int().min(1),
  reason: z.string().min(3).max(1000),
  bookings: z.array(CounterBooking),
  poolDifferenceCents: cents,
  ticketIds: z.array(TicketId).describe("tickets that are new, gone or otherwise than before"),
  sha256Before: Sha256,
  sha256After: Sha256.describe("of the settlement as it would be now"),
  at: Moment,
  by: z.string(),
});
export type Correction = z.infer<typeof Correction>;

/** What the API and the pages show of one. */
export interface SettlementView {
  readonly settlement: Settlement;
  /** null: open, reckoned on what is known now. */
  readonly closed: ClosedSettlement | null;
  readonly corrections: readonly Correction[];
}
