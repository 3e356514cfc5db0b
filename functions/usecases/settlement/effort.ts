/** How long reckoning takes, judged before it begins. */
import { needsTable } from "../../../planning/settlement/shares.ts";
import type { Prepared } from "./prepare.ts";

/**
 * Seconds of one core, as measured with 13 members (docs/settlement.md): for each member and week, and for each group and week where
 * groups are priced.
 */
const MEMBER_WEEK_SECONDS = 0.3;
const GROUP_WEEK_SECONDS = 0.001;
/** A request ends after 28 seconds; half of them are left for reading, for a slow core, and for what was judged wrongly. */
const SOON_SECONDS = 8;

export function effortSeconds({ situation, agreed, weeks }: Pick<Prepared, "situation" | "agreed" | "weeks">): number {
  const { municipalities, settings } = situation.weeks[0]!.region;
  const members = municipalities.length;
  const rule = agreed.agreement?.rule ?? settings.allocation.rule;
  const groups = needsTable(rule, members, weeks.length) ? 2 ** members : members;
  return weeks.length * (members * MEMBER_WEEK_SECONDS + groups * GROUP_WEEK_SECONDS);
}

/** Whether it is done within a request. */
export const isSoon = (prepared: Parameters<typeof effortSeconds>[0]): boolean =>
  effortSeconds(prepared) <= SOON_SECONDS;
