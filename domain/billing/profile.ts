/** How figures become bookings: accounts, cost centre, and what a batch for DATEV says of whoever books. */
import * as z from "zod";
import { Ags } from "../region/common.ts";
import { SETTLED_LINES, type SettledLine } from "../settlement/settlement.ts";
import { textLine as line } from "./textLine.ts";

const account = z.string().regex(/^\d{1,9}$/, "an account of 1 to 9 digits");

/** How figures become bookings; one for each way in which books are kept. */
export const AccountingProfile = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/),
    ags: Ags.optional().describe("of this municipality alone; without it, of all that have none of their own"),
    name: line,
    format: z.enum(["datev", "csv"]),
    consultantNumber: z.int().min(1001).max(9_999_999).describe("DATEV: Beraternummer"),
    clientNumber: z.int().min(1).max(99_999).describe("DATEV: Mandantennummer"),
    fiscalYearStart: z
      .string()
      .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
      .describe("MM-DD"),
    accountLength: z.int().min(4).max(8),
    accounts: z.strictObject({
      lines: z
        .strictObject(
          Object.fromEntries(SETTLED_LINES.map((line) => [line, account])) as Record<SettledLine, typeof account>,
        )
        .describe("expense, one for each cost line"),
      estimation: account.describe("what estimates cost or earn"),
      contribution: account.describe("income from what was brought in"),
      correction: account.describe("what a correction changes in the share of a closed period"),
      provided: account.describe("income from vehicles, shredders and plants of one's own"),
      clearing: account.describe("the other side: what is owed to, or by, the cooperation"),
    }),
    costCentre: z.string().max(36).describe("KOST1; {ags} stands for the municipality's key"),
  })
  .superRefine(({ format, accounts: { lines, ...others }, accountLength }, context) => {
    if (format !== "datev") return;
    const all = [
      ...Object.entries(lines).map(([line, one]) => [["lines", line], one] as const),
      ...Object.entries(others).map(([name, one]) => [[name], one] as const),
    ];
    for (const [path, one] of all)
      if (one.length > accountLength)
        context.addIssue({
          code: "custom",
          path: ["accounts", ...path],
          message: `longer than the ${accountLength} digits of the accounts`,
        });
  });
export type AccountingProfile = z.infer<typeof AccountingProfile>;

const LINE_ACCOUNTS: Readonly<Record<SettledLine, string>> = {
  haulage: "52910",
  toll: "52920",
  shredding: "52930",
  gate: "52940",
  minimumQuantity: "52950",
  sites: "52960",
  contributions: "52970",
  refusedLoads: "52980",
};

/** Example accounts in the manner of a municipal chart; whoever books with them has their own put in. */
const EXAMPLE = {
  ...{ consultantNumber: 1001, clientNumber: 1, fiscalYearStart: "01-01", accountLength: 5 },
  accounts: {
    ...{
      lines: LINE_ACCOUNTS,
      estimation: "52990",
      contribution: "44810",
      provided: "44820",
      correction: "52999",
      clearing: "35100",
    },
  },
  costCentre: "5370-{ags}",
} as const;

export const DEFAULT_PROFILES: readonly AccountingProfile[] = [
  { id: "datev", name: "DATEV-Format, Buchungsstapel", format: "datev", ...EXAMPLE },
  { id: "csv", name: "CSV für andere Finanzverfahren", format: "csv", ...EXAMPLE },
];
