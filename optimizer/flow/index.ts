export * from "./problem.ts";
export { pointShare, type Pattern } from "./bounds.ts";
export { type FlowDecisions } from "./decisions.ts";
export { campaignParts, perStorage } from "./price.ts";
export { unitePatterns, type GroupCost } from "./groupCost.ts";
export { grayBlocks, priceBlock, type BlockCosts, type GrayBlock } from "./grayCosts.ts";
export { DEFAULT_EFFORT, flowSolver, type FlowEffort, type FlowResult, type FlowSolver } from "./solve.ts";
