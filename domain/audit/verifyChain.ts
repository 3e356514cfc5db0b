/** Whether a log holds: every place where it does not, why, and what that means. */
import type { Problem } from "../problem.ts";
import { AuditEntry, hashOf, headOf, NO_ENTRY, type AuditHead, type Sha256 } from "./entry.ts";

export interface ChainCheck {
  /** Empty when the chain holds. `place.row` counts the entries from 1; `action` says what the break means. */
  readonly breaks: readonly Problem[];
  readonly first?: AuditHead;
  /** Head of the log; of the last entry that could be read. */
  readonly last?: AuditHead;
  /** Where the known head stands. */
  readonly known?: AuditHead;
}

export interface ChainQuestion {
  readonly sha256: Sha256;
  /** A head that was told at some earlier time, such as by mail: the log must still contain it. */
  readonly knownHead?: string;
}

const ACTIONS = {
  "audit.entry": "It was damaged or written by something else; nothing is proved about it and what follows it.",
  "audit.hash": "What it says was changed after it was written. Compare it with an earlier export.",
  "audit.link":
    "Entries before it were removed, put in or replaced. Compare with an earlier export and the mailed heads.",
  "audit.sequence": "Entries are missing, stand twice or were put in another order.",
  "audit.start": "The beginning of the log is missing; ask for the whole export.",
  "audit.time": "A time was changed, or the entries were put in another order.",
  "audit.region": "Two logs were mixed; verify each on its own.",
  "audit.head": "The log was cut off or written anew since that head was told. Compare with the mailed heads.",
} as const;
type BreakCode = keyof typeof ACTIONS;

/** @param entries as they were read, in their order; anything is taken and judged */
export function verifyChain(entries: readonly unknown[], { sha256, knownHead }: ChainQuestion): ChainCheck {
  const breaks: Problem[] = [];
  let first: AuditEntry | undefined;
  let before: AuditEntry | undefined;
  let known: AuditEntry | undefined;
  entries.forEach((given, index) => {
    const found = (code: BreakCode, cause: string, id?: string): void =>
      void breaks.push(breakAt(code, index, cause, id));
    const parsed = AuditEntry.safeParse(given);
    if (!parsed.success) {
      const causes = parsed.error.issues.map((issue) => `${issue.path.join(".") || "the line"}: ${issue.message}`);
      return found("audit.entry", `It is no entry of an audit log: ${causes.join("; ")}.`);
    }
    const entry = parsed.data;
    for (const [code, cause] of faultsOf(entry, before, index, sha256)) found(code, cause, `seq ${entry.seq}`);
    first ??= entry;
    before = entry;
    if (entry.sha256 === knownHead) known = entry;
  });
  if (knownHead !== undefined && known === undefined)
    breaks.push(breakAt("audit.head", undefined, `No entry has the hash ${knownHead}, which was told before.`));
  return {
    breaks,
    ...(first === undefined ? {} : { first: headOf(first) }),
    ...(before === undefined ? {} : { last: headOf(before) }),
    ...(known === undefined ? {} : { known: headOf(known) }),
  };
}

type Fault = readonly [code: BreakCode, cause: string];

function faultsOf(entry: AuditEntry, before: AuditEntry | undefined, index: number, sha256: Sha256): Fault[] {
  const faults: Fault[] = [];
  const actual = hashOf(entry, sha256);
  if (actual !== entry.sha256)
    faults.push(["audit.hash", `It states the hash ${short(entry.sha256)}, but its content has ${short(actual)}.`]);
  if (before === undefined) {
    if (index === 0 && (entry.seq !== 1 || entry.previousSha256 !== NO_ENTRY))
      faults.push([
        "audit.start",
        `The first entry is number ${entry.seq} and follows ${short(entry.previousSha256)}.`,
      ]);
    return faults;
  }
  if (entry.previousSha256 !== before.sha256)
    faults.push([
      "audit.link",
      `It follows ${short(entry.previousSha256)}, but the entry before has ${short(before.sha256)}.`,
    ]);
  if (entry.seq !== before.seq + 1)
    faults.push(["audit.sequence", `Number ${entry.seq} stands after number ${before.seq}.`]);
  if (Date.parse(entry.at) < Date.parse(before.at))
    faults.push(["audit.time", `Its time ${entry.at} lies before ${before.at} of the entry before.`]);
  if (entry.region !== before.region)
    faults.push(["audit.region", `It belongs to ${entry.region}, the entry before to ${before.region}.`]);
  return faults;
}

const short = (hash: string): string => `${hash.slice(0, 12)}…`;

function breakAt(code: BreakCode, index: number | undefined, cause: string, id?: string): Problem {
  const place = { ...(index === undefined ? {} : { row: index + 1 }), ...(id === undefined ? {} : { id }) };
  return { code, severity: "error", place, cause, action: ACTIONS[code] };
}
