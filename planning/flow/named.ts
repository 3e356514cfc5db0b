/** What a flow problem is made from, and a flow problem that remembers the names behind its numbers. */
import type { FlowForecast } from "../../domain/plan/flowPlan.ts";
import type { Capability, Form } from "../../domain/region/common.ts";
import type { Region } from "../../domain/region/tables.ts";
import type { FlowProblem, HaulOption } from "../../optimizer/flow/index.ts";
import type { Places, Travel } from "../places.ts";

export interface FlowInput {
  readonly region: Region;
  readonly forecast: readonly FlowForecast[];
  readonly weeks: readonly string[];
  readonly places: Places;
  readonly travel: Travel;
  /** docs/model.md: κ. */
  readonly calibration: number;
  /** What κ is multiplied by at single points, by id. Default: 1. */
  readonly pointFactors?: ReadonlyMap<string, number>;
}

/** A haul option with the words it stands for. */
export interface NamedOption extends HaulOption {
  readonly storageId: string;
  readonly facilityId: string;
  readonly form: Form;
  readonly capability: Capability;
}

/** The problem with names for its indices; rows keep the order of the region's tables. */
export interface NamedFlowProblem extends FlowProblem {
  readonly options: readonly NamedOption[];
  readonly capabilities: readonly Capability[];
  readonly weekNames: readonly string[];
}
