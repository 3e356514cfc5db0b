/** How somebody may prove who they are, by the level of what they decide. */
import { reachOf, reaches, type Principal } from "../../../domain/access.ts";
import type { Level } from "../../../domain/agreement/agreement.ts";
import type { Contact } from "../../../domain/region/contacts.ts";
import type { LinkRecord } from "./records.ts";

export interface Identity {
  /** Where a one-time code can be sent, shortened: `k…@gemeinde.example`. Undefined where none is taken. */
  readonly codeTo?: string;
  /** With the account of the role. */
  readonly signIn: true;
  /** One whose challenge holds the proposal's hash. */
  readonly passkey: true;
}

/** A code is enough for a release inside limits; above them people sign in. */
const WITH_CODE: readonly Level[] = ["L0", "L1"];

export function waysOf(level: Level, contact: Contact | undefined): Identity {
  const address = WITH_CODE.includes(level) ? contact?.codeEmail : undefined;
  return { ...(address === undefined ? {} : { codeTo: shortened(address) }), signIn: true, passkey: true };
}

/** Enough to know one's own address again. */
export function shortened(address: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, 1)}…${address.slice(at)}`;
}

/** Whether an account is that of the role that a link asks. */
export function mayDecide(
  principal: Principal,
  { region, role, ags }: Pick<LinkRecord, "region" | "role" | "ags">,
): boolean {
  return reaches(reachOf(principal, region, [role]), [ags]);
}
