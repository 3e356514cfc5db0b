/** Makes a proposal out of a published week: every figure is taken from the checked plan, every level computed. */
import type { Agreement, AgreementMember, Approver, Fallback } from "../../../domain/agreement/agreement.ts";
import { decidersOf, levelOf } from "../../../domain/agreement/level.ts";
import { stateOf, type State } from "../../../domain/calendar/holidays.ts";
import { addWorkingDays } from "../../../domain/calendar/workingDays.ts";
import { localDate, toTimestamp } from "../../../domain/localTime.ts";
import type { Plan } from "../../../domain/plan/plan.ts";
import { InputError, type Problem } from "../../../domain/problem.ts";
import type { Contact } from "../../../domain/region/contacts.ts";
import type { AgreementTerms } from "../../../domain/region/settings.ts";

export interface ProposalQuestion {
  readonly plan: Plan;
  readonly run: string;
  readonly region: {
    readonly settings: { readonly agreements?: AgreementTerms };
    readonly contacts: readonly Contact[];
  };
  readonly kind: Agreement["kind"];
  readonly id: string;
  readonly version: number;
  /** RFC 3339 */
  readonly now: string;
}

const END_OF_DAY = 24 * 3600 - 1;
/** Comments are read before offices close. */
const COMMENT_HOUR = 16 * 3600;

/** @throws InputError with everybody who is missing, all at once */
export function propose(question: ProposalQuestion): Agreement {
  const { plan, region, kind, now } = question;
  const terms = region.settings.agreements;
  if (terms === undefined) throw new InputError([noTerms()]);
  const problems: Problem[] = [];
  const members = plan.municipalities.map((row): AgreementMember => {
    const valueLimitCents = terms.valueLimits?.[row.ags] ?? terms.valueLimitCents;
    const level = levelOf({ kind, shareCents: row.shareCents, valueLimitCents, withinFrame: false });
    const approvers = approversOf(region.contacts, row.ags, localDate(now));
    for (const role of decidersOf(level))
      if (!approvers.some((one) => one.role === role)) problems.push(noApprover(row, role));
    return {
      ...{ ags: row.ags, name: row.name, forecastKg: row.forecastKg, shareCents: row.shareCents, level, approvers },
      standAloneCostCents: row.standAloneCostCents,
      guaranteeCents: row.standAloneCostCents,
      valueLimitCents,
    };
  });
  if (problems.length > 0) throw new InputError(problems);
  return {
    schema: "gruenverbund/agreement/1",
    ...{ id: question.id, version: question.version, kind, members },
    region: plan.region,
    regionName: plan.regionName,
    period: { firstWeek: plan.period.firstWeek, lastWeek: plan.period.lastWeek },
    rule: plan.allocation.rule,
    jointCostCents: plan.jointCostCents,
    fallbacks: plan.allocation.without.map(({ ags, jointCostCents, shares }): Fallback => ({
      withoutAgs: ags,
      jointCostCents,
      shares,
    })),
    plan: { week: plan.week, run: question.run, inputsSha256: plan.provenance.inputsSha256 },
    ...datesOf(terms, now, stateOf(plan.municipalities[0]!.ags)),
    createdAt: now,
  };
}

export function datesOf(
  terms: AgreementTerms,
  now: string,
  state: State,
): Pick<Agreement, "commentUntil" | "deadline"> {
  const comment = addWorkingDays(localDate(now), terms.commentWorkingDays, state);
  const deadline = addWorkingDays(comment, terms.decisionWorkingDays, state);
  return { commentUntil: toTimestamp(comment, COMMENT_HOUR), deadline: toTimestamp(deadline, END_OF_DAY) };
}

/** Mayor and finance of a municipality, each with the deputy of the day. */
export function approversOf(contacts: readonly Contact[], ags: string, day: string): Approver[] {
  const here = contacts.filter((one) => one.municipalityAgs === ags);
  return (["mayor", "finance"] as const).flatMap((role): Approver[] => {
    const contact = here.find((one) => one.role === role && one.deputyOf === undefined);
    if (contact === undefined) return [];
    const deputy = here.find((one) => one.deputyOf === contact.id && isDeputyOn(one, day));
    return [{ role, contactId: contact.id, ...(deputy === undefined ? {} : { deputyContactId: deputy.id }) }];
  });
}

/** Whether a deputy's days include one. */
export function isDeputyOn({ deputyFrom, deputyUntil }: Contact, day: string): boolean {
  return (deputyFrom === undefined || deputyFrom <= day) && (deputyUntil === undefined || day <= deputyUntil);
}

const noTerms = (): Problem => ({
  code: "agreement.terms",
  severity: "error",
  place: { file: "region.json", field: "agreements" },
  cause: "The region does not say how agreements are approved.",
  action: "Give agreements.valueLimitCents; the periods have defaults.",
});

const noApprover = ({ ags, name }: { ags: string; name: string }, role: string): Problem => ({
  code: "agreement.approver",
  severity: "error",
  place: { file: "contacts.csv", id: ags, field: "role" },
  cause: `Nobody is entered as ${role} of ${name}, whose consent is needed.`,
  action: `Add a row with the role ${role} and the AGS ${ags}.`,
});
