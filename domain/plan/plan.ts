/** `plan.json`: the whole result of a planning run; everything a reader or a checker needs beside the region itself. */
import * as z from "zod";
import { Form, Fraction } from "../region/common.ts";
import { CoreProof } from "../sharing/certificate.ts";
import { AllocationRule, NearestKey } from "../sharing/keys.ts";
import { RuleProof } from "../sharing/ruleProof.ts";
import { CostLineName, FlowForecast, FlowPlan, UsedDensity } from "./flowPlan.ts";

const cents = z.number().int();
const kg = z.number().int().min(0);
const metres = z.number().int().min(0);
const seconds = z.number().int().min(0);
const latitude = z.number();
const longitude = z.number();

/** Material to be picked up in the planned week, at most one vehicle load. */
export const Pickup = z.strictObject({
  id: z.string(),
  storageId: z.string(),
  pointId: z.string(),
  streamId: z.string(),
  fraction: Fraction,
  form: Form,
  facilityId: z.string(),
  massKg: kg,
  volumeLitres: z.number().int().min(0),
  capabilities: z.array(z.string()).describe("any one of these can take it"),
  earliestDate: z.string().describe("shredded material waits for the shredder"),
  routeId: z.string().nullable(),
});
export type Pickup = z.infer<typeof Pickup>;

/** Times are RFC 3339 in Europe/Berlin. `id`: pick-up, facility or vehicle (depot, break). */
export const RouteStop = z.strictObject({
  kind: z.enum(["depot", "pickup", "facility", "break"]),
  id: z.string(),
  name: z.string(),
  latitude,
  longitude,
  arrivalAt: z.string(),
  startAt: z.string(),
  departureAt: z.string(),
  massKg: kg.describe("taken on at a pick-up, tipped at a facility"),
});
export type RouteStop = z.infer<typeof RouteStop>;

/** One vehicle, one shift. */
export const PlanRoute = z.strictObject({
  id: z.string(),
  vehicleId: z.string(),
  vehicleName: z.string(),
  date: z.iso.date(),
  stops: z.array(RouteStop),
  distanceMetres: metres,
  durationSeconds: seconds,
  drivingSeconds: seconds,
  costCents: cents,
  sequence: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe("of its calendar entry: raised whenever a published tour is changed by hand; absent is 0"),
});
export type PlanRoute = z.infer<typeof PlanRoute>;

/** A tour that was published and is not driven any more. */
export const CancelledTour = z.strictObject({
  id: z.string(),
  vehicleId: z.string(),
  vehicleName: z.string(),
  date: z.iso.date(),
  startsAt: z.string().describe("when it was to leave, RFC 3339"),
  endsAt: z.string(),
  sequence: z.number().int().min(1).describe("of its calendar entry"),
});
export type CancelledTour = z.infer<typeof CancelledTour>;

export const Unserved = z.strictObject({
  pickupId: z.string(),
  code: z.string(),
  reason: z.string().describe("a sentence in German"),
  limit: z.number(),
  needed: z.number(),
});

/** A shredder at work on one day of the planned week. */
export const ShredderVisit = z.strictObject({
  shredderId: z.string(),
  pointId: z.string(),
  date: z.iso.date(),
  massKg: kg,
});

export const PlanMunicipality = z.strictObject({
  ags: z.string(),
  name: z.string(),
  population: z.number().int(),
  forecastKg: kg.describe("arrivals over the period, by attribution"),
  standAloneCostCents: cents,
  shareCents: cents,
  savingCents: cents,
  contributionCents: cents.describe("brought in during the period and credited"),
  paymentCents: cents.describe("share less contribution"),
});
export type PlanMunicipality = z.infer<typeof PlanMunicipality>;

export const BlockingCoalition = z.strictObject({
  members: z.array(z.string()),
  costCents: cents.describe("what they would pay together, on their own"),
  sharesCents: cents.describe("what they pay under the rule"),
  excessCents: cents.describe("sharesCents - costCents; positive means they pay too much"),
  accuracyCents: cents.describe("how exactly the group's cost is known; an excess up to it is no reason to leave"),
});
export type BlockingCoalition = z.infer<typeof BlockingCoalition>;

export const RuleResult = z.strictObject({
  rule: AllocationRule,
  shares: z.record(z.string(), cents),
  cappedAtStandAlone: z.array(z.string()).describe("members whose key share was cut to what they would pay alone"),
  stable: z.boolean().describe("no examined coalition pays more than it would on its own, within the accuracy"),
  blockingCount: z.number().int(),
  withinAccuracyCount: z.number().int().describe("coalitions that pay more, but by less than their cost is known"),
  worstBlocking: BlockingCoalition.nullable(),
  proof: RuleProof.nullable().describe("for rules found by an engine: checkable without one"),
});
export type RuleResult = z.infer<typeof RuleResult>;

/** What if one member stays away: the others go on by the same rule. */
export const WithoutMember = z.strictObject({
  ags: z.string(),
  jointCostCents: cents.describe("what the others pay together"),
  shares: z.record(z.string(), cents).describe("of the others; sum exactly to it"),
  proof: RuleProof.nullable(),
});
export type WithoutMember = z.infer<typeof WithoutMember>;

