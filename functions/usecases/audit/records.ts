/** Where the audit log lies in the Store: a partition of its own for each region, an item for each entry and one for the head. */
import { sha256 } from "../sha256.ts";
import type { Key } from "../../ports/store.ts";

export const auditPk = (region: string): string => `audit#${region}`;

/** Numbers sort as text. */
const DIGITS = 12;
export const ENTRY = "entry#";
export const entrySk = (seq: number): string => ENTRY + String(seq).padStart(DIGITS, "0");

export const auditKey = {
  head: (region: string): Key => ({ pk: auditPk(region), sk: "head" }),
  entry: (region: string, seq: number): Key => ({ pk: auditPk(region), sk: entrySk(seq) }),
  /** What was told of the log on a local day. */
  told: (region: string, date: string): Key => ({ pk: auditPk(region), sk: `told#${date}` }),
  /** Says that something was written down already, and under which number. */
  once: (region: string, once: string): Key => ({ pk: auditPk(region), sk: `once#${sha256(once)}` }),
};

/** Under which name the head of the log is kept apart from it. */
export const headName = (region: string, date: string): string => `${region}/${date}.json`;
