/** The life of an agreement as a table: what may happen when. Everything else is refused with a reason. Pure. */
import { localDate } from "../localTime.ts";
import { LEVELS, type Agreement } from "./agreement.ts";
import { tally, type Ballot } from "./ballot.ts";

export const STATES = [
  "draft",
  "informed",
  "open",
  "approved",
  "refused",
  "lapsed",
  "superseded",
  "withdrawn",
  "inForce",
  "settled",
] as const;
export type AgreementState = (typeof STATES)[number];

export const EVENTS = [
  "inform",
  "open",
  "approve",
  "refuse",
  "lapse",
  "supersede",
  "withdraw",
  "enterIntoForce",
  "settle",
] as const;
export type AgreementEvent = (typeof EVENTS)[number];

/** From state and event to state; what is not in it is not allowed. */
const TABLE: Readonly<Record<AgreementState, Partial<Readonly<Record<AgreementEvent, AgreementState>>>>> = {
  draft: { inform: "informed", supersede: "superseded", withdraw: "withdrawn" },
  informed: { open: "open", supersede: "superseded", withdraw: "withdrawn" },
  open: { approve: "approved", refuse: "refused", lapse: "lapsed", supersede: "superseded", withdraw: "withdrawn" },
  approved: { enterIntoForce: "inForce", supersede: "superseded", withdraw: "withdrawn" },
  refused: {},
  lapsed: {},
  superseded: {},
  withdrawn: {},
  inForce: { settle: "settled" },
  settled: {},
};

export interface AgreementFacts {
  readonly agreement: Agreement;
  readonly state: AgreementState;
  readonly ballots: readonly Ballot[];
  /** Of agreements with a member at L3: what the council and the supervisory authority decided. */
  readonly paper?: PaperFacts;
}

/** Dates, `YYYY-MM-DD`. */
export interface PaperFacts {
  /** Hash of the signed scan. */
  readonly scanSha256: string;
  readonly resolutionDate: string;
  /** Approval by the supervisory authority, or its notification. */
  readonly supervisoryDate: string;
  readonly publicationDate: string;
}

export type Transition =
  | { readonly kind: "allowed"; readonly state: AgreementState }
  /** A sentence in German. */
  | { readonly kind: "refused"; readonly reason: string };

/** @param now RFC 3339 */
export function transition(facts: AgreementFacts, event: AgreementEvent, now: string): Transition {
  const next = TABLE[facts.state][event];
  if (next === undefined)
    return refused(`${EVENT_WORDS[event]} geht nicht: Die Vereinbarung ist ${STATE_WORDS[facts.state]}.`);
  const reason = GUARDS[event]?.(facts, now);
  return reason === undefined ? { kind: "allowed", state: next } : refused(reason);
}

export function allowedEvents(state: AgreementState): AgreementEvent[] {
  return EVENTS.filter((event) => TABLE[state][event] !== undefined);
}

const refused = (reason: string): Transition => ({ kind: "refused", reason });

type Guard = (facts: AgreementFacts, now: string) => string | undefined;

const isBefore = (a: string, b: string): boolean => Date.parse(a) < Date.parse(b);

const GUARDS: Readonly<Partial<Record<AgreementEvent, Guard>>> = {
  open: ({ agreement }, now) =>
    isBefore(now, agreement.commentUntil)
      ? `Verwaltung und Kämmerei können bis ${agreement.commentUntil} Stellung nehmen.`
      : undefined,
  approve: ({ agreement, ballots }, now) => {
    const result = tally(agreement, ballots);
    if (result.kind === "approved") return undefined;
    if (result.kind === "refused") return `${result.members.join(", ")} hat abgelehnt.`;
    return isBefore(now, agreement.deadline)
      ? `Es fehlt noch: ${result.members.join(", ")}.`
      : `Die Frist ist abgelaufen; es fehlt: ${result.members.join(", ")}. Schweigen ist keine Zustimmung.`;
  },
  refuse: ({ agreement, ballots }) =>
    tally(agreement, ballots).kind === "refused" ? undefined : "Niemand hat abgelehnt.",
  lapse: ({ agreement, ballots }, now) => {
    if (isBefore(now, agreement.deadline)) return `Die Frist läuft noch bis ${agreement.deadline}.`;
    return tally(agreement, ballots).kind === "waiting" ? undefined : "Alle haben entschieden.";
  },
  enterIntoForce: ({ agreement, paper }, now) => {
    if (!agreement.members.some(({ level }) => level === LEVELS.at(-1))) return undefined;
    if (paper === undefined)
      return "Es fehlen die unterschriebene Fassung, der Beschluss, die Entscheidung der Aufsicht oder die Bekanntmachung.";
    // In force on the day after publication (KGG Saarland § 18).
    return localDate(now) > paper.publicationDate
      ? undefined
      : `Sie tritt am Tag nach der Bekanntmachung (${paper.publicationDate}) in Kraft.`;
  },
};

export const STATE_WORDS: Readonly<Record<AgreementState, string>> = {
  draft: "ein Entwurf",
  informed: "in der Frühinformation",
  open: "zur Abstimmung offen",
  approved: "angenommen",
  refused: "abgelehnt",
  lapsed: "ohne Ergebnis abgelaufen",
  superseded: "durch eine neue Fassung ersetzt",
  withdrawn: "zurückgezogen",
  inForce: "in Kraft",
  settled: "abgerechnet",
};

const EVENT_WORDS: Readonly<Record<AgreementEvent, string>> = {
  inform: "Informieren",
  open: "Zur Abstimmung stellen",
  approve: "Annehmen",
  refuse: "Ablehnen",
  lapse: "Verfallen lassen",
  supersede: "Ersetzen",
  withdraw: "Zurückziehen",
  enterIntoForce: "In Kraft setzen",
  settle: "Abrechnen",
};
