/** Makes a proposal out of a published week: every figure is taken from the checked plan, every level computed. */
import type {
  Agreement,
  AgreementMember,
  Approver,
  ApproverRole,
  Fallback,
  FrameReference,
} from "../../../domain/agreement/agreement.ts";
import { isWithinFrame } from "../../../domain/agreement/frame.ts";
import { decidersOf, isNotice, levelOf } from "../../../domain/agreement/level.ts";
import { stateOf, type State } from "../../../domain/calendar/holidays.ts";
import { addWorkingDays } from "../../../domain/calendar/workingDays.ts";
import { localDate, localTimestamp, toTimestamp } from "../../../domain/localTime.ts";
import type { Plan } from "../../../domain/plan/plan.ts";
import { InputError, type Problem } from "../../../domain/problem.ts";
import type { Contact } from "../../../domain/region/contacts.ts";
import type { AgreementTerms } from "../../../domain/region/settings.ts";

/** An agreement that is in force, with the hash of its proposal. */
export interface InForce {
  readonly agreement: Agreement;
  readonly sha256: string;
}

export interface ProposalQuestion {
  readonly plan: Plan;
  readonly run: string;
  readonly region: {
    readonly settings: { readonly agreements?: AgreementTerms };
    readonly contacts: readonly Contact[];
  };
  readonly kind: Agreement["kind"];
  /** In force, of the members and the rule of the plan, for its week; counts for a week alone. */
  readonly frame?: InForce;
  readonly id: string;
  readonly version: number;
  /** RFC 3339 */
  readonly now: string;
}

const END_OF_DAY = 24 * 3600 - 1;
/** Comments are read before offices close. */
const COMMENT_HOUR = 16 * 3600;

export interface MissingApprover {
  readonly ags: string;
  /** Of the member. */
  readonly name: string;
  readonly role: ApproverRole;
}

/** Nobody is entered whose consent is needed. */
export class MissingApprovers extends InputError {
  readonly missing: readonly MissingApprover[];
  constructor(missing: readonly MissingApprover[]) {
    super(missing.map(noApprover));
    this.missing = missing;
  }
}

/** @throws MissingApprovers with everybody who is missing, all at once; InputError where the region has no terms */
export function propose(question: ProposalQuestion): Agreement {
  const { plan, region, kind, now } = question;
  const terms = region.settings.agreements;
  if (terms === undefined) throw new InputError([noTerms()]);
  const missing: MissingApprover[] = [];
  const { period } = plan;
  const frame = kind === "week" ? question.frame : undefined;
  const members = plan.municipalities.map((row): AgreementMember => {
    const valueLimitCents = terms.valueLimits?.[row.ags] ?? terms.valueLimitCents;
    const { ags, shareCents } = row;
    const withinFrame = frame !== undefined && isWithinFrame(frame.agreement, { period, ags, shareCents });
    const level = levelOf({ kind, shareCents, valueLimitCents, withinFrame });
    const approvers = approversOf(region.contacts, row.ags, localDate(now));
    for (const role of decidersOf(level))
      if (!approvers.some((one) => one.role === role)) missing.push({ ags: row.ags, name: row.name, role });
    return {
      ...{ ags: row.ags, name: row.name, forecastKg: row.forecastKg, shareCents: row.shareCents, level, approvers },
      standAloneCostCents: row.standAloneCostCents,
      guaranteeCents: row.standAloneCostCents,
      valueLimitCents,
    };
  });
  if (missing.length > 0) throw new MissingApprovers(missing);
  const noticed = members.some(({ level }) => level === "L0");
  return {
    schema: "gruenverbund/agreement/1",
    ...{ id: question.id, version: question.version, kind, members },
    region: plan.region,
    regionName: plan.regionName,
    period: { firstWeek: period.firstWeek, lastWeek: period.lastWeek },
    rule: plan.allocation.rule,
    jointCostCents: plan.jointCostCents,
    fallbacks: plan.allocation.without.map(({ ags, jointCostCents, shares }): Fallback => ({
      withoutAgs: ags,
      jointCostCents,
      shares,
    })),
    plan: { week: plan.week, run: question.run, inputsSha256: plan.provenance.inputsSha256 },
    ...(frame !== undefined && noticed ? { frame: referenceOf(frame) } : {}),
    // Where nobody decides there is nothing to comment on either.
    ...datesOf(isNotice(members) ? { ...terms, commentWorkingDays: 0 } : terms, now, stateOf(members[0]!.ags)),
    createdAt: now,
  };
}

const referenceOf = ({ agreement: { id, version }, sha256 }: InForce): FrameReference => ({ id, version, sha256 });

/** Without days to comment the ballots open at once. */
export function datesOf(
  terms: AgreementTerms,
  now: string,
  state: State,
): Pick<Agreement, "commentUntil" | "deadline"> {
  const comment = addWorkingDays(localDate(now), terms.commentWorkingDays, state);
  const deadline = addWorkingDays(comment, terms.decisionWorkingDays, state);
  const commentUntil = terms.commentWorkingDays === 0 ? localTimestamp(now) : toTimestamp(comment, COMMENT_HOUR);
  return { commentUntil, deadline: toTimestamp(deadline, END_OF_DAY) };
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

const noApprover = ({ ags, name, role }: MissingApprover): Problem => ({
  code: "agreement.approver",
  severity: "error",
  place: { file: "contacts.csv", id: ags, field: "role" },
  cause: `Nobody is entered as ${role} of ${name}, whose consent is needed.`,
  action: `Add a row with the role ${role} and the AGS ${ags}.`,
});
