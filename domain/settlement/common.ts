/** What tickets, work items and settlements share. Money is whole cents, mass whole kilograms. */
import * as z from "zod";
import { isWeek } from "../week.ts";

export const cents = z.int();
/** May be negative on a ticket, where it is a fault; nowhere else. */
export const anyKg = z.int();
export const kg = z.int().min(0);
export const metres = z.int().min(0);
export const seconds = z.int().min(0);
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const Moment = z.iso.datetime({ offset: true });
export const IsoWeek = z.string().refine(isWeek, "there is no such ISO week");

export const Period = z.strictObject({ firstWeek: IsoWeek, lastWeek: IsoWeek });
export type Period = z.infer<typeof Period>;
