/** An invoice that was issued: its number is taken, and its file never changes. */
import * as z from "zod";
import { Ags } from "../region/common.ts";

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const IssuedInvoice = z.strictObject({
  number: z.string().regex(/^GV-[a-z0-9-]+-\d{8}-\d{4}-\d{4,}$/),
  settlementId: z.string(),
  correction: z.int().min(0).describe("0: of the closing; else the number of the correction"),
  sellerAgs: Ags,
  buyerAgs: Ags,
  typeCode: z.enum(["380", "384"]),
  corrects: z.string().optional().describe("384: number of the invoice in whose place it comes"),
  issueDate: Day,
  dueDate: Day.optional().describe("until when it is to be paid; absent in older records"),
  netCents: z.int(),
  grossCents: z.int(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe("of the file"),
  issuedAt: z.string(),
  by: z.string(),
});
export type IssuedInvoice = z.infer<typeof IssuedInvoice>;
