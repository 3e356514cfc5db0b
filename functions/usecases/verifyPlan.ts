/** Checks a plan against the region it claims to be for, with nothing but the checker. */
import { InputError, type Problem } from "../../domain/problem.ts";
import { Plan } from "../../domain/plan/plan.ts";
import type { Region } from "../../domain/region/tables.ts";
import { checkPlan } from "../../optimizer/checker/index.ts";
import type { Blobs } from "../ports/blobs.ts";
import type { TravelMatrix } from "../ports/travelMatrix.ts";
import { readRegion } from "./readRegion.ts";
import { travelOf } from "./travel.ts";

export interface VerifyPlanPorts {
  readonly input: Blobs;
  readonly travelMatrix: (region: Region) => TravelMatrix;
}

/**
 * What does not hold; empty when the plan is right.
 *
 * @param text content of plan.json
 * @param now RFC 3339
 * @throws InputError when the region or the plan cannot be read at all
 */
export async function verifyPlan(ports: VerifyPlanPorts, text: string, now: string): Promise<Problem[]> {
  const read = await readRegion(ports.input, now);
  if (read.region === null) throw new InputError(read.problems);
  const plan = parsePlan(text);
  const { lookup } = await travelOf(ports.travelMatrix(read.region), read.region);
  return [...checkInputs(plan, read.inputsSha256), ...checkPlan(plan, read.region, lookup)];
}

function parsePlan(text: string): Plan {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw notAPlan([`It is not JSON: ${(error as Error).message}.`]);
  }
  const parsed = Plan.safeParse(value);
  if (parsed.success) return parsed.data;
  throw notAPlan(parsed.error.issues.map((issue) => `${issue.path.join(".") || "The plan"}: ${issue.message}.`));
}

function notAPlan(causes: readonly string[]): InputError {
  const action = "Give the plan.json that the plan command wrote.";
  return new InputError(
    causes.map((cause) => ({
      code: "plan.unreadable",
      severity: "error",
      place: { file: "plan.json" },
      cause,
      action,
    })),
  );
}

/** The hash tells whether these are the files the plan was made from. */
function checkInputs(plan: Plan, inputsSha256: string): Problem[] {
  if (plan.provenance.inputsSha256 === inputsSha256) return [];
  const cause = `The plan was made from other input (${plan.provenance.inputsSha256.slice(0, 12)}…) than this folder holds (${inputsSha256.slice(0, 12)}…).`;
  const action = "Verify against the folder the plan was made from, or plan anew.";
  return [
    { code: "check.inputs", severity: "error", place: { id: "provenance", field: "inputsSha256" }, cause, action },
  ];
}
