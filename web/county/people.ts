/** Members and deputies. Pure: from contacts to markup. */
import { html } from "hono/html";
import type { People, ShownDeputy, ShownPasskey, ShownPerson } from "../../functions/usecases/county/people.ts";
import type { Html } from "../page.ts";
import { uploadSection } from "./contactsUpload.ts";
import { faultSummary, field, hidden, notice, select, type Fault } from "./frame.ts";
import { pathOf, type Shown } from "./seat.ts";
import { table } from "./table.ts";
import type { CountySpeech } from "./words/index.ts";

export interface PeopleView {
  readonly region: string;
  readonly csrf: string;
  readonly all: People;
  readonly said: string | undefined;
  /** Of the upload. */
  readonly faults: readonly Fault[];
}

export function peoplePage({ region, csrf, all, said, faults }: PeopleView, speech: CountySpeech): Shown {
  const { people, municipalities } = all;
  const { words } = speech;
  const groups = [
    ...municipalities.map(({ ags, name }) => ({ ags, name })),
    { ags: undefined, name: words.people.region },
  ];
  const main = html`<h1>${words.sections.mitglieder}</h1>
    <p class="lead">${words.people.lead}</p>
    ${notice(said)} ${faultSummary(faults, speech)}
    <p class="actions"><a class="button" href="${pathOf(region, "mitglieder/neu")}">${words.people.add}</a></p>
    ${groups.map(({ ags, name }) => {
      const here = people.filter(({ contact }) => contact.municipalityAgs === ags);
      return html`<section class="people" aria-labelledby="m-${ags ?? "region"}">
        <h2 id="m-${ags ?? "region"}">${name}</h2>
        ${here.length === 0 ? html`<p class="muted">${words.people.vacant}</p>` : peopleTable(region, name, here, speech)}
      </section>`;
    })}
    ${uploadSection({ region, csrf, faults }, speech)}`;
  return { head: words.sections.mitglieder, main };
}

const ORDER = ["mayor", "finance", "admin", "dispatcher", "driver", "plant", "yard"] as const;

function peopleTable(region: string, name: string, people: readonly ShownPerson[], speech: CountySpeech): Html {
  const { people: words, roles } = speech.words;
  const sorted = [...people].sort((a, b) => ORDER.indexOf(a.contact.role) - ORDER.indexOf(b.contact.role));
  const rows = sorted.map(({ contact, passkeys, returnedAt, deputies }) => [
    roles[contact.role],
    contact.name,
    html`<span>${contact.email}</span>
      ${returnedAt === null ? "" : html`<br /><span class="state is-warn">${words.returned(speech.figures.date(returnedAt.slice(0, 10)))}</span>`}`,
    words.languages[contact.language],
    html`${deputies.map((one) => html`<span>${one.contact.name}</span><small>${daysOf(one, speech)}</small>`)}`,
    speech.figures.number(passkeys),
    html`<a
      class="screen-only"
      href="${pathOf(region, `mitglieder/${contact.id}`)}"
      aria-label="${words.editOf(contact.name)}"
      >${words.edit}</a
    >`,
  ]);
  const { role, name: who, email, language, deputy, passkeys, action } = words.columns;
  return table({
    ...{ caption: words.caption(name), quiet: true, heads: [role, who, email, language, deputy, passkeys, action] },
    pressed: true,
    ...{ rows, numbers: [5] },
  });
}

export function daysOf({ contact }: ShownDeputy, { words, figures }: CountySpeech): string {
  const date = (day: string | undefined): string => (day === undefined ? "" : figures.date(day));
  return words.people.days(date(contact.deputyFrom), date(contact.deputyUntil));
}

