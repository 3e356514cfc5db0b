/** What all pages of the administration have: where one is, the other parts, notices, fields with their faults. */
import { html, raw } from "hono/html";
import type { Principal } from "../../domain/access.ts";
import type { CountyRegion } from "../../functions/usecases/county/regions.ts";
import { HELP, type HelpPlace } from "../help/targets.ts";
import type { Html, PageParts } from "../page.ts";
import { SITE_WORDS } from "../words/index.ts";
import { pathOf, ROOT } from "./seat.ts";
import { SECTIONS, type CountySpeech, type Section } from "./words/index.ts";

const HELP_OF: Readonly<Record<Section, HelpPlace>> = {
  uebersicht: HELP.county,
  mitglieder: HELP.countyMembers,
  stammdaten: HELP.countyMaster,
  vereinbarungen: HELP.countyAgreements,
  szenarien: HELP.countyScenarios,
  probebetrieb: HELP.countyTrials,
  schluessel: HELP.countyKeys,
  protokoll: HELP.countyKeys,
};

/** Of a page of a region. @param several whether there is another region to go to */
export function countyFrame(
  { region, section, person, several }: { region: CountyRegion; section: Section; person: Principal; several: boolean },
  { head, main }: { head: string; main: Html },
  speech: CountySpeech,
): PageParts {
  const { words } = speech;
  return {
    title: `${head}, ${region.name}`,
    trail: html`${words.title} · ${region.name}`,
    aside: account(person, speech, several),
    help: HELP_OF[section],
    main: html`${navigation(region.id, section, speech)} ${main}`,
  };
}

function navigation(region: string, current: Section, { words }: CountySpeech): Html {
  return html`<nav class="parts" aria-label="${words.navigation}">
    <ul>
      ${SECTIONS.map(
        (one) =>
          html`<li>
            <a
              href="${pathOf(region, one === "uebersicht" ? "" : one)}"
              ${one === current ? raw('aria-current="page"') : ""}
              >${words.sections[one]}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
}

export function account({ name }: Principal, { language, words }: CountySpeech, several = false): Html {
  return html`${several ? html`<a href="${ROOT}">${words.regions.other}</a>` : ""}<span>${name}</span>
    <form method="post" action="/sign-out">
      <button class="button quiet small">${SITE_WORDS[language].signOut}</button>
    </form>`;
}

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}" />`;

export const notice = (text: string | undefined): Html =>
  text === undefined ? html`` : html`<p class="told" role="status">${text}</p>`;

/** A fault of a form, with the id of its field where it has one. */
export interface Fault {
  readonly field?: string;
  readonly text: string;
}

/** All faults at once, each a way to its field. */
export function faultSummary(faults: readonly Fault[], { words }: CountySpeech): Html {
  if (faults.length === 0) return html``;
  return html`<div class="faults" role="alert">
    <p>${words.summary}</p>
    <ul>
      ${faults.map(({ field, text }) => html`<li>${field === undefined ? text : html`<a href="#${field}">${text}</a>`}</li>`)}
    </ul>
  </div>`;
}

export interface Field {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly faults?: readonly Fault[];
  /** Attributes of the input, such as `type`, `value` and `required`. */
  readonly input: Readonly<Record<string, string | number | boolean | undefined>>;
}

export function field({ id, label, help, faults = [], input }: Field): Html {
  const given: Field["input"] = { type: "text", ...input };
  const attributes = Object.entries(given).flatMap(([name, value]) =>
    value === undefined || value === false ? [] : [value === true ? html`${name}` : html`${name}="${value}"`],
  );
  return around(
    { id, label, help, faults },
    (described) => html`<input id="${id}" name="${id}" ${spaced(attributes)} ${described} />`,
  );
}

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export function select(
  { id, label, help, faults = [] }: Omit<Field, "input">,
  choices: readonly Choice[],
  chosen: string,
): Html {
  return around(
    { id, label, help, faults },
    (described) =>
      html`<select id="${id}" name="${id}" ${described}>
        ${choices.map(({ value, text }) => html`<option value="${value}" ${value === chosen ? "selected" : ""}>${text}</option>`)}
      </select>`,
  );
}

const spaced = (parts: readonly Html[]): Html => html`${parts.map((one) => html` ${one}`)}`;

function around(
  { id, label, help, faults }: Required<Omit<Field, "input" | "help">> & { help?: string | undefined },
  control: (described: Html) => Html,
): Html {
  const own = faults.filter((one) => one.field === id);
  const ids = [...(own.length > 0 ? [`${id}-fault`] : []), ...(help === undefined ? [] : [`${id}-help`])].join(" ");
  const described = html`${own.length > 0 ? raw('aria-invalid="true"') : ""}
  ${ids === "" ? "" : html`aria-describedby="${ids}"`}`;
  return html`<div class="field">
    <label for="${id}">${label}</label>
    ${own.length === 0 ? "" : html`<p class="fault" id="${id}-fault">${own.map(({ text }) => text).join(" ")}</p>`}
    ${control(described)} ${help === undefined ? "" : html`<p class="hint" id="${id}-help">${help}</p>`}
  </div>`;
}
