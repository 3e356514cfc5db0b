/** Changes the contacts of a region one by one: checked as a table, written with their entry in the audit log, both or neither. */
import * as z from "zod";
import { Contact } from "../../../domain/region/contacts.ts";
import { contactChecks } from "../../../domain/region/checks/contacts.ts";
import { hasErrors, type Problem } from "../../../domain/problem.ts";
import { parseTables } from "../../../domain/region/parseTables.ts";
import type { RawRow } from "../../../domain/region/rawRegion.ts";
import { asJson } from "../../ports/store.ts";
import { append } from "../audit/append.ts";
import type { Ports } from "../ports.ts";
import { key } from "../records/keys.ts";
import { readIndex } from "../records/region.ts";
import type { ContactProblem } from "./contactForm.ts";

export interface HeldContacts {
  readonly contacts: readonly Contact[];
  /** Whoever changes them names it: 0 while there are none. */
  readonly version: number;
}

export async function heldContacts({ store }: Pick<Ports, "store">, region: string): Promise<HeldContacts> {
  const item = await store.get(key.contacts(region));
  const { contacts } = (item?.data ?? { contacts: [] }) as unknown as { contacts: Contact[] };
  return { contacts, version: item?.version ?? 0 };
}

export type ContactEvent = "added" | "changed" | "removed" | "deputyAdded" | "deputyEnded";

export interface ContactChange {
  readonly region: string;
  /** Of the contacts as they were shown. */
  readonly version: number;
  /** Subject. */
  readonly by: string;
  readonly event: ContactEvent;
  /** Id of whom it is about. */
  readonly about: string;
  readonly next: readonly Contact[];
}

/** @returns what hinders it; nothing when it is written */
export async function changeContacts(
  { store, clock }: Pick<Ports, "store" | "clock">,
  { region, version, by, event, about, next }: ContactChange,
): Promise<readonly ContactProblem[]> {
  const { municipalities } = await readIndex(store, region);
  const problems = contactProblems(
    next,
    municipalities.map(({ ags }) => ags),
  );
  if (problems.length > 0) return problems;
  const put = { ...key.contacts(region), data: asJson({ contacts: next }) };
  const { deputyOf, deputyFrom, deputyUntil, role, municipalityAgs } = next.find(({ id }) => id === about) ?? {};
  // People stand in the log by role and id; who they are is in no log.
  const data = z
    .record(z.string(), z.string())
    .parse(JSON.parse(JSON.stringify({ by, role, ags: municipalityAgs, deputyOf, deputyFrom, deputyUntil })));
  const content = { kind: `contact.${event}`, subject: `contacts/${about}`, data };
  const also = [{ put, expected: version === 0 ? ("absent" as const) : version }];
  const outcome = await append({ store, clock }, region, content, { also });
  return outcome.kind === "appended" ? [] : ["stale"];
}

/** By the rules of contacts.csv. */
function contactProblems(contacts: readonly Contact[], municipalities: readonly string[]): ContactProblem[] {
  const rows = contacts.map((contact, i): RawRow => ({ row: i + 2, cells: { ...contact } }));
  const { tables } = parseTables({
    tables: { contacts: rows },
    documents: { settings: undefined, emissionFactors: undefined },
  });
  const draft = {
    ...{
      tables,
      present: new Set(["contacts" as const]),
      settings: null,
      boundingBox: null,
      emissionFactors: null,
      now: "",
    },
  };
  const found = contactChecks.flatMap((check) => check(draft)).filter((one) => hasErrors([one]));
  const strangers = contacts.some(({ municipalityAgs: ags }) => ags !== undefined && !municipalities.includes(ags));
  return [...new Set([...found.map(problemOf), ...(strangers ? ["municipality" as const] : [])])];
}

function problemOf({ code, place, cause }: Problem): ContactProblem {
  if (code === "contact.municipality") return "municipality";
  if (code === "contact.vehicle") return "vehicle";
  if (code === "contact.facility") return "facility";
  if (code === "contact.duplicate") return "duplicate";
  if (place.field === "deputyOf" && cause.includes("last day")) return "order";
  return "hasDeputies";
}

/** A row of contacts.csv from what was filled in, or every fault of it. */
export function contactOf(
  given: Readonly<Record<string, string>>,
  before: Contact | undefined,
): { readonly contact: Contact } | { readonly problems: readonly ContactProblem[] } {
  const text = (name: string): string | undefined => {
    const value = (given[name] ?? "").trim();
    return value === "" ? undefined : value;
  };
  const row = {
    ...{ source: "auf der Seite der Verwaltung eingetragen", verified: true },
    ...before,
    ...{ id: text("id") ?? "", role: text("role"), name: text("name") ?? "", email: text("email") ?? "" },
    ...{
      municipalityAgs: text("municipality"),
      vehicleId: text("vehicle"),
      facilityId: text("facility"),
      codeEmail: text("codeEmail"),
      language: text("language"),
    },
    ...("from" in given ? { deputyFrom: text("from"), deputyUntil: text("until"), deputyOf: text("deputyOf") } : {}),
  };
  const parsed = Contact.safeParse(row);
  if (parsed.success) return { contact: parsed.data };
  const fields = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
  const NAMES: Readonly<Record<string, ContactProblem>> = {
    ...{
      id: "id",
      name: "name",
      email: "email",
      codeEmail: "codeEmail",
      municipalityAgs: "municipality",
      vehicleId: "vehicle",
      facilityId: "facility",
    },
    ...{ deputyFrom: "from", deputyUntil: "until", role: "region", language: "region", deputyOf: "region" },
  };
  return { problems: [...new Set([...fields].map((field) => NAMES[field] ?? "region"))] };
}
