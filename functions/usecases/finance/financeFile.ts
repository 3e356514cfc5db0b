/** The finance figures as a file; each kind lies in a module that is loaded when somebody asks for it. */
import type { FinanceFile } from "../../contract/finance.ts";
import type { Ports } from "../ports.ts";
import { readFinance, type FinanceQuestion } from "./readFinance.ts";

/** @throws ApiProblem 404 without a published plan of the week */
export async function financeFile(
  ports: Pick<Ports, "store" | "blobs">,
  question: FinanceQuestion,
  file: FinanceFile,
): Promise<Uint8Array | string> {
  const { figures } = await readFinance(ports, question);
  switch (file) {
    case "finance.xlsx":
      return (await import("./files/workbook.ts")).financeWorkbook(figures);
    case "finance.csv":
      return (await import("./files/csv.ts")).financeCsv(figures);
    case "finance.machine.csv":
      return (await import("./files/machineCsv.ts")).financeMachineCsv(figures);
    case "finance.pdf":
      return (await import("./files/paper.ts")).financePaper(figures);
  }
}
