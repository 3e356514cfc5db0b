/** How long things are kept, by where the system runs: docs/cloud.md and docs/running.md in figures. Tests hold them against the templates. */

/** `prod` and `dev`: stages in the cloud; `machine`: all on one machine. */
export type Home = "prod" | "dev" | "machine";

export const KEPT = [
  ...(["records", "photos", "ticketPhotos", "recovery", "links", "superseded", "auditHeads"] as const),
  ...(["sessions", "logs", "workflows", "failedEvents", "mails"] as const),
] as const;
export type Kept = (typeof KEPT)[number];

export type Term =
  | { readonly kind: "untilDeleted" }
  /** Each has a moment of its own. */
  | { readonly kind: "ownMoment" }
  | { readonly kind: "hours" | "days" | "years" | "megabytes"; readonly count: number };

const untilDeleted: Term = { kind: "untilDeleted" };
const days = (count: number): Term => ({ kind: "days", count });
const session: Term = { kind: "hours", count: 8 };
/** A photo beside a report says what lies there for the next plans; nobody needs to know it later. */
export const PHOTO_DAYS = 30;
/**
 * The photo of a weighbridge ticket is the paper of a settled amount: § 147 (3) AO keeps vouchers eight years from the end of the
 * calendar year.
 */
export const TICKET_PHOTO_YEARS = 8;
const ticketPhotos: Term = { kind: "years", count: TICKET_PHOTO_YEARS };

/** What a home does not have is absent. */
export const RETENTION: Readonly<Record<Home, Readonly<Partial<Record<Kept, Term>>>>> = {
  prod: {
    ...{
      records: untilDeleted,
      photos: days(PHOTO_DAYS),
      ticketPhotos,
      recovery: days(35),
      links: { kind: "ownMoment" },
    },
    superseded: days(365),
    ...{ auditHeads: { kind: "years", count: 10 }, sessions: session, logs: days(90) },
    ...{ workflows: days(90), failedEvents: days(14) },
  },
  dev: {
    ...{
      records: untilDeleted,
      photos: days(PHOTO_DAYS),
      ticketPhotos,
      recovery: days(35),
      links: { kind: "ownMoment" },
    },
    superseded: days(30),
    ...{ auditHeads: days(1), sessions: session, logs: days(14) },
    ...{ workflows: days(90), failedEvents: days(14) },
  },
  machine: {
    ...{
      records: untilDeleted,
      photos: days(PHOTO_DAYS),
      ticketPhotos,
      links: { kind: "ownMoment" },
      auditHeads: untilDeleted,
    },
    sessions: session,
    ...{ logs: { kind: "megabytes", count: 40 }, workflows: days(90), mails: untilDeleted },
  },
};
