/** What members paid before, as it is typed: read from addresses and forms, shown as a form of the preview. */
import { html } from "hono/html";
import type { SettledMember } from "../../domain/settlement/settlement.ts";
import { hidden } from "../county/frame.ts";
import type { Html } from "../page.ts";
import { pathOf } from "./seat.ts";
import type { SettlementSpeech } from "./words/index.ts";

/** Whole cents by AGS, without those who paid nothing. */
export type Advances = Readonly<Record<string, number>>;

const NAME = /^abschlag-(\d{8})$/;
/** `1.200,50`, `1200,5`, `1200`, `1200.50` */
const EUROS = /^(\d{1,3}(?:\.\d{3})+|\d{1,8})(?:[,.](\d{1,2}))?$/;

/** @returns "wrong" when one of them is no amount */
export function advancesOf(fields: Iterable<readonly [string, string]>): Advances | "wrong" {
  const found: Record<string, number> = {};
  for (const [name, text] of fields) {
    const ags = NAME.exec(name)?.[1];
    const typed = text.trim();
    if (ags === undefined || typed === "") continue;
    const parts = EUROS.exec(typed.replace(/\s*€$/, ""));
    if (parts === null) return "wrong";
    const cents = 100 * Number(parts[1]!.replaceAll(".", "")) + Number((parts[2] ?? "").padEnd(2, "0"));
    if (cents > 0) found[ags] = cents;
  }
  return found;
}

const typedOf = (cents: number | undefined): string =>
  cents === undefined ? "" : (cents / 100).toFixed(2).replace(".", ",");

/** So that what is closed is what was reckoned. */
export const hiddenAdvances = (advances: Advances): Html =>
  html`${Object.entries(advances).map(([ags, cents]) => hidden(`abschlag-${ags}`, typedOf(cents)))}`;

export function advancesForm(
  {
    region,
    weeks,
    advances,
  }: { readonly region: string; readonly weeks: readonly string[]; readonly advances: Advances },
  members: readonly Pick<SettledMember, "ags" | "name">[],
  { words: { closing } }: SettlementSpeech,
): Html {
  return html`<details class="screen-only" ${Object.keys(advances).length > 0 ? html`open` : ""}>
    <summary>${closing.advances}</summary>
    <p>${closing.advancesLead}</p>
    <form method="get" action="${pathOf(region)}">
      ${hidden("von", weeks[0]!)} ${hidden("bis", weeks.at(-1)!)}
      <div class="fields">
        ${members.map(
          ({ ags, name }) =>
            html`<div class="field">
              <label for="abschlag-${ags}">${name}</label>
              <input
                id="abschlag-${ags}"
                name="abschlag-${ags}"
                type="text"
                inputmode="decimal"
                maxlength="14"
                autocomplete="off"
                value="${typedOf(advances[ags])}"
              />
            </div>`,
        )}
      </div>
      <p class="actions"><button class="button quiet">${closing.reckonAdvances}</button></p>
    </form>
  </details>`;
}