export interface ContactView {
  readonly region: string;
  readonly csrf: string;
  readonly version: number;
  readonly municipalities: People["municipalities"];
  /** Ids of the region's vehicles. */
  readonly vehicles: readonly string[];
  /** Ids of its facilities. */
  readonly facilities: readonly string[];
  /** What the fields hold, by name. */
  readonly typed: Readonly<Record<string, string>>;
  /** What the fields for a new deputy hold. */
  readonly deputyTyped?: Readonly<Record<string, string>>;
  /** Null for a new contact. */
  readonly person: ShownPerson | null;
  readonly passkeys: readonly ShownPasskey[];
  readonly faults: readonly Fault[];
  readonly said?: string | undefined;
}

export function contactPage(view: ContactView, speech: CountySpeech): Shown {
  const { region, csrf, version, person, typed, faults } = view;
  const { people: words } = speech.words;
  const head = person === null ? words.form.newHead : words.form.head(person.contact.name);
  const path = pathOf(region, `mitglieder/${person === null ? "neu" : person.contact.id}`);
  const main = html`<h1>${head}</h1>
    ${notice(view.said)} ${faultSummary(faults, speech)}
    <form method="post" action="${path}" novalidate>
      ${hidden("csrf", csrf)} ${hidden("version", String(version))} ${fields(view, typed, speech)}
      <p class="actions">
        <button class="button" name="tun" value="speichern">${words.form.save}</button>
        <a class="button quiet" href="${pathOf(region, "mitglieder")}">${words.form.back}</a>
      </p>
    </form>
    ${person === null ? "" : html`${deputies(view, person, path, speech)} ${passkeyList(view, path, speech)} ${removal(view, path, speech)}`}`;
  return { head, main };
}

function fields(
  { municipalities, vehicles, facilities, person, faults }: ContactView,
  typed: Readonly<Record<string, string>>,
  speech: CountySpeech,
): Html {
  const { people: words, roles } = speech.words;
  const { form } = words;
  const towns = [
    { value: "", text: form.noMunicipality },
    ...municipalities.map(({ ags, name }) => ({ value: ags, text: name })),
  ];
  const text = (
    id: string,
    label: string,
    help: string | undefined,
    input: Record<string, string | boolean | number>,
  ) => field({ id, label, help, faults, input: { value: typed[id], ...input } });
  return html`<div class="fields">
    ${
      person === null
        ? text("id", form.id, form.idHelp, { required: true, maxlength: 100, autocomplete: "off", spellcheck: "false" })
        : ""
    }
    ${select(
      { id: "role", label: form.role, faults },
      Object.entries(roles).map(([value, name]) => ({ value, text: name })),
      typed["role"] ?? "mayor",
    )}
    ${select({ id: "municipality", label: form.municipality, faults }, towns, typed["municipality"] ?? "")}
    ${select({ id: "vehicle", label: form.vehicle, help: form.vehicleHelp, faults }, [{ value: "", text: form.noVehicle }, ...vehicles.map((value) => ({ value, text: value }))], typed["vehicle"] ?? "")}
    ${select({ id: "facility", label: form.facility, help: form.facilityHelp, faults }, [{ value: "", text: form.noFacility }, ...facilities.map((value) => ({ value, text: value }))], typed["facility"] ?? "")}
    ${text("name", form.name, undefined, { required: true, maxlength: 120, autocomplete: "off" })}
    ${text("email", form.email, undefined, { type: "email", required: true, maxlength: 254, autocomplete: "off" })}
    ${text("codeEmail", form.codeEmail, form.codeEmailHelp, { type: "email", maxlength: 254, autocomplete: "off" })}
    ${select(
      { id: "language", label: form.language, faults },
      Object.entries(words.languages).map(([value, name]) => ({ value, text: name })),
      typed["language"] ?? "de",
    )}
  </div>`;
}

