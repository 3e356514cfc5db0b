/** What a yearly problem is made from. */
import type { YearInput } from "../../../domain/year/input.ts";
import type { FlowInput } from "../named.ts";

export interface YearBuild extends FlowInput {
  readonly year: YearInput;
  /** AGS of those who take part. Default: all. */
  readonly members?: readonly string[];
}
