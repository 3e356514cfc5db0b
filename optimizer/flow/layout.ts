/** The flow model as an LP, with the places of its columns and rows. */
import { lpBuilder, type LpModel } from "../lp/index.ts";
import { addColumns, type FlowColumns } from "./columns.ts";
import type { FlowProblem } from "./problem.ts";
import { addRows, type FlowRows } from "./rows.ts";

export interface FlowLayout extends FlowColumns {
  readonly model: LpModel;
  readonly rows: FlowRows;
}

/** Builds the model of the grand coalition; `bounds.ts` narrows it to any group. */
export function layoutFlow(problem: FlowProblem): FlowLayout {
  const lp = lpBuilder();
  const columns = addColumns(problem, lp);
  const rows = addRows(problem, lp, columns);
  return { ...columns, rows, model: lp.build() };
}