function deputies(
  view: ContactView,
  { contact, deputies: list }: ShownPerson,
  path: string,
  speech: CountySpeech,
): Html {
  if (contact.role !== "mayor" && contact.role !== "finance") return html``;
  const { deputies: words, form, columns, days } = speech.words.people;
  const { csrf, version, faults, deputyTyped: typed = {} } = view;
  const rows = list.map((one) => [
    one.contact.name,
    one.contact.email,
    html`${daysOf(one, speech)}`,
    html`<span class="state ${one.state === "now" ? "is-good" : ""}">${words.states[one.state]}</span>`,
    one.state === "over"
      ? ""
      : html`<form method="post" action="${path}">
          ${hidden("csrf", csrf)} ${hidden("version", String(version))} ${hidden("vertretung", one.contact.id)}
          <button class="button quiet small" name="tun" value="beenden" aria-label="${words.endOf(one.contact.name)}">
            ${words.end}
          </button>
        </form>`,
  ]);
  const text = (
    id: string,
    label: string,
    help: string | undefined,
    input: Record<string, string | boolean | number>,
  ) => field({ id: `d-${id}`, label, help, faults, input: { value: typed[id], ...input } });
  return html`<section aria-labelledby="vertretung">
    <h2 id="vertretung">${words.head}</h2>
    <p>${words.lead}</p>
    ${list.length === 0 ? html`<p>${words.none}</p>` : table({ caption: words.caption, heads: [columns.name, columns.email, days("", ""), words.state, words.end].map((one, i) => (i === 2 ? `${words.from} – ${words.until}` : one)), rows, pressed: true })}
    <h3 class="screen-only">${words.addHead}</h3>
    <form method="post" action="${path}" novalidate class="screen-only">
      ${hidden("csrf", csrf)} ${hidden("version", String(version))}
      <div class="fields">
        ${text("id", form.id, form.idHelp, { required: true, maxlength: 100, autocomplete: "off", spellcheck: "false" })}
        ${text("name", form.name, undefined, { required: true, maxlength: 120, autocomplete: "off" })}
        ${text("email", form.email, undefined, { type: "email", required: true, maxlength: 254, autocomplete: "off" })}
        ${text("codeEmail", form.codeEmail, form.codeEmailHelp, { type: "email", maxlength: 254, autocomplete: "off" })}
        ${text("from", words.from, words.fromHelp, { type: "date" })}
        ${text("until", words.until, undefined, { type: "date" })}
      </div>
      <p class="actions"><button class="button quiet" name="tun" value="vertreten">${words.add}</button></p>
    </form>
  </section>`;
}

function passkeyList({ csrf, passkeys, person }: ContactView, path: string, speech: CountySpeech): Html {
  const { passkeys: words, columns } = speech.words.people;
  const { figures } = speech;
  if (person?.contact.role !== "mayor" && person?.contact.role !== "finance") return html``;
  const rows = passkeys.map(({ id, createdAt, lastUsedAt, stale }) => [
    html`${figures.moment(createdAt)}${stale ? html`<small>${words.stale}</small>` : ""}`,
    lastUsedAt === null ? words.never : figures.moment(lastUsedAt),
    html`<form method="post" action="${path}">
      ${hidden("csrf", csrf)} ${hidden("passkey", id)}
      <button
        class="button quiet small"
        name="tun"
        value="passkey"
        aria-label="${words.removeOf(figures.moment(createdAt))}"
      >
        ${words.remove}
      </button>
    </form>`,
  ]);
  return html`<section aria-labelledby="passkeys">
    <h2 id="passkeys">${words.head}</h2>
    <p>${words.lead}</p>
    ${passkeys.length === 0 ? html`<p>${words.none}</p>` : table({ caption: words.caption, heads: [words.created, words.used, columns.action], rows, pressed: true })}
  </section>`;
}

function removal({ csrf, version }: ContactView, path: string, { words: { people } }: CountySpeech): Html {
  return html`<section aria-labelledby="entfernen" class="screen-only">
    <h2 id="entfernen">${people.form.removeHead}</h2>
    <p>${people.form.removeLead}</p>
    <form method="post" action="${path}">
      ${hidden("csrf", csrf)} ${hidden("version", String(version))}
      <p class="actions"><button class="button grave" name="tun" value="entfernen">${people.form.remove}</button></p>
    </form>
  </section>`;
}
