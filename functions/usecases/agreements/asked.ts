/** Whose decisions an agreement needs. */
import type { Agreement, ApproverRole } from "../../../domain/agreement/agreement.ts";
import { decidersOf } from "../../../domain/agreement/level.ts";

export interface Asked {
  readonly ags: string;
  /** Of the member. */
  readonly name: string;
  readonly role: ApproverRole;
}

export function askedOf({ members }: Agreement): Asked[] {
  return members.flatMap(({ ags, name, level }) => decidersOf(level).map((role) => ({ ags, name, role })));
}
