/** What the administration's pages say. A text that is missing is a type error. */
import type { AgreementState } from "../../../domain/agreement/stateMachine.ts";
import type { ApproverRole } from "../../../domain/agreement/agreement.ts";
import type { Decision } from "../../../domain/agreement/ballot.ts";
import type { ContactRole } from "../../../domain/region/contacts.ts";
import type { AuditGroup } from "../../../functions/usecases/county/auditPage.ts";
import type { EntryWords } from "./entryShape.ts";
import type { PeopleWords } from "./peopleShape.ts";

export const SECTIONS = [
  "uebersicht",
  "mitglieder",
  "stammdaten",
  "vereinbarungen",
  "szenarien",
  "probebetrieb",
  "schluessel",
  "protokoll",
] as const;
export type Section = (typeof SECTIONS)[number];

export interface CountyWords {
  readonly title: string;
  readonly navigation: string;
  readonly sections: Readonly<Record<Section, string>>;
  readonly regions: { readonly head: string; readonly lead: string; readonly other: string };
  readonly forbidden: { readonly head: string; readonly lead: string };
  readonly unknown: { readonly head: string; readonly lead: string; readonly back: string };
  /** Of a form that is not taken. */
  readonly refused: Readonly<Record<"elsewhere" | "stale" | "form", string>>;
  readonly summary: string;
  readonly yes: string;
  readonly no: string;
  readonly none: string;
  readonly roles: Readonly<Record<ContactRole, string>>;
  readonly overview: OverviewWords;
  readonly keys: KeyWords;
  readonly audit: AuditWords;
  readonly people: PeopleWords;
  readonly agreements: AgreementsWords;
}

export interface OverviewWords {
  attention(count: number): string;
  readonly calm: string;
  readonly lead: string;
  readonly figures: {
    readonly municipalities: string;
    readonly points: string;
    readonly contacts: string;
    readonly lastWeek: string;
    readonly never: string;
  };
  readonly failed: { readonly head: string; readonly lead: string; readonly todo: string };
  readonly returned: { readonly head: string; readonly lead: string; readonly to: string; readonly all: string };
  readonly votes: {
    readonly head: string;
    readonly lead: string;
    stands(decided: number, asked: number): string;
    deadline(date: string): string;
    readonly paperMissing: string;
  };
  readonly offices: {
    readonly head: string;
    readonly lead: string;
    readonly region: string;
    readonly enter: string;
  };
  /** What a mail was about, by its occasion. */
  readonly occasions: Readonly<Record<string, string>>;
}

export interface KeyWords {
  readonly lead: string;
  readonly made: string;
  readonly once: string;
  readonly secret: string;
  readonly copy: string;
  readonly copied: string;
  readonly usage: string;
  readonly done: string;
  readonly create: {
    readonly head: string;
    readonly name: string;
    readonly help: string;
    readonly button: string;
    readonly missing: string;
    readonly taken: string;
  };
  readonly list: {
    readonly caption: string;
    readonly name: string;
    readonly id: string;
    readonly created: string;
    readonly action: string;
    readonly none: string;
  };
  readonly revoke: {
    readonly button: string;
    label(name: string): string;
    readonly head: string;
    readonly lead: string;
    readonly confirm: string;
    readonly keep: string;
  };
  readonly revoked: string;
}

export interface AuditWords {
  readonly lead: string;
  readonly filter: {
    readonly label: string;
    readonly group: string;
    readonly all: string;
    readonly from: string;
    readonly until: string;
    readonly show: string;
    readonly wrong: string;
  };
  readonly groups: Readonly<Record<AuditGroup, string>>;
  readonly caption: string;
  readonly columns: { readonly number: string; readonly at: string; readonly what: string };
  readonly details: string;
  detailsOf(entry: number): string;
  readonly none: string;
  readonly older: string;
  readonly newest: string;
  readonly whole: {
    readonly head: string;
    readonly lead: string;
    readonly download: string;
    readonly verify: string;
    readonly after: string;
  };
  readonly entries: EntryWords;
}

export interface AgreementsWords {
  readonly lead: string;
  readonly none: string;
  readonly states: Readonly<Record<AgreementState, string>>;
  readonly kinds: Readonly<Record<"week" | "period" | "frame", string>>;
  readonly columns: {
    readonly agreement: string;
    readonly state: string;
    readonly period: string;
    readonly deadline: string;
    readonly votes: string;
    readonly cost: string;
    readonly member: string;
    readonly share: string;
    readonly level: string;
    readonly role: string;
    readonly decision: string;
    readonly at: string;
  };
  readonly caption: string;
  votes(decided: number, asked: number): string;
  readonly version: (version: number) => string;
  readonly open: string;
  readonly back: string;
  readonly ballots: string;
  readonly shares: string;
  readonly roles: Readonly<Record<ApproverRole, string>>;
  readonly decisions: Readonly<Record<Decision, string>>;
  readonly waiting: string;
  readonly undeliverable: string;
  readonly deputy: string;
  readonly against: (names: string) => string;
  readonly questions: {
    readonly head: string;
    readonly open: string;
    readonly answer: string;
    readonly send: string;
    readonly missing: string;
    readonly answered: string;
  };
  readonly paper: {
    readonly head: string;
    readonly lead: string;
    readonly notNeeded: string;
    readonly notYet: string;
    readonly scan: string;
    readonly scanHelp: string;
    readonly resolution: string;
    readonly supervisory: string;
    readonly publication: string;
    readonly send: string;
    readonly recorded: string;
    readonly hash: string;
    readonly saved: string;
    readonly missingScan: string;
    readonly missingDate: string;
    readonly tooLarge: string;
  };
  readonly api: string;
}
