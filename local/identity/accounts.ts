/** Demo accounts: one for every role of a region, without a password. Only for a system that nobody else can reach. */
import { formatGrant, type Grant } from "../../domain/access.ts";

export interface Account {
  /** Subject of its tokens. */
  readonly id: string;
  readonly name: string;
  /** What the person does; German. */
  readonly task: string;
  readonly groups: readonly string[];
}

export interface AccountsRegion {
  readonly id: string;
  readonly name: string;
  readonly municipalities: readonly { readonly ags: string; readonly name: string }[];
}

/** Yards and mayors for the first two municipalities, and one of each role of the whole region. */
export function demoAccounts({ id, name, municipalities }: AccountsRegion): Account[] {
  const account = (role: Grant["role"], title: string, task: string, municipality?: { ags: string; name: string }) => ({
    id: municipality === undefined ? `${role}.${id}` : `${role}.${id}.${municipality.ags}`,
    name: `${title} ${municipality?.name ?? name}`,
    task,
    groups: [
      formatGrant({ role, region: id, ...(municipality === undefined ? {} : { municipality: municipality.ags }) }),
    ],
  });
  const two = municipalities.slice(0, 2);
  return [
    account("dispatcher", "Disposition", "plant Wochen und gibt Touren frei"),
    ...two.map((one) => account("yard", "Bauhof", "meldet Füllstände der eigenen Sammelstellen", one)),
    ...two.map((one) => account("mayor", "Bürgermeisteramt", "sieht den Anteil der eigenen Kommune", one)),
    account("finance", "Kämmerei", "vergleicht gemeinsame Kosten mit Alleinkosten"),
    account("admin", "Verwaltung", "pflegt Stammdaten"),
  ];
}
