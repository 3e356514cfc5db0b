/**
 * When a week's split is a mere notice (L0): an agreement of the same members by the same rule is in force, covers the week, and
 * the share stays within what that agreement itself allows. docs/agreements.md states the rule for people.
 */
import { mondayOf, weeksFrom } from "../week.ts";
import type { Agreement, AgreementMember } from "./agreement.ts";

/** A week's split, or the plan that one is to be made of. */
interface Framed extends Pick<Agreement, "region" | "rule"> {
  readonly members: readonly { readonly ags: string }[];
  readonly plan: { readonly week: string };
}

/** What keeps an agreement from being the frame of a week; German sentences, none when it is one. */
export function frameFaults(frame: Agreement, week: Framed): string[] {
  const names = (members: readonly { readonly ags: string }[]): string =>
    members
      .map(({ ags }) => ags)
      .sort()
      .join();
  const { firstWeek, lastWeek } = frame.period;
  const inside = mondayOf(firstWeek) <= mondayOf(week.plan.week) && mondayOf(week.plan.week) <= mondayOf(lastWeek);
  return [
    ...(frame.kind === "week" ? ["Eine Mitteilung ist kein Rahmen."] : []),
    ...(frame.region === week.region ? [] : ["Er gehört zu einem anderen Verbund."]),
    ...(names(frame.members) === names(week.members) ? [] : ["Er hat andere Mitglieder."]),
    ...(frame.rule === week.rule ? [] : ["Er teilt nach einem anderen Schlüssel."]),
    ...(inside ? [] : [`Er gilt von ${firstWeek} bis ${lastWeek}, nicht für ${week.plan.week}.`]),
  ];
}

/**
 * Cents that a member has consented to for the whole period of an agreement: its share, or up to the guarantee what a mayor may
 * release alone.
 */
export function agreedCents({ shareCents, guaranteeCents, valueLimitCents }: AgreementMember): number {
  return Math.max(shareCents, Math.min(guaranteeCents, valueLimitCents));
}

/**
 * Whether a member's share in a week's plan is within the frame, week for week: both are divided by the number of weeks that they
 * are for. Exact in whole cents.
 */
export function isWithinFrame(
  frame: Agreement,
  {
    period,
    ags,
    shareCents,
  }: { readonly period: Agreement["period"]; readonly ags: string; readonly shareCents: number },
): boolean {
  const member = frame.members.find((one) => one.ags === ags);
  if (member === undefined) return false;
  return shareCents * weeksOf(frame.period) <= agreedCents(member) * weeksOf(period);
}

const weeksOf = ({ firstWeek, lastWeek }: Agreement["period"]): number => weeksFrom(firstWeek, lastWeek);
