/** How an issued invoice reached its buyer: every sending, what became of it, and whether the buyer said that it came. */
import * as z from "zod";

export const Sending = z.strictObject({
  /** Counted from 1. */
  count: z.int().min(1),
  by: z.string().describe("who issued or sent it again"),
  /** RFC 3339 */
  askedAt: z.string(),
  /**
   * `waiting`: not sent yet, tried again by itself. `noAddress`: the billing details had none. `refused`: the address is none.
   * `bounced`: sent, and came back.
   */
  outcome: z.enum(["waiting", "sent", "noAddress", "refused", "bounced"]),
  to: z.string().optional().describe("electronic address that it was sent to"),
  at: z.string().optional().describe("RFC 3339, of the outcome"),
  cause: z.string().optional().describe("in the words of the service, without addresses"),
});
export type Sending = z.infer<typeof Sending>;

export const InvoiceDispatch = z.strictObject({
  number: z.string(),
  sendings: z.array(Sending).min(1),
  acknowledged: z.strictObject({ at: z.string(), by: z.string() }).nullable(),
});
export type InvoiceDispatch = z.infer<typeof InvoiceDispatch>;

/** `open`: nobody sent it; `returned`: it did not arrive and is not tried again. */
export type DispatchState = "open" | "waiting" | "sent" | "noAddress" | "returned" | "acknowledged";

export function dispatchState(dispatch: InvoiceDispatch | null): DispatchState {
  if (dispatch === null) return "open";
  if (dispatch.acknowledged !== null) return "acknowledged";
  const { outcome } = dispatch.sendings.at(-1)!;
  return outcome === "refused" || outcome === "bounced" ? "returned" : outcome;
}

/**
 * Whether somebody should ask: the day until which it is to be paid is over, and nobody said that it came.
 *
 * @param invoice without `dueDate` in records of before it was kept
 * @param today `YYYY-MM-DD`
 */
export const isOverdue = (
  { dueDate, grossCents }: { readonly dueDate?: string | undefined; readonly grossCents: number },
  dispatch: InvoiceDispatch | null,
  today: string,
): boolean => dueDate !== undefined && dueDate < today && grossCents > 0 && (dispatch?.acknowledged ?? null) === null;
