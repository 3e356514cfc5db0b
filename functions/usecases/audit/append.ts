/**
 * Writes a decision down for ever. Entry, head and whatever else belongs to the decision go through in one transaction: there is
 * neither an entry without its decision nor, with `also`, a decision without its entry.
 */
import { setTimeout as pause } from "node:timers/promises";
import { nextEntry, headOf, type AuditContent, type AuditEntry, type AuditHead } from "../../../domain/audit/entry.ts";
import { asJson, type Store, type Write } from "../../ports/store.ts";
import type { Ports } from "../ports.ts";
import { sha256 } from "../sha256.ts";
import { auditKey } from "./records.ts";

export interface AppendOptions {
  /** Names the decision: a second call with the same name writes nothing and gives the entry of the first. */
  readonly once?: string;
  /** Writes of the decision itself, in the same transaction; none of the log's own keys. */
  readonly also?: readonly Write[];
}

export type AppendOutcome =
  | { readonly kind: "appended"; readonly entry: AuditEntry }
  /** It was written down before; `also` was not written now. */
  | { readonly kind: "known"; readonly entry: AuditEntry }
  /** The write `also[at]` met something else than it expected; nothing was written. */
  | { readonly kind: "conflict"; readonly at: number };

/** Others may be faster so often; with the pauses, far more writers than a region ever has at once. */
const MOST_ATTEMPTS = 100;
const MOST_PAUSE_MS = 500;

/** Those of one process stand in line for a region: they would only get in one another's way. */
const lines = new WeakMap<Store, Map<string, Promise<unknown>>>();

/**
 * @throws z.ZodError when the content is not fit for the log (domain/audit/entry.ts)
 * @throws Error when others were faster all the time; nothing was written then
 */
export function append(
  ports: Pick<Ports, "store" | "clock">,
  region: string,
  content: AuditContent,
  options: AppendOptions = {},
): Promise<AppendOutcome> {
  const line = lines.get(ports.store) ?? new Map<string, Promise<unknown>>();
  lines.set(ports.store, line);
  const mine = (line.get(region) ?? Promise.resolve()).then(() => appendNow(ports, region, content, options));
  const settled = mine.catch(() => undefined).finally(() => line.get(region) === settled && line.delete(region));
  line.set(region, settled);
  return mine;
}

async function appendNow(
  { store, clock }: Pick<Ports, "store" | "clock">,
  region: string,
  content: AuditContent,
  { once, also = [] }: AppendOptions,
): Promise<AppendOutcome> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    if (once !== undefined) {
      const known = await entryOnce(store, region, once);
      if (known !== undefined) return { kind: "known", entry: known };
    }
    const head = await store.get(auditKey.head(region));
    const entry = nextEntry(
      head?.data as unknown as AuditHead | undefined,
      { ...content, region, at: clock.now() },
      sha256,
    );
    const own: Write[] = [
      { put: { ...auditKey.head(region), data: asJson(headOf(entry)) }, expected: head?.version ?? "absent" },
      { put: { ...auditKey.entry(region, entry.seq), data: asJson(entry) }, expected: "absent" },
    ];
    if (once !== undefined) own.push({ put: { ...auditKey.once(region, once), data: entry.seq }, expected: "absent" });
    const outcome = await store.transact([...own, ...also]);
    if (outcome.status === "written") return { kind: "appended", entry };
    if (outcome.at >= own.length) return { kind: "conflict", at: outcome.at - own.length };
    // Chance, so that those who met do not meet again.
    await pause(Math.random() * Math.min(MOST_PAUSE_MS, 10 * 2 ** attempt));
  }
  throw new Error(`the audit log of ${region} was written by others ${MOST_ATTEMPTS} times in a row`);
}

/** The entry that was written under a name; undefined when none was. */
export async function entryOnce(store: Store, region: string, once: string): Promise<AuditEntry | undefined> {
  const known = await store.get(auditKey.once(region, once));
  if (known === undefined) return undefined;
  return (await store.get(auditKey.entry(region, known.data as number)))!.data as unknown as AuditEntry;
}