export const Allocation = z.strictObject({
  rule: AllocationRule,
  nearestTo: NearestKey.describe("the agreed key that the rule nearestStable stays near to"),
  shares: z.record(z.string(), cents).describe("by AGS; sum exactly to the joint cost"),
  rules: z.array(RuleResult).describe("every rule side by side"),
  core: CoreProof.nullable().describe("whether there are stable shares at all, with the proof; null without a table"),
  without: z.array(WithoutMember).describe("for each member: the split if it stays away"),
});
export type Allocation = z.infer<typeof Allocation>;

/** c(S) by bitmask over `players` (bit i is player i); empty when the group is too large for a table. */
export const CostGame = z.strictObject({
  kind: z.literal("cost"),
  players: z.array(z.string()),
  values: z.array(cents),
  examined: z
    .array(z.strictObject({ members: z.array(z.string()), costCents: cents }))
    .describe("coalitions when there is no table"),
  method: z.string(),
});
export type CostGame = z.infer<typeof CostGame>;

export const ShadowPrice = z.strictObject({
  kind: z.enum(["facilityCapacity", "vehicleHours", "shredderHours", "storage", "minimumQuantity"]),
  id: z.string(),
  week: z.string(),
  centsPerUnit: z.number(),
  unit: z.string(),
  sentence: z.string().describe("German: what one more unit is worth"),
});
export type ShadowPrice = z.infer<typeof ShadowPrice>;

export const Assumption = z.strictObject({
  file: z.string(),
  id: z.string(),
  field: z.string(),
  text: z.string(),
  source: z.string(),
});
export type Assumption = z.infer<typeof Assumption>;

export const Provenance = z.strictObject({
  seed: z.number().int(),
  iterations: z.number().int(),
  inputsSha256: z.string(),
  inputs: z.array(z.strictObject({ file: z.string(), sha256: z.string() })),
  travelMatrix: z.string(),
  versions: z.record(z.string(), z.string()),
  seconds: z.number(),
  phases: z.array(z.strictObject({ phase: z.string(), seconds: z.number() })),
});
export type Provenance = z.infer<typeof Provenance>;

/** How flow and tours were brought together: docs/model.md, "Flow and tours". */
export const HaulageLoop = z.strictObject({
  passes: z
    .array(
      z.strictObject({
        listCents: cents.describe("joint cost by the rules of the flow model"),
        realCents: cents.describe(
          "the same with the tours of all weeks, and loads left standing, for haulage and toll",
        ),
        routedCents: cents.describe("tours of all weeks of the period"),
        leftCents: cents.describe("postponing the loads that no tour takes"),
        loads: z.number().int().min(0),
        left: z.number().int().min(0),
      }),
    )
    .min(1)
    .describe("the first is the flow without what tours said"),
  chosen: z.number().int().min(0).describe("position of the pass that the plan is made of"),
  points: z
    .array(z.strictObject({ pointId: z.string(), routedCents: cents, listCents: cents }))
    .describe("of the chosen pass: each point's part of the tours, and what its loads on them cost by the list"),
  ended: z.enum(["passes", "repeated"]).describe("after the most passes, or as the flow came back to a plan it had"),
});
export type HaulageLoop = z.infer<typeof HaulageLoop>;

export const Plan = z.strictObject({
  schema: z.literal("gruenverbund/plan/1"),
  region: z.string(),
  regionName: z.string(),
  week: z.string(),
  period: z.strictObject({ firstWeek: z.string(), lastWeek: z.string(), weeks: z.array(z.string()) }),
  municipalities: z.array(PlanMunicipality),
  jointCostCents: cents,
  standAloneTotalCents: cents,
  costLines: z.array(z.strictObject({ line: CostLineName, jointCents: cents, standAloneCents: cents })),
  allocation: Allocation,
  game: CostGame,
  haulage: z
    .strictObject({
      calibration: z.number().positive(),
      routedWeekCents: cents,
      modelWeekCents: cents,
      loop: HaulageLoop.optional(),
    })
    .describe("factor on flow haulage cost so that it meets what the routed tours of the week cost"),
  forecast: z.array(FlowForecast),
  densities: z
    .array(UsedDensity)
    .optional()
    .describe("learned from tickets (densities.csv); every storage and form that is not named has the stream's own"),
  flow: z.strictObject({ joint: FlowPlan, standAlone: z.record(z.string(), FlowPlan) }),
  routes: z.array(PlanRoute),
  cancelledTours: z
    .array(CancelledTour)
    .optional()
    .describe("there when tours were taken off after they had been published"),
  pickups: z.array(Pickup),
  shredderVisits: z.array(ShredderVisit),
  unserved: z.array(Unserved),
  emissions: z.strictObject({
    factorSet: z.string(),
    lines: z.array(z.strictObject({ line: z.string(), jointKgCo2e: z.number(), standAloneKgCo2e: z.number() })),
    jointKgCo2e: z.number(),
    standAloneKgCo2e: z.number(),
  }),
  shadowPrices: z.array(ShadowPrice),
  assumptions: z.array(Assumption),
  notices: z.array(z.string()).describe("German: what the reader must know, such as synthetic data and attributions"),
  provenance: Provenance,
});
export type Plan = z.infer<typeof Plan>;
