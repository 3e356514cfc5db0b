/** The account of a year (Jahresausgleich): what every period came to, and what the year as a whole evens out. */
import * as z from "zod";
import { cents, kg } from "./common.ts";

export const LedgerEntry = z.strictObject({
  kind: z.enum(["settlement", "correction"]),
  /** `settlementId`, or `settlementId/number` of a correction. */
  id: z.string(),
  at: z.string(),
  weighedKg: kg,
  soloCents: cents,
  ruleShareCents: cents,
  shareCents: cents,
  estimationCents: cents,
  balanceCents: cents,
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

export const LedgerMember = z.strictObject({
  ags: z.string(),
  name: z.string(),
  entries: z.array(LedgerEntry),
  weighedKg: kg,
  soloCents: cents,
  shareCents: cents.describe("sum of the periods"),
  yearShareCents: cents.describe("rule and guarantee over the year as a whole"),
  equalisationCents: cents.describe("yearShareCents - shareCents: positive is to pay, negative to get"),
  estimationCents: cents,
  balanceCents: cents.describe("sum of the periods, before the equalisation"),
});
export type LedgerMember = z.infer<typeof LedgerMember>;

/** Σ yearShareCents + poolCents = jointCostCents; Σ equalisationCents = periods' pool − poolCents. */
export const Ledger = z.strictObject({
  schema: z.literal("gruenverbund/ledger/1"),
  region: z.string(),
  year: z.int().describe("a period belongs to the year in which its last week lies (ISO year)"),
  settlementIds: z.array(z.string()),
  jointCostCents: cents,
  periodPoolCents: cents.describe("what the periods left uncovered"),
  poolCents: cents.describe("what the year leaves uncovered"),
  members: z.array(LedgerMember),
});
export type Ledger = z.infer<typeof Ledger>;
