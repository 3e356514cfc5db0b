/** How the parts of the judgement say what they found. */
import type { ViolationCode } from "../../../domain/routing/violation.ts";

/** Reports one violation of a tour; what is left out is -1. */
export type Report = (
  code: ViolationCode,
  limit: number,
  needed: number,
  unit: string,
  place?: { readonly stop?: number; readonly client?: number; readonly facility?: number; readonly yard?: number },
) => void;
