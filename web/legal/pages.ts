/** Accessibility statement, privacy and imprint: templates that the operator's settings fill; what is missing is marked. */
import { html } from "hono/html";
import type { NeededField, Operator } from "../../domain/operator.ts";
import { KEPT, RETENTION, type Home, type Term } from "../../domain/retention.ts";
import { openTable } from "../open/table.ts";
import type { Html, PageParts } from "../page.ts";
import { LEGAL_PATHS } from "./paths.ts";
import type { LegalSection, LegalSpeech, LegalWords } from "./words/index.ts";

export interface LegalFacts {
  readonly operator: Operator;
  readonly home: Home;
}

export interface LegalPage {
  readonly path: string;
  readonly render: (facts: LegalFacts, speech: LegalSpeech) => PageParts;
}

export const LEGAL_PAGES: readonly LegalPage[] = [
  { path: LEGAL_PATHS.accessibility, render: accessibility },
  { path: LEGAL_PATHS.privacy, render: privacy },
  { path: LEGAL_PATHS.imprint, render: imprint },
];

type Field = NeededField | "vatId";

const RESPONSIBLE = ["name", "street", "city", "representative", "email", "phone"] as const;
const OF_IMPRINT = ["supervisor", "editor", "hosting"] as const;
const OF_PRIVACY = ["dataProtectionOfficer", "dataProtectionEmail", "dataProtectionAuthority", "hosting"] as const;

function imprint({ operator }: LegalFacts, { words }: LegalSpeech): PageParts {
  const { title, provider, responsible, sources } = words.imprint;
  const vatId: readonly Field[] = operator.vatId === undefined ? [] : ["vatId"];
  const main = html`<h1>${title}</h1>
    ${templateNote(operator, [...RESPONSIBLE, ...OF_IMPRINT], words)}
    <h2>${provider}</h2>
    ${record([...RESPONSIBLE, ...vatId], operator, words)}
    <h2>${responsible}</h2>
    ${record(OF_IMPRINT, operator, words)} ${section(sources)}`;
  return { title, trail: html`${words.trail}`, main };
}

function privacy({ operator, home }: LegalFacts, { words }: LegalSpeech): PageParts {
  const { title, lead, responsible, sections, retention, rights } = words.privacy;
  const terms = RETENTION[home];
  const rows = KEPT.flatMap((kept) => {
    const term = terms[kept];
    return term === undefined ? [] : [[retention.rows[kept], termText(term, retention)]];
  });
  const main = html`<h1>${title}</h1>
    ${templateNote(operator, [...RESPONSIBLE, ...OF_PRIVACY], words)}
    <p class="lead">${lead}</p>
    <h2>${responsible}</h2>
    ${record([...RESPONSIBLE, ...OF_PRIVACY], operator, words)} ${sections.map(section)}
    <section aria-labelledby="aufbewahrung">
      <h2 id="aufbewahrung">${retention.head}</h2>
      ${openTable({ caption: retention.caption, heads: [retention.what, retention.term], rows, text: true })}
    </section>
    ${section(rights)}`;
  return { title, trail: html`${words.trail}`, main };
}

function accessibility({ operator }: LegalFacts, { words, figures }: LegalSpeech): PageParts {
  const { title, lead, state, limits, made, feedback, enforcement } = words.accessibility;
  const { accessibilityCheckedOn: checked } = operator;
  const dated: Operator =
    checked === undefined ? operator : { ...operator, accessibilityCheckedOn: figures.date(checked) };
  const bodies = ["accessibilityBody", "accessibilityBodyUrl"] as const;
  const main = html`<h1>${title}</h1>
    ${templateNote(operator, ["name", "accessibilityEmail", "accessibilityCheckedOn", ...bodies], words)}
    <p class="lead">${lead}</p>
    ${record(["name", "accessibilityCheckedOn"], dated, words)} ${section(state)}
    <section>
      <h2>${limits.head}</h2>
      <ul class="plain">
        ${limits.items.map((item) => html`<li>${item}</li>`)}
      </ul>
      <p>${made}</p>
    </section>
    ${section(feedback)} ${record(["accessibilityEmail", "phone"], operator, words)} ${section(enforcement)}
    ${record(bodies, operator, words)}`;
  return { title, trail: html`${words.trail}`, main };
}

function templateNote(operator: Operator, fields: readonly Field[], words: LegalWords): Html {
  if (fields.every((field) => operator[field] !== undefined)) return html``;
  return html`<p class="note" role="note">${words.template}</p>`;
}

function record(fields: readonly Field[], operator: Operator, words: LegalWords): Html {
  return html`<dl class="record">
    ${fields.map(
      (field) =>
        html`<dt>${words.fields[field]}</dt>
          <dd>${valueOf(operator[field], words)}</dd>`,
    )}
  </dl>`;
}

function valueOf(text: string | undefined, { toFill }: LegalWords): Html {
  if (text === undefined) return html`<span class="todo">${toFill}</span>`;
  if (text.startsWith("https://")) return html`<a href="${text}">${text}</a>`;
  return /^[^@\s]+@[^@\s]+$/.test(text)
    ? html`<a href="mailto:${text}">${text}</a>`
    : html`<span lang="de">${text}</span>`;
}

const section = ({ head, paragraphs }: LegalSection): Html =>
  html`<section>
    <h2>${head}</h2>
    ${paragraphs.map((text) => html`<p>${text}</p>`)}
  </section>`;

function termText(term: Term, words: LegalWords["privacy"]["retention"]): string {
  return "count" in term ? words[term.kind](term.count) : words[term.kind];
}
