/** Who may do what. A person holds grants: a role in a region, and for some roles in one municipality of it. */

export const ROLES = ["yard", "dispatcher", "mayor", "finance", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Who sees what the cooperation costs, in pages and files; how much of it, their reach says. */
export const FINANCE_READERS: readonly Role[] = ["dispatcher", "finance", "admin"];

/** Who works with weighbridge tickets. */
export const WEIGHING_WRITERS: readonly Role[] = ["dispatcher", "finance", "admin"];

/** Who keeps addresses, bank accounts and accounting profiles of the municipalities. */
export const BILLING_WRITERS: readonly Role[] = ["finance", "admin"];

export interface Grant {
  readonly role: Role;
  readonly region: string;
  /** AGS. A grant that names one reaches no further than this municipality. */
  readonly municipality?: string;
}

/** Whoever signed in: a person, or a machine with its own credentials. */
export interface Principal {
  /** Stable id given by the identity provider. */
  readonly subject: string;
  readonly name: string;
  readonly grants: readonly Grant[];
}

/** How far someone's right reaches: over the whole region, or only over some of its municipalities. */
export type Reach = { readonly kind: "none" } | { readonly kind: "region" } | Municipalities;

export interface Municipalities {
  readonly kind: "municipalities";
  /** AGS of each. */
  readonly municipalities: ReadonlySet<string>;
}

const GRANT = /^([a-z]+):([a-z0-9][a-z0-9-]{0,62})(?::(\d{8}))?$/;

/** Roles that always belong to one municipality; a grant of theirs without one is void. */
const BOUND: ReadonlySet<Role> = new Set(["yard", "mayor"]);

/**
 * A grant as identity providers carry it, as the name of a group: `dispatcher:saarlouis`, `yard:saarlouis:10044111`.
 *
 * @returns undefined for any other text: providers have groups of their own
 */
export function parseGrant(group: string): Grant | undefined {
  const [, role, region, municipality] = GRANT.exec(group) ?? [];
  const known = ROLES.find((one) => one === role);
  if (known === undefined || region === undefined) return undefined;
  if (BOUND.has(known) && municipality === undefined) return undefined;
  return { role: known, region, ...(municipality === undefined ? {} : { municipality }) };
}

export function formatGrant({ role, region, municipality }: Grant): string {
  return municipality === undefined ? `${role}:${region}` : `${role}:${region}:${municipality}`;
}

/** How far someone may go in a region with any of the roles. The one place where role and region are checked. */
export function reachOf(principal: Principal, region: string, roles: readonly Role[]): Reach {
  const grants = principal.grants.filter((grant) => grant.region === region && roles.includes(grant.role));
  if (grants.some((grant) => grant.municipality === undefined)) return { kind: "region" };
  if (grants.length === 0) return { kind: "none" };
  return { kind: "municipalities", municipalities: new Set(grants.map((grant) => grant.municipality!)) };
}

/** Whether a right reaches a municipality, or, for what belongs to several, any one of them. */
export function reaches(reach: Reach, municipalities: readonly string[]): boolean {
  if (reach.kind === "region") return true;
  return reach.kind === "municipalities" && municipalities.some((ags) => reach.municipalities.has(ags));
}
