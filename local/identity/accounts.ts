/** Demo accounts: one for every role of a region, without a password. Only for a system that nobody else can reach. */
import { formatGrant, type Grant } from "../../domain/access.ts";
import type { Contact } from "../../domain/region/contacts.ts";

export interface Account {
  /** Subject of its tokens. */
  readonly id: string;
  readonly name: string;
  /** What the person does; German. */
  readonly task: string;
  readonly groups: readonly string[];
  /** One of many of its kind: shown when asked for. */
  readonly further?: true;
}

export interface AccountsRegion {
  readonly id: string;
  readonly name: string;
  readonly municipalities: readonly { readonly ags: string; readonly name: string }[];
  /** Those of contacts.csv: who decides there can sign in here, under their names. */
  readonly contacts?: readonly Contact[];
}

/** So many municipalities have accounts that are shown at once. */
const FIRST = 2;

/**
 * Yards and mayors for the first two municipalities, one of each role of the whole region, and an account for every mayor and
 * finance office that stands in contacts.csv, so that a whole vote can be tried.
 */
export function demoAccounts({ id, name, municipalities, contacts = [] }: AccountsRegion): Account[] {
  const account = (role: Grant["role"], title: string, task: string, municipality?: { ags: string; name: string }) => ({
    id: municipality === undefined ? `${role}.${id}` : `${role}.${id}.${municipality.ags}`,
    name: `${title} ${municipality?.name ?? name}`,
    task,
    groups: [
      formatGrant({ role, region: id, ...(municipality === undefined ? {} : { municipality: municipality.ags }) }),
    ],
  });
  const two = municipalities.slice(0, FIRST);
  const entered = (role: Contact["role"], ags: string): Contact | undefined =>
    contacts.find((one) => one.role === role && one.municipalityAgs === ags && one.deputyOf === undefined);
  const office = (role: "mayor" | "finance", one: (typeof municipalities)[number], further = false): Account => {
    const [title, task] = OFFICES[role];
    const plain = account(role, title, task, one);
    const person = entered(role, one.ags);
    return {
      ...plain,
      ...(person === undefined ? {} : { name: `${person.name}, ${plain.name}` }),
      ...(further ? { further } : {}),
    };
  };
  return [
    account("dispatcher", "Disposition", "plant Wochen und gibt Touren frei"),
    ...two.map((one) => account("yard", "Bauhof", "meldet Füllstände der eigenen Sammelstellen", one)),
    ...two.map((one) => office("mayor", one)),
    ...two.filter(({ ags }) => entered("finance", ags) !== undefined).map((one) => office("finance", one)),
    account("finance", "Kämmerei", "vergleicht gemeinsame Kosten mit Alleinkosten"),
    account("admin", "Verwaltung", "pflegt Stammdaten"),
    ...municipalities
      .slice(FIRST)
      .flatMap((one) =>
        (["mayor", "finance"] as const)
          .filter((role) => entered(role, one.ags) !== undefined)
          .map((role) => office(role, one, true)),
      ),
  ];
}

const OFFICES = {
  mayor: ["Bürgermeisteramt", "sieht den Anteil der eigenen Kommune und entscheidet über ihn"],
  finance: ["Kämmerei", "prüft den Anteil der eigenen Kommune und entscheidet mit"],
} as const;
