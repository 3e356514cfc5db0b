/** What passes between jsLp.ts and its thread. */

/** What the thread is given: the model in the package's own form. */
export interface JsLpModel {
  readonly optimize: "objective";
  readonly opType: "min";
  readonly constraints: Record<string, { min?: number; max?: number; equal?: number }>;
  readonly variables: Record<string, Record<string, number>>;
  readonly ints: Record<string, 1>;
  readonly unrestricted: Record<string, 1>;
}

export interface JsLpAnswer {
  readonly feasible: boolean;
  readonly bounded: boolean;
  readonly values: Record<string, number>;
}
