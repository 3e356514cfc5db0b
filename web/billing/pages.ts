/** Billing details: all municipalities at a glance, and a form for each. Pure: from details to markup. */
import { html } from "hono/html";
import type { Billing } from "../../domain/billing/billing.ts";
import type { AccountingProfile } from "../../domain/billing/profile.ts";
import { profileFor } from "../../functions/usecases/documents/readBilling.ts";
import { field, hidden, notice, type Fault } from "../county/frame.ts";
import { table } from "../county/table.ts";
import type { Html } from "../page.ts";
import type { SettlementWords } from "../settlement/words/index.ts";
import { NEEDED, OF_DATEV, OTHER_ACCOUNTS, PARTY_GROUPS, PROFILE_FIELDS } from "./fields.ts";
import { SETTLED_LINES } from "../../domain/settlement/settlement.ts";
import type { Typed } from "./readForms.ts";
import type { BillingSpeech, BillingWords } from "./words/index.ts";

export type Format = AccountingProfile["format"];
export const FORMATS: readonly Format[] = ["datev", "csv"];

/** What every form of the pages is made with. */
export interface FormState {
  /** Address of the list. */
  readonly base: string;
  readonly csrf: string;
  /** `stateOf` what the form was made from. */
  readonly seen: string;
  readonly typed: Typed;
  readonly faults: readonly Fault[];
  /** Somebody else changed what the form was made from: what stands there now, in words. */
  readonly conflict?: readonly string[];
}

export interface ListView {
  readonly municipalities: readonly { readonly ags: string; readonly name: string }[];
  readonly billing: Billing | null;
  /** Whether the reader keeps what holds for all. */
  readonly whole: boolean;
  readonly done: string | undefined;
}

export function listPage(
  { municipalities, billing, whole, done }: ListView,
  terms: FormState,
  speech: BillingSpeech,
): Html {
  const { words } = speech;
  const { list } = words;
  const rows = municipalities.map(({ ags, name }) => [
    html`<a href="${terms.base}/${ags}">${name}</a>`,
    invoicesState(billing, ags, words),
    html`${FORMATS.map((format) => {
      const kind = words.profile.formats[format];
      const state = list.profile[profileState(billing, ags, format)];
      return html`<a href="${terms.base}/${ags}/${format}" aria-label="${kind}, ${name}">${kind}</a>: ${state}<br />`;
    })}`,
  ]);
  return html`${notice(done !== undefined && done in words.done ? words.done[done as keyof typeof words.done] : undefined)}
    ${summary(terms, words)}
    <h1>${words.title}</h1>
    <p class="lead">${words.lead}</p>
    ${example(billing, words)}
    <section class="first" aria-labelledby="kommunen">
      <h2 id="kommunen">${list.head}</h2>
      ${table({ caption: list.head, quiet: true, heads: [list.municipality, list.invoices, list.accounts], rows })}
    </section>
    ${whole ? termsForm(terms, words) : ""}`;
}

const example = (billing: Billing | null, words: BillingWords): Html =>
  billing?.synthetic === undefined
    ? html``
    : html`<p class="note" role="note">
        <strong>${words.synthetic}.</strong> <span lang="de">${billing.synthetic}</span>
      </p>`;

function invoicesState(billing: Billing | null, ags: string, { list }: BillingWords): string {
  const party = billing?.parties.find((one) => one.ags === ags);
  if (party === undefined) return list.none;
  const missing = (["iban", "contact", "leitwegId"] as const).filter((part) => party[part] === undefined);
  return missing.length === 0
    ? list.complete
    : `${list.missing} ${missing.map((part) => list.missingParts[part]).join(", ")}`;
}

function profileState(billing: Billing | null, ags: string, format: Format): "own" | "shared" | "example" {
  const found = profileFor(billing, ags, format);
  if (found === undefined) return "example";
  return found.ags === undefined ? "shared" : "own";
}

/** All faults at once, each a way to its field. */
function summary({ faults, conflict }: FormState, words: BillingWords): Html {
  if (conflict === undefined && faults.length === 0) return html``;
  return html`<div class="faults" role="alert">
    <p>${conflict === undefined ? words.summary : words.conflict}</p>
    <ul>
      ${(conflict ?? []).map((line) => html`<li>${line}</li>`)}
      ${faults.map(({ field: at, text }) => html`<li>${at === undefined ? text : html`<a href="#${at}">${text}</a>`}</li>`)}
    </ul>
  </div>`;
}

