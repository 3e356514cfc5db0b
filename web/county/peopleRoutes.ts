/** The routes of members and deputies. One form for each thing that may be done to a contact, told apart by its button. */
import type { Hono } from "hono";
import { addDays } from "../../domain/week.ts";
import { localDate } from "../../domain/localTime.ts";
import type { Contact } from "../../domain/region/contacts.ts";
import { ApiProblem } from "../../functions/usecases/apiProblem.ts";
import {
  changeContacts,
  contactOf,
  heldContacts,
  type ContactEvent,
} from "../../functions/usecases/county/changeContacts.ts";
import type { ContactProblem } from "../../functions/usecases/county/contactForm.ts";
import { passkeysOfContact, people } from "../../functions/usecases/county/people.ts";
import { masterState } from "../../functions/usecases/master/masterState.ts";
import { rowIds } from "../../functions/usecases/master/tables.ts";
import { addContactsUpload } from "./contactsUploadRoutes.ts";
import type { Fault } from "./frame.ts";
import { contactPage, peoplePage } from "./people.ts";
import { readForm } from "./posted.ts";
import { ROOT, type PageSeat, type PartOptions } from "./seat.ts";

type Typed = Readonly<Record<string, string>>;

export function addPeople(app: Hono, options: PartOptions): void {
  const { ports, forAdmin } = options;
  const path = `${ROOT}/:region/mitglieder`;

  /** The page of a contact with what was typed; null for a new one. */
  const shown = async (
    seat: PageSeat,
    id: string | null,
    more: {
      typed?: Typed;
      deputyTyped?: Typed;
      problems?: readonly ContactProblem[];
      text?: string;
      deputy?: boolean;
    } = {},
    status = 200,
  ): Promise<Response> => {
    const { region, csrf, speech, c } = seat;
    const all = await people(ports, region.id);
    const person = all.people.find(({ contact }) => contact.id === id) ?? null;
    if (id !== null && person === null) return seat.unknown();
    const { problems: said, notices } = speech.words.people;
    const faults: Fault[] = (more.problems ?? []).map((one) => {
      const at = FIELDS[one];
      return { ...(at === undefined ? {} : { field: more.deputy === true ? `d-${at}` : at }), text: said[one] };
    });
    if (more.text !== undefined) faults.push({ text: more.text });
    const done = c.req.query("erledigt") as keyof typeof notices | undefined;
    const view = {
      ...{ region: region.id, csrf, version: all.version, municipalities: all.municipalities, person, faults },
      ...(await choices(region.id)),
      passkeys: person === null ? [] : await passkeysOfContact(ports, region.id, person.contact),
      typed:
        more.typed ?? (person === null ? newOf(c.req.query("amt"), c.req.query("kommune")) : typedOf(person.contact)),
      said: done === undefined ? undefined : notices[done],
      ...(more.deputyTyped === undefined ? {} : { deputyTyped: more.deputyTyped }),
    };
    return seat.answer(contactPage(view, speech), status);
  };

  const list = async (seat: PageSeat, faults: readonly Fault[] = [], status = 200): Promise<Response> => {
    const { speech, c, region, csrf } = seat;
    const { notices } = speech.words.people;
    const done = c.req.query("erledigt") as keyof typeof notices | undefined;
    const said = done === undefined ? undefined : notices[done];
    const all = await people(ports, region.id);
    return seat.answer(peoplePage({ region: region.id, csrf, all, said, faults }, speech), status);
  };

  app.get(
    path,
    forAdmin("mitglieder", (seat) => list(seat)),
  );
  // Before what is told apart by the id of a contact.
  addContactsUpload(app, options, list);
  app.get(
    `${path}/neu`,
    forAdmin("mitglieder", (seat) => shown(seat, null)),
  );
  app.get(
    `${path}/:contact`,
    forAdmin("mitglieder", (seat) => shown(seat, seat.c.req.param("contact") ?? "")),
  );

  app.post(
    `${path}/neu`,
    forAdmin("mitglieder", async (seat) => {
      const form = await readForm(seat);
      if (!form.ok) return shown(seat, null, { text: form.cause }, 403);
      const typed = Object.fromEntries(form.fields);
      const { contacts } = await heldContacts(ports, seat.region.id);
      const made = contactOf(typed, undefined);
      const taken: ContactProblem[] =
        contacts.some(({ id }) => id === typed["id"]?.trim()) || RESERVED.has(typed["id"] ?? "") ? ["idTaken"] : [];
      const problems = "problems" in made ? [...made.problems, ...taken] : taken;
      if (!("contact" in made) || problems.length > 0) return shown(seat, null, { typed, problems }, 422);
      const { contact } = made;
      const found = await write(seat, typed, { event: "added", about: contact.id, next: [...contacts, contact] });
      return found.length > 0
        ? shown(seat, null, { typed, problems: found }, 422)
        : seat.leave("mitglieder?erledigt=added");
    }),
  );

  app.post(
    `${path}/:contact`,
    forAdmin("mitglieder", async (seat) => {
      const id = seat.c.req.param("contact") ?? "";
      const form = await readForm(seat);
      if (!form.ok) return shown(seat, id, { text: form.cause }, 403);
      const { contacts } = await heldContacts(ports, seat.region.id);
      const contact = contacts.find((one) => one.id === id);
      if (contact === undefined) return seat.unknown();
      const typed = Object.fromEntries(form.fields);
      const does = DOES[typed["tun"] ?? ""];
      return does === undefined ? seat.unknown() : does({ seat, typed, contact, contacts });
    }),
  );

  interface Doing {
    readonly seat: PageSeat;
    readonly typed: Typed;
    readonly contact: Contact;
    readonly contacts: readonly Contact[];
  }
  const DOES: Readonly<Record<string, (doing: Doing) => Promise<Response>>> = {
    async speichern({ seat, typed, contact, contacts }) {
      const made = contactOf({ ...typed, id: contact.id }, contact);
      if ("problems" in made) return shown(seat, contact.id, { typed, problems: made.problems }, 422);
      const next = contacts.map((one) => (one.id === contact.id ? made.contact : one));
      const problems = await write(seat, typed, { event: "changed", about: contact.id, next });
      if (problems.length > 0) return shown(seat, contact.id, { typed, problems }, 422);
      return seat.leave(`mitglieder/${contact.id}?erledigt=saved`);
    },
    async entfernen({ seat, typed, contact, contacts }) {
      const next = contacts.filter((one) => one.id !== contact.id);
      const problems = await write(seat, typed, { event: "removed", about: contact.id, next });
      if (problems.length > 0) return shown(seat, contact.id, { problems }, 422);
      return seat.leave("mitglieder?erledigt=removed");
    },
    async vertreten({ seat, typed, contact, contacts }) {
      const { role, municipalityAgs = "", language } = contact;
      const made = contactOf(
        { ...typed, role, municipality: municipalityAgs, language, deputyOf: contact.id },
        undefined,
      );
      const problems: ContactProblem[] = "problems" in made ? [...made.problems] : [];
      if (contacts.some(({ id }) => id === typed["id"]?.trim()) || RESERVED.has(typed["id"] ?? ""))
        problems.push("idTaken");
      if ("contact" in made) problems.push(...dayProblems(made.contact, localDate(ports.clock.now())));
      const refused = (all: readonly ContactProblem[]) =>
        shown(seat, contact.id, { deputyTyped: typed, problems: all, deputy: true }, 422);
      if (!("contact" in made) || problems.length > 0) return refused(problems);
      const next = [...contacts, made.contact];
      const found = await write(seat, typed, { event: "deputyAdded", about: made.contact.id, next });
      return found.length > 0 ? refused(found) : seat.leave(`mitglieder/${contact.id}?erledigt=deputyAdded`);
    },
    /** From tomorrow on nobody stands in; one that has not begun never does. */
    async beenden({ seat, typed, contact, contacts }) {
      const deputy = contacts.find(({ id, deputyOf }) => id === typed["vertretung"] && deputyOf === contact.id);
      if (deputy === undefined) return seat.unknown();
      const today = localDate(ports.clock.now());
      const begun = deputy.deputyFrom === undefined || deputy.deputyFrom < today;
      const ended = { ...deputy, deputyUntil: addDays(today, -1) };
      const next = contacts.flatMap((one) => (one.id !== deputy.id ? [one] : begun ? [ended] : []));
      const problems = await write(seat, typed, { event: "deputyEnded", about: deputy.id, next });
      if (problems.length > 0) return shown(seat, contact.id, { problems }, 422);
      return seat.leave(`mitglieder/${contact.id}?erledigt=deputyEnded`);
    },
    async passkey({ seat, typed, contact }) {
      const { region, person } = seat;
      const { removePasskey } = await import("../../functions/usecases/agreements/passkeys/removePasskey.ts");
      const removal = { region: region.id, contactId: contact.id, passkey: typed["passkey"] ?? "", by: person.subject };
      try {
        await removePasskey(ports, { ...removal, reach: { kind: "region" } });
      } catch (error) {
        // Gone already is as was wanted.
        if (!(error instanceof ApiProblem) || error.status !== 404) throw error;
      }
      return seat.leave(`mitglieder/${contact.id}?erledigt=passkeyRemoved`);
    },
  };

  /** What a contact may belong to. */
  async function choices(region: string): Promise<Record<"vehicles" | "facilities", readonly string[]>> {
    const state = await masterState(ports, region);
    return { vehicles: rowIds(state, "vehicles.csv"), facilities: rowIds(state, "facilities.csv") };
  }

  async function write(
    { region, person }: PageSeat,
    typed: Typed,
    change: { readonly event: ContactEvent; readonly about: string; readonly next: readonly Contact[] },
  ): Promise<readonly ContactProblem[]> {
    const version = /^\d{1,9}$/.test(typed["version"] ?? "") ? Number(typed["version"]) : -1;
    const { vehicleId, facilityId } = change.next.find(({ id }) => id === change.about) ?? {};
    if (vehicleId !== undefined || facilityId !== undefined) {
      const { vehicles, facilities } = await choices(region.id);
      if (vehicleId !== undefined && !vehicles.includes(vehicleId)) return ["vehicle"];
      if (facilityId !== undefined && !facilities.includes(facilityId)) return ["facility"];
    }
    return changeContacts(ports, { region: region.id, by: person.subject, version, ...change });
  }
}

