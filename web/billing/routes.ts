/**
 * `/abrechnung/{region}/rechnungsangaben`: under which names, addresses and accounts the municipalities write bills and book. For
 * finance and administration; whoever counts for one municipality keeps its details alone.
 */
import type { Hono } from "hono";
import { BILLING_WRITERS, reaches, reachOf, type Reach } from "../../domain/access.ts";
import { DEFAULT_PROFILES } from "../../domain/billing/profile.ts";
import {
  billingAt,
  changeBilling,
  keptBilling,
  profileFor,
  stateOf,
  type BillingPart,
  type BillingPlace,
} from "../../functions/usecases/documents/readBilling.ts";
import { readIndex } from "../../functions/usecases/records/region.ts";
import type { Html } from "../page.ts";
import { pathOf, ROOT, type Seated, type SettlementPorts, type SettlementSeat } from "../settlement/seat.ts";
import { PARTY_FIELDS } from "./fields.ts";
import { FORMATS, listPage, partyPage, profilePage, type Format, type FormState } from "./pages.ts";
import {
  partyTyped,
  PROFILE_NAMES,
  profileTyped,
  readParty,
  readProfile,
  readTerms,
  TERMS_NAMES,
  typedOf,
  type Read,
  type Typed,
} from "./readForms.ts";
import { billingSpeech, type BillingSpeech } from "./words/index.ts";

export const BILLING = "rechnungsangaben";

/** A form of the pages: where its content stands, how it is shown, and how it is read. */
interface Form {
  readonly title: string;
  readonly place: BillingPlace;
  readonly names: readonly string[];
  typed(value: BillingPart["value"]): Typed;
  read(typed: Typed): Read<NonNullable<BillingPart["value"]>>;
  page(state: FormState): Html | Promise<Html>;
}

export function addBilling(app: Hono, ports: SettlementPorts, seated: Seated): void {
  const path = `${ROOT}/:region/${BILLING}`;

  const openForm = async (seat: SettlementSeat): Promise<Form | undefined> => {
    const reach = reachOf(seat.person, seat.region.id, BILLING_WRITERS);
    const all = (await readIndex(ports.store, seat.region.id)).municipalities;
    const municipalities = all.filter(({ ags }) => reaches(reach, [ags]));
    if (municipalities.length === 0) return undefined;
    const [who, format] = [seat.c.req.param("who"), seat.c.req.param("format")];
    const speech = billingSpeech(seat.speech.language);
    const { billing } = await keptBilling(ports, seat.region.id);
    if (who === undefined) return termsForm(seat, { billing, municipalities, reach }, speech);
    const found = municipalities.find(({ ags }) => ags === who);
    if (format === undefined) return found && partyForm({ ...found, billing }, speech);
    const known = FORMATS.find((one) => one === format);
    if (known === undefined || (found === undefined && (who !== "alle" || reach.kind !== "region"))) return undefined;
    return profileForm(seat, { billing, found, format: known }, speech);
  };

  const show = async (
    seat: SettlementSeat,
    form: Form,
    more: Partial<FormState> = {},
    status = 200,
  ): Promise<Response> => {
    const { billing } = await keptBilling(ports, seat.region.id);
    const now = billingAt(billing, form.place);
    const state = {
      base: pathOf(seat.region.id, BILLING),
      csrf: seat.csrf,
      seen: stateOf(now),
      typed: form.typed(now),
    };
    return seat.show({ title: form.title, main: await form.page({ ...state, faults: [], ...more }) }, status);
  };

  const get = seated(async (seat) => {
    const form = await openForm(seat);
    return form === undefined ? seat.unknown() : show(seat, form);
  });

  const post = seated(async (seat) => {
    const form = await openForm(seat);
    if (form === undefined) return seat.unknown();
    const posted = await seat.gate.read(seat.c, seat.about);
    if (posted.kind !== "form" || !("fields" in posted))
      return show(seat, form, { faults: [{ text: seat.speech.words.refused[posted.kind] }] }, 403);
    const { fields } = posted;
    const typed = typedOf(fields, form.names);
    const removes = form.place.kind === "profile" && fields.get("was") === "entfernen";
    const read = removes ? { ok: true as const, value: undefined } : form.read(typed);
    const seen = fields.get("stand") ?? "";
    if (!read.ok) return show(seat, form, { typed, seen, faults: read.faults }, 422);
    const part = { ...form.place, value: read.value } as BillingPart;
    const by = seat.person.subject;
    if (!(await changeBilling(ports, seat.region.id, part, { by, seen })))
      return show(seat, form, { typed, conflict: await standing(seat, form) }, 409);
    return seat.leave(`${BILLING}?erledigt=${removes ? "removed" : "saved"}`);
  });

  /** What stands there now, as it was typed. */
  const standing = async (seat: SettlementSeat, form: Form): Promise<string[]> => {
    const now = form.typed(billingAt((await keptBilling(ports, seat.region.id)).billing, form.place));
    return form.names.flatMap((name) => (now[name] === undefined || now[name] === "" ? [] : [now[name]]));
  };

  for (const one of [path, `${path}/:who`, `${path}/:who/:format`]) {
    app.get(one, get);
    app.post(one, post);
  }
}

type Details = Awaited<ReturnType<typeof keptBilling>>["billing"];
interface Municipality {
  readonly ags: string;
  readonly name: string;
}

function termsForm(
  { c }: SettlementSeat,
  { billing, municipalities, reach }: { billing: Details; municipalities: readonly Municipality[]; reach: Reach },
  speech: BillingSpeech,
): Form | undefined {
  const whole = reach.kind === "region";
  if (c.req.method === "POST" && !whole) return undefined;
  const list = { municipalities, billing, whole, done: c.req.query("erledigt") };
  return {
    ...{ title: speech.words.title, place: { kind: "terms" }, names: TERMS_NAMES },
    typed: (value) => {
      const { paymentDays = 30, synthetic = "" } = (value ?? {}) as { paymentDays?: number; synthetic?: string };
      return { paymentDays: String(paymentDays), synthetic };
    },
    read: (typed) => readTerms(typed, speech.words),
    page: (state) => listPage(list, state, speech),
  };
}

function partyForm({ ags, name, billing }: Municipality & { billing: Details }, speech: BillingSpeech): Form {
  return {
    ...{ title: speech.words.party.head(name), place: { kind: "party", ags }, names: PARTY_FIELDS },
    typed: (value) => partyTyped(value as Parameters<typeof partyTyped>[0], name),
    read: (typed) => readParty(ags, typed, speech.words),
    page: (state) => partyPage({ ags, name, billing }, state, speech),
  };
}

function profileForm(
  { speech: { words: settlement } }: SettlementSeat,
  { billing, found, format }: { billing: Details; found: Municipality | undefined; format: Format },
  speech: BillingSpeech,
): Form {
  const { profile } = speech.words;
  const ags = found?.ags;
  const place: BillingPlace = { kind: "profile", format, ags };
  // Where there is none of its own, the form begins with what holds for it now.
  const base = profileFor(billing, ags ?? "", format) ?? DEFAULT_PROFILES.find((one) => one.format === format)!;
  const view = {
    ...{ ags, name: found?.name ?? profile.all, format, lines: settlement.lines },
    own: billingAt(billing, place) !== undefined,
  };
  return {
    ...{ title: `${profile.head(profile.formats[format])}: ${view.name}`, place, names: PROFILE_NAMES },
    typed: (value) => profileTyped((value as typeof base | undefined) ?? base),
    read: (typed) => readProfile(base, ags, typed, speech.words),
    page: (state) => profilePage(view, state, speech),
  };
}
