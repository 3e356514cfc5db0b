/** What tables of invoices say of one: its number with its files, its kind, and how it reached its buyer. */
import { html } from "hono/html";
import { dispatchState, isOverdue, type InvoiceDispatch } from "../../domain/billing/invoiceDispatch.ts";
import type { IssuedInvoice } from "../../domain/billing/issuedInvoice.ts";
import { localDate } from "../../domain/localTime.ts";
import { FORMATS } from "../../domain/language/format.ts";
import type { InvoiceState } from "../../functions/usecases/documents/invoices.ts";
import type { Html } from "../page.ts";
import type { BillingSpeech } from "./words/index.ts";

/** An invoice of a table, as `invoiceStates` gives it, with what is known of its mails. */
export interface InvoiceRow extends InvoiceState {
  readonly region: string;
  readonly settlement: string;
  readonly dispatch: InvoiceDispatch | null;
  /** A later one of the same two has taken its place. */
  readonly replaced: boolean;
}

export function rowsOf(
  { region, id }: { readonly region: string; readonly id: string },
  states: readonly InvoiceState[],
  dispatches: ReadonlyMap<string, InvoiceDispatch>,
): InvoiceRow[] {
  const last = new Map(
    states.flatMap(({ issued }) =>
      issued === null ? [] : [[`${issued.sellerAgs} ${issued.buyerAgs}`, issued.number]],
    ),
  );
  return states.map((state) => ({
    ...{ ...state, region, settlement: id },
    dispatch: dispatches.get(state.issued?.number ?? "") ?? null,
    replaced:
      state.issued !== null && last.get(`${state.issued.sellerAgs} ${state.issued.buyerAgs}`) !== state.issued.number,
  }));
}

export function numberCell({ region, settlement, issued }: InvoiceRow, { words }: BillingSpeech): Html | string {
  if (issued === null) return words.invoices.open;
  const { number, sellerAgs, buyerAgs } = issued;
  const path = `/api/regions/${region}/settlements/${settlement}/invoices/${sellerAgs}/${buyerAgs}?number=${number}`;
  const paper = `${words.invoices.paper}, ${number}`;
  return html`<a href="${path}">${number}</a><br />
    <small><a href="${path}&form=pdf" aria-label="${paper}">${words.invoices.paper}</a></small>`;
}

export function kindCell({ typeCode, issued }: InvoiceRow, { words }: BillingSpeech): Html | string {
  const { kinds } = words.invoices;
  if (typeCode === "380") return kinds.first;
  return issued?.corrects === undefined ? kinds.corrected : html`${kinds.corrected} <small>${issued.corrects}</small>`;
}

/** @param details where billing details are kept @param now RFC 3339 */
export function sendingCell(
  { issued, dispatch, replaced }: InvoiceRow,
  { details, now }: { readonly details: string; readonly now: string },
  speech: BillingSpeech,
): Html | string {
  if (issued === null) return "";
  const { sending } = speech.words;
  const date = FORMATS[speech.language].date;
  const state = dispatchState(dispatch);
  const mends = !replaced && (state === "returned" || state === "noAddress");
  return html`${said(dispatch, speech)}
  ${mends ? html`<br /><a href="${details}/${issued.buyerAgs}">${sending.mend}</a>` : ""}
  ${replaced ? html`<br /><small>${sending.replaced}</small>` : html`${dueLine(issued, dispatch, localDate(now))}`}`;

  function dueLine(of: IssuedInvoice, kept: InvoiceDispatch | null, today: string): Html {
    if (of.dueDate === undefined || of.grossCents <= 0 || kept?.acknowledged) return html``;
    return isOverdue(of, kept, today)
      ? html`<br /><strong>${sending.overdue(date(of.dueDate))}</strong>`
      : html`<br /><small>${sending.due(date(of.dueDate))}</small>`;
  }
}

function said(dispatch: InvoiceDispatch | null, { words, language }: BillingSpeech): string {
  const { sending } = words;
  const on = (at: string | undefined): string => FORMATS[language].date(localDate(at ?? ""));
  if (dispatch === null) return sending.states.open;
  if (dispatch.acknowledged !== null) return sending.acknowledged(on(dispatch.acknowledged.at));
  const { outcome, at, to = "", cause = "" } = dispatch.sendings.at(-1)!;
  if (outcome === "waiting") return sending.states.waiting;
  if (outcome === "noAddress") return sending.noAddress;
  return outcome === "sent" ? sending.sent(on(at), to) : sending.returned(on(at), cause);
}
