/** What a planned week costs, as files for a municipality's books. */
import * as z from "zod";
import { FINANCE_READERS } from "../../domain/access.ts";
import { RegionId, Week } from "./common.ts";
import type { Route } from "./route.ts";

/** By name: a table for people, one for programs, a workbook, a paper. */
export const FINANCE_FILES = {
  "finance.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "finance.csv": "text/csv; charset=utf-8",
  "finance.machine.csv": "text/csv; charset=utf-8",
  "finance.pdf": "application/pdf",
} as const;

export const FinanceFile = z.enum(
  Object.keys(FINANCE_FILES) as [keyof typeof FINANCE_FILES, ...(keyof typeof FINANCE_FILES)[]],
);
export type FinanceFile = z.infer<typeof FinanceFile>;

export const readFinanceFile = {
  name: "readFinanceFile",
  method: "GET",
  path: "/api/regions/{region}/weeks/{week}/finance/{file}",
  summary: "Kosten für die Kämmerei",
  description:
    "finance.xlsx mit Formeln für alle Summen, finance.csv für deutsches Excel, finance.machine.csv nach RFC 4180 oder " +
    "finance.pdf: gemeinsam und allein, je Kommune, Woche, Monat, Fraktion und Kostenart. Wer nur für eine Kommune zuständig ist, " +
    "bekommt sie im Einzelnen und die anderen so, wie die Vereinbarung sie allen zeigt.",
  access: { kind: "roles", roles: FINANCE_READERS },
  parameters: z.strictObject({
    ...{ region: RegionId, week: Week },
    file: FinanceFile.meta({ description: "Name der Datei" }),
  }),
  responses: {
    200: {
      description: "die Datei",
      contentTypes: [
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "text/csv",
        "application/pdf",
      ],
    },
  },
} as const satisfies Route;
