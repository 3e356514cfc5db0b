/** What passes between the coalition pool and its threads; a thread is then sent blocks and answers with their costs. */
import type { FlowProblem, Pattern } from "../optimizer/flow/index.ts";

/** What every thread is given at its start. */
export interface PoolInput {
  readonly problem: FlowProblem;
  /** Campaigns and sites that a group may use. */
  readonly allowed: Pattern;
}
