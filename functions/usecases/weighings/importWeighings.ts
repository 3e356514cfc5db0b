/**
 * Takes the file of a weighbridge. Every row has a fate: taken, known already, or in the work list; in whatever order files come and
 * however often. What is killed in between has taken some rows whole and the others not at all; sent again it goes on.
 */
import type { MappingProfile } from "../../../domain/settlement/profile.ts";
import type { Ticket } from "../../../domain/settlement/weighing.ts";
import { localDate } from "../../../domain/localTime.ts";
import { canonicalJson } from "../../../domain/canonicalJson.ts";
import { asJson, type Store, type Write } from "../../ports/store.ts";
import type { Ports } from "../ports.ts";
import { sha256 } from "../sha256.ts";
import type { TicketRow } from "./readTicketFile.ts";
import { findWeighing, weighingKey, type FoundWeighing, type StuckRecord } from "./records.ts";

export const ROW_FATES = ["taken", "known", "contradiction", "stuck"] as const;
export type RowFate = (typeof ROW_FATES)[number];

export interface ImportedRow {
  readonly row: number;
  readonly fate: RowFate;
  readonly ticketId: string | null;
  /** German; empty for what was taken. */
  readonly cause: string;
}

export interface ImportOptions {
  readonly region: string;
  readonly by: string;
  readonly profile: MappingProfile;
  /** Says what would become of the rows and writes nothing. */
  readonly dry: boolean;
}

/** Two items each, in one transaction: so many tickets go together. */
const TICKETS_AT_ONCE = 40;

export async function importWeighings(
  { store, clock }: Pick<Ports, "store" | "clock">,
  rows: readonly TicketRow[],
  options: ImportOptions,
): Promise<ImportedRow[]> {
  const now = clock.now();
  const fates: ImportedRow[] = [];
  for (let i = 0; i < rows.length; i += TICKETS_AT_ONCE) {
    const batch = rows.slice(i, i + TICKETS_AT_ONCE);
    fates.push(...(await takeBatch(store, batch, options, now)));
  }
  return fates;
}

async function takeBatch(
  store: Store,
  rows: readonly TicketRow[],
  options: ImportOptions,
  now: string,
): Promise<ImportedRow[]> {
  for (;;) {
    const seen = new Map<string, Ticket>();
    const judged = [];
    for (const row of rows) judged.push(await judge(store, row, seen, options, now));
    const writes = judged.flatMap(({ write }) => write);
    // The same fault twice in a file is kept once.
    const unique = [...new Map(writes.map((write) => [keyOf(write), write])).values()];
    if (options.dry || unique.length === 0) return judged.map(({ fate }) => fate);
    const outcome = await store.transact(unique);
    // Somebody else took one of them meanwhile: look again.
    if (outcome.status === "written") return judged.map(({ fate }) => fate);
  }
}

const keyOf = (write: Write): string => ("put" in write ? `${write.put.pk} ${write.put.sk}` : "");

interface Judged {
  readonly fate: ImportedRow;
  readonly write: readonly Write[];
}

async function judge(
  store: Store,
  one: TicketRow,
  seen: Map<string, Ticket>,
  options: ImportOptions,
  now: string,
): Promise<Judged> {
  const { row, file, mapped } = one;
  const origin = { file, row, profile: options.profile.id };
  if (mapped.kind === "problems") {
    const causes = mapped.problems.map(({ cause }) => cause);
    const actions = mapped.problems.map(({ action }) => action);
    const id = `row-${sha256(canonicalJson({ profile: options.profile.id, cells: one.cells })).slice(0, 32)}`;
    const record: StuckRecord = {
      kind: "row",
      id,
      origin,
      cells: { ...one.cells },
      causes,
      actions,
      at: now,
      by: options.by,
      resolved: null,
    };
    const fate = { row, fate: "stuck" as const, ticketId: null, cause: causes.join(" ") };
    return { fate, write: await stuckWrite(store, options.region, record) };
  }
  const { ticket } = mapped;
  const kept = seen.has(ticket.id) ? undefined : await findWeighing(store, options.region, ticket.id);
  const before = seen.get(ticket.id) ?? kept?.weighing.ticket;
  if (before === undefined) {
    seen.set(ticket.id, ticket);
    return {
      fate: { row, fate: "taken", ticketId: ticket.id, cause: "" },
      write: ticketWrites(ticket, origin, options, now),
    };
  }
  const fields = differing(before, ticket);
  if (fields.length === 0) {
    const fate = { row, fate: "known" as const, ticketId: ticket.id, cause: "Schon eingelesen." };
    return { fate, write: kept === undefined ? [] : learnt(kept, ticket, options.region) };
  }
  const id = `twin-${sha256(canonicalJson(ticket)).slice(0, 32)}`;
  const record: StuckRecord = {
    kind: "contradiction",
    id,
    origin,
    ticket,
    fields,
    at: now,
    by: options.by,
    resolved: null,
  };
  const cause = `Schein ${ticket.number} (${ticket.weighbridge}) gibt es schon mit anderem Inhalt: ${fields.join(", ")}.`;
  return {
    fate: { row, fate: "contradiction", ticketId: ticket.id, cause },
    write: await stuckWrite(store, options.region, record),
  };
}

function ticketWrites(
  ticket: Ticket,
  origin: StuckRecord["origin"],
  { region, by }: ImportOptions,
  now: string,
): Write[] {
  const weighing = {
    ...{ schema: "gruenverbund/weighing/1", ticket, importedAt: now, importedBy: by, origin },
    ...{ decisions: [], askedAt: null, photo: null },
  };
  const date = localDate(ticket.weighedAt);
  return [
    { put: { ...weighingKey.ticket(region, ticket.id), data: { date } }, expected: "absent" },
    { put: { ...weighingKey.weighing(region, ticket), data: asJson(weighing) }, expected: "absent" },
  ];
}

const NAMES = ["facilityId", "vehicleId", "storageId", "fraction", "form"] as const;

/** What a better profile knows now and was not known before; what was known stays. */
function learnt({ weighing, version }: FoundWeighing, ticket: Ticket, region: string): Write[] {
  const filled = NAMES.filter((name) => weighing.ticket[name] === null && ticket[name] !== null);
  if (filled.length === 0) return [];
  const next = { ...weighing.ticket, ...Object.fromEntries(filled.map((name) => [name, ticket[name]])) };
  const data = asJson({ ...weighing, ticket: next });
  return [{ put: { ...weighingKey.weighing(region, weighing.ticket), data }, expected: version }];
}

/** Kept once, whether it is still open or was dealt with. */
async function stuckWrite(store: Store, region: string, record: StuckRecord): Promise<Write[]> {
  const key = weighingKey.stuck(region, record.id);
  return (await store.get(key)) === undefined ? [{ put: { ...key, data: asJson(record) }, expected: "absent" }] : [];
}

/** What the paper says; which of our ids it stands for may have been learnt since. */
const PAPER = ["number", "weighbridge", "weighedAt", "grossKg", "tareKg", "netKg", "vehicle", "refused"] as const;

const differing = (a: Ticket, b: Ticket): string[] =>
  PAPER.filter((field) =>
    field === "weighedAt" ? Date.parse(a.weighedAt) !== Date.parse(b.weighedAt) : a[field] !== b[field],
  );
