/** What the page of members and deputies says. */
import type { ContactProblem } from "../../../functions/usecases/county/contactForm.ts";

export interface PeopleWords {
  readonly lead: string;
  readonly region: string;
  readonly caption: (municipality: string) => string;
  readonly columns: {
    readonly role: string;
    readonly name: string;
    readonly email: string;
    readonly language: string;
    readonly deputy: string;
    readonly passkeys: string;
    readonly action: string;
  };
  readonly languages: Readonly<Record<"de" | "fr" | "en", string>>;
  readonly edit: string;
  readonly editOf: (name: string) => string;
  readonly add: string;
  readonly vacant: string;
  readonly returned: (date: string) => string;
  readonly deputyFor: (name: string) => string;
  /** Of days as they are written; empty is open. */
  readonly days: (from: string, until: string) => string;
  readonly form: {
    readonly head: (name: string) => string;
    readonly newHead: string;
    readonly id: string;
    readonly idHelp: string;
    readonly role: string;
    readonly municipality: string;
    readonly noMunicipality: string;
    readonly vehicle: string;
    readonly vehicleHelp: string;
    readonly facility: string;
    readonly facilityHelp: string;
    readonly noFacility: string;
    readonly noVehicle: string;
    readonly name: string;
    readonly email: string;
    readonly codeEmail: string;
    readonly codeEmailHelp: string;
    readonly language: string;
    readonly save: string;
    readonly remove: string;
    readonly removeHead: string;
    readonly removeLead: string;
    readonly back: string;
  };
  readonly deputies: {
    readonly head: string;
    readonly lead: string;
    readonly none: string;
    readonly caption: string;
    readonly from: string;
    readonly until: string;
    readonly fromHelp: string;
    readonly end: string;
    readonly endOf: (name: string) => string;
    readonly add: string;
    readonly addHead: string;
    readonly state: string;
    readonly states: Readonly<Record<"now" | "later" | "over", string>>;
  };
  readonly passkeys: {
    readonly head: string;
    readonly lead: string;
    readonly none: string;
    readonly caption: string;
    readonly created: string;
    readonly used: string;
    readonly never: string;
    readonly stale: string;
    readonly remove: string;
    readonly removeOf: (date: string) => string;
  };
  /** All contacts as one file. */
  readonly file: {
    readonly head: string;
    readonly lead: string;
    readonly download: string;
    readonly label: string;
    /** Above a preview in which somebody is missing. */
    readonly removes: string;
  };
  readonly problems: Readonly<Record<ContactProblem, string>>;
  readonly notices: Readonly<
    Record<"saved" | "added" | "removed" | "deputyAdded" | "deputyEnded" | "passkeyRemoved" | "imported", string>
  >;
}