function termsForm({ base, csrf, seen, typed, faults }: FormState, words: BillingWords): Html {
  const { terms, profile } = words;
  return html`<section aria-labelledby="alle" class="screen-only">
    <h2 id="alle">${terms.head}</h2>
    <p>${terms.lead}</p>
    <form method="post" action="${base}" novalidate>
      ${hidden("csrf", csrf)} ${hidden("stand", seen)}
      <div class="fields">
        ${field({
          ...{ id: "paymentDays", label: terms.days.label, faults },
          input: { value: typed["paymentDays"], inputmode: "numeric", required: true, maxlength: 3 },
        })}
        ${field({
          ...{ id: "synthetic", label: terms.synthetic.label, help: terms.synthetic.help, faults },
          input: { value: typed["synthetic"], maxlength: 300 },
        })}
      </div>
      <p class="actions">
        <button class="button">${terms.save}</button>
        ${FORMATS.map((format) => html`<a class="button quiet" href="${base}/alle/${format}">${profile.head(profile.formats[format])}</a>`)}
      </p>
    </form>
  </section>`;
}

const group = (label: string, fields: readonly Html[]): Html =>
  html`<fieldset>
    <legend>${label}</legend>
    <div class="fields">${fields}</div>
  </fieldset>`;

const back = (base: string, words: BillingWords): Html =>
  html`<a class="button quiet" href="${base}">${words.back}</a>`;

export function partyPage(
  { ags, name, billing }: { readonly ags: string; readonly name: string; readonly billing: Billing | null },
  form: FormState,
  { words }: BillingSpeech,
): Html {
  const { party } = words;
  return html`${summary(form, words)}
    <h1>${party.head(name)}</h1>
    <p class="lead">${party.lead}</p>
    ${example(billing, words)}
    <form method="post" action="${form.base}/${ags}" novalidate>
      ${hidden("csrf", form.csrf)} ${hidden("stand", form.seen)}
      ${Object.entries(PARTY_GROUPS).map(([one, fields]) =>
        group(
          party.groups[one as keyof typeof PARTY_GROUPS],
          fields.map((id) =>
            field({
              ...{ id, label: party.fields[id].label, help: party.fields[id].help, faults: form.faults },
              input: {
                ...{ value: form.typed[id] ?? "", maxlength: 200, required: NEEDED.has(id), autocomplete: "off" },
                ...(id === "email" || id === "contactEmail" ? { type: "email" } : {}),
                ...(id === "contactPhone" ? { type: "tel" } : {}),
              },
            }),
          ),
        ),
      )}
      <p class="actions"><button class="button">${party.save}</button> ${back(form.base, words)}</p>
    </form>`;
}

export interface ProfileView {
  readonly ags: string | undefined;
  readonly name: string;
  readonly format: Format;
  /** There is one of its own that can be deleted. */
  readonly own: boolean;
  readonly lines: SettlementWords["lines"];
}

export function profilePage(
  { ags, name, format, own, lines }: ProfileView,
  form: FormState,
  { words }: BillingSpeech,
): Html {
  const { profile } = words;
  const input = (id: string, label: string, help?: string): Html =>
    field({
      ...{ id, label, help, faults: form.faults },
      input: { value: form.typed[id] ?? "", maxlength: 40, required: true, autocomplete: "off" },
    });
  const batch = PROFILE_FIELDS.filter((one) => format === "datev" || !OF_DATEV.has(one));
  const address = `${form.base}/${ags ?? "alle"}/${format}`;
  return html`${summary(form, words)}
    <h1>${profile.head(profile.formats[format])}: ${name}</h1>
    <p class="lead">${profile.lead}</p>
    <form method="post" action="${address}" novalidate>
      ${hidden("csrf", form.csrf)} ${hidden("stand", form.seen)}
      ${group(
        profile.groups.batch,
        batch.map((one) => input(one, profile.fields[one].label, profile.fields[one].help)),
      )}
      ${group(
        profile.groups.lines,
        SETTLED_LINES.map((line) => input(`lines.${line}`, lines[line])),
      )}
      ${group(
        profile.groups.others,
        OTHER_ACCOUNTS.map((one) => input(one, profile.others[one])),
      )}
      <p class="actions">
        <button class="button" name="was" value="speichern">${profile.save}</button> ${back(form.base, words)}
      </p>
    </form>
    ${
      own
        ? html`<form method="post" action="${address}">
            ${hidden("csrf", form.csrf)} ${hidden("stand", form.seen)}
            <p>${profile.removeLead}</p>
            <p class="actions"><button class="button grave" name="was" value="entfernen">${profile.remove}</button></p>
          </form>`
        : ""
    }`;
}