/** Ids that are pages. */
const RESERVED: ReadonlySet<string> = new Set(["neu", "datei"]);

/** Which field a fault belongs to. */
const FIELDS: Readonly<Partial<Record<ContactProblem, string>>> = {
  ...{ id: "id", idTaken: "id", name: "name", email: "email", duplicate: "email", codeEmail: "codeEmail" },
  ...{
    municipality: "municipality",
    vehicle: "vehicle",
    facility: "facility",
    hasDeputies: "role",
    from: "from",
    until: "until",
    order: "until",
    past: "until",
  },
};

function dayProblems({ deputyFrom, deputyUntil }: Contact, today: string): ContactProblem[] {
  if (deputyUntil === undefined) return [];
  if (deputyFrom !== undefined && deputyFrom > deputyUntil) return ["order"];
  return deputyUntil < today ? ["past"] : [];
}

const typedOf = ({
  role,
  municipalityAgs,
  vehicleId,
  facilityId,
  name,
  email,
  codeEmail,
  language,
}: Contact): Typed => ({
  ...{
    role,
    municipality: municipalityAgs ?? "",
    vehicle: vehicleId ?? "",
    facility: facilityId ?? "",
    name,
    email,
    codeEmail: codeEmail ?? "",
    language,
  },
});

const newOf = (role = "mayor", municipality = ""): Typed => ({ role, municipality, language: "de" });
